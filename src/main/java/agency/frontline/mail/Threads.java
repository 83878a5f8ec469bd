package agency.frontline.mail;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the case that a message answers; whether its sender may join it is asked elsewhere. */
@Component
class Threads {

    /** Mail programs and absence notes put these before the subject they answer. */
    private static final Pattern ANSWERS = Pattern.compile(
            "(?i)^\\s*(?:(?:re|aw|odp|sv|antw|automatic reply|auto-?reply|automatyczna odpowiedź|out of office)\\s*:\\s*){1,10}");

    private final Conversation conversation;
    private final CaseRegister register;
    private final JdbcClient jdbc;

    Threads(Conversation conversation, CaseRegister register, JdbcClient jdbc) {
        this.conversation = conversation;
        this.register = register;
        this.jdbc = jdbc;
    }

    /**
     * The client's case that is answered: by Message-IDs, the nearest first, else by a mark of ours. A stranger's
     * inquiry is no thread.
     *
     * @param messageIds with their angle brackets, or as a web form named them
     */
    Optional<CaseHead> answered(List<String> messageIds, List<String> caseNumbers) {
        for (var id : messageIds) {
            var found = conversation.caseOf(id).or(() -> byRest(id)).flatMap(this::clientsCase);
            if (found.isPresent()) {
                return found;
            }
        }
        return caseNumbers.stream()
                .flatMap(number -> clientsCase(number).stream())
                .findFirst();
    }

    /** An open case of this person with the subject that is answered, for mail programs that drop the references. */
    Optional<CaseHead> bySubject(String contact, String subject) {
        var bare = ANSWERS.matcher(subject).replaceFirst("").strip();
        if (bare.isEmpty() || bare.length() == subject.strip().length()) {
            return Optional.empty();
        }
        return register.openOf(contact).stream()
                .filter(head -> head.client() != null)
                .filter(head -> same(ANSWERS.matcher(head.subject()).replaceFirst(""), bare))
                .findFirst();
    }

    private static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    private Optional<CaseHead> clientsCase(String businessKey) {
        return register.find(businessKey).filter(head -> head.client() != null);
    }

    private Optional<String> byRest(String messageId) {
        return jdbc.sql(
                        "select business_key from fl_client_message where message_id = :id and business_key is not null")
                .param("id", messageId)
                .query(String.class)
                .optional();
    }
}
