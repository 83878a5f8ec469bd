package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.client.ContactProfiles;
import agency.frontline.engine.FormContext;
import agency.frontline.issue.IssueKind;
import agency.frontline.lesson.Lessons;
import agency.frontline.notification.Letters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of an issue show beside their fields (processes.md, Form manners: context comes first). */
@Component
class IssueFormContext implements FormContext {

    private static final String HERE_GOES_THE_POSITION = "\u2042";

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final Lessons lessons;
    private final Letters letters;
    private final ContactProfiles profiles;

    IssueFormContext(IssueDesk desk, IssueClocks clocks, Lessons lessons, Letters letters, ContactProfiles profiles) {
        this.profiles = profiles;
        this.desk = desk;
        this.clocks = clocks;
        this.lessons = lessons;
        this.letters = letters;
    }

    @Override
    public boolean serves(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public Map<String, Function<DelegateTask, @Nullable Object>> values() {
        return Map.ofEntries(
                of(CONTACT_NAME.name(), execution -> desk.theCase(execution).contactName()),
                of(
                        CONTACT_LIKES.name(),
                        execution -> profiles.likes(
                                desk.client(execution), desk.theCase(execution).contact())),
                of(RESPOND_BY_TEXT.name(), clocks::expectedInWords),
                of(OPINION_BY_TEXT.name(), execution -> OPINION_BY
                        .find(execution)
                        .map(by -> "Needed by " + desk.inWords(execution, by) + ".")
                        .orElse(null)),
                of(PROMISE_DUE_TEXT.name(), execution -> PROMISE_DUE
                        .find(execution)
                        .map(due -> "It is due by " + desk.inWords(execution, due) + ".")
                        .orElse(null)),
                of(TRIAGE_ASKED.name(), desk::isTriaged),
                of(LESSONS.name(), this::lessons),
                of(OPINION_ROWS.name(), this::opinions),
                of(PROMISE_OWNERS.name(), this::colleagues),
                of(REPLY_GREETING.name(), execution -> frameOfReply(execution)[0]),
                of(REPLY_SIGNATURE.name(), execution -> frameOfReply(execution)[1]),
                // A day the manager set stands open on the form until it has come (F5).
                of(
                        MORE_TO_REPLY.name(),
                        execution -> FOLLOW_UP_ON.find(execution).isPresent()),
                of(SILENCE_TEXT.name(), IssueFormContext::silence),
                of(CLOSING_QUESTION.name(), execution -> ISSUE_KIND
                        .find(execution)
                        .map(IssueKind::closingQuestion)
                        .orElse("Ask the client: is it settled?")),
                of(MOOD_ASKED.name(), execution -> ISSUE_KIND
                        .find(execution)
                        .map(IssueKind::moodMatters)
                        .orElse(false)));
    }

    private static Map.Entry<String, Function<DelegateTask, @Nullable Object>> of(
            String name, Function<DelegateExecution, @Nullable Object> value) {
        return Map.entry(name, task -> value.apply(task.getExecution()));
    }

    /** Those that were put before the account manager when the diagnosis was asked for (C-17). */
    private SpinJsonNode lessons(DelegateExecution execution) {
        var rows = Spin.JSON("[]");
        lessons.offered(desk.key(execution))
                .forEach(lesson -> rows.append(Spin.JSON("{}")
                        .prop("sign", lesson.sign())
                        .prop("whatToDo", lesson.whatToDo())
                        .prop("from", lesson.businessKey())));
        return rows;
    }

    private SpinJsonNode opinions(DelegateExecution execution) {
        var rows = Spin.JSON("[]");
        for (var opinion :
                OPINIONS.find(execution).orElseGet(() -> Spin.JSON("[]")).elements()) {
            var who = desk.person(opinion.prop("user").stringValue()).name();
            rows.append(Spin.JSON("{}")
                    .prop("who", who + ", " + opinion.prop("group").stringValue())
                    .prop("verdict", opinion.prop("verdict").stringValue().toLowerCase(Locale.ROOT))
                    .prop("finding", opinion.prop("finding").stringValue())
                    .prop("recommendation", opinion.prop("recommendation").stringValue()));
        }
        return rows;
    }

    private SpinJsonNode colleagues(DelegateExecution execution) {
        var options = Spin.JSON("[]");
        for (var colleague : desk.colleagues(execution)) {
            options.append(Spin.JSON("{}").prop("label", colleague.name()).prop("value", colleague.id()));
        }
        return options;
    }

    /** How the mail will begin and end; the form puts what is being written in between. */
    private String[] frameOfReply(DelegateExecution execution) {
        var frame = letters.previewReply(desk.letter(execution), HERE_GOES_THE_POSITION, null, null, List.of())
                .split(HERE_GOES_THE_POSITION, 2);
        return new String[] {frame[0].strip(), frame.length > 1 ? frame[1].strip() : ""};
    }

    private static String silence(DelegateExecution execution) {
        int silences = SILENCES.find(execution).orElse(0);
        return silences <= 1
                ? "for the first time"
                : silences == 2 ? "for the second time" : "for the " + silences + ". time";
    }
}
