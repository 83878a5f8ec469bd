package agency.frontline.notification;

import agency.frontline.casefile.CaseHead;
import agency.frontline.client.Client;
import agency.frontline.mail.OutgoingMail;
import agency.frontline.text.SafeText;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What our own people are told: what happened, what to do, and where. Users are named by their ids. Each method hands
 * one mail to the outbox at once; the same idempotency key is sent once. Times are the client's local ones. Whoever is
 * told of something late also reads what was kept (C-28).
 *
 * <p>While somebody is away, whoever stands in for them is told instead, and why (F13): one person acts, and a holiday is
 * one. Whoever comes back finds all of it on the page of the case.
 */
@Component
public class Notices {

    private static final int SUBJECT_LENGTH = 200;

    private final MailTemplates templates;
    private final Colleagues colleagues;
    private final Post post;
    private final Clock clock;
    private final NotificationSettings settings;

    Notices(MailTemplates templates, Colleagues colleagues, Post post, Clock clock, NotificationSettings settings) {
        this.templates = templates;
        this.colleagues = colleagues;
        this.post = post;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * What a notice is about.
     *
     * @param client null while the sender is unknown
     */
    public record About(String idempotencyKey, CaseHead theCase, @Nullable Client client) {}

    /** To the owner, at three quarters of the time (C-20). */
    public void firstResponseAtRisk(About about, String owner, Instant respondBy) {
        send(about, "firstResponseAtRisk", List.of(owner), Map.of(), null, respondBy, null);
    }

    /** To the owner. */
    public void firstResponseOverdue(About about, String owner, Instant respondBy, Kept kept) {
        send(about, "firstResponseOverdue", List.of(owner), Map.of(), null, respondBy, kept);
    }

    /** To the director, two working hours after the owner was told. */
    public void firstResponseStillOverdue(About about, String director, Instant respondBy, Kept kept) {
        send(about, "firstResponseStillOverdue", List.of(director), Map.of(), null, respondBy, kept);
    }

    /**
     * To the director, at once (C-35).
     *
     * @param why the manager's diagnosis
     */
    public void accountAtRisk(About about, String director, String why) {
        send(about, "accountAtRisk", List.of(director), Map.of(), why, null, null);
    }

    /**
     * To the director, at once: an account is to be saved (C-35).
     *
     * @param whatHappened null where the case behind it says it
     */
    public void rescueNeeded(About about, String director, @Nullable String whatHappened) {
        send(about, "rescueNeeded", List.of(director), Map.of(), whatHappened, null, null);
    }

    /** To the owner, and a business day later to the director: nobody went to a client who may leave (C-35). */
    public void rescueVisitOverdue(About about, String reader, Instant due) {
        send(about, "rescueVisitOverdue", List.of(reader), Map.of(), null, due, null);
    }

    /** To the owner, and a business day later to the director: nobody has looked at how the account stands (C-35). */
    public void rescueReviewOverdue(About about, String reader, Instant due) {
        send(about, "rescueReviewOverdue", List.of(reader), Map.of(), null, due, null);
    }

    /** To the owner, while somebody works on the case already. */
    public void clientWroteAgain(About about, String owner, String whatTheyWrote) {
        send(about, "clientWroteAgain", List.of(owner), Map.of(), whatTheyWrote, null, null);
    }

    /** To whoever gave the promise (C-21). */
    public void promiseDueSoon(About about, String promiseOwner, String promise, Instant due) {
        send(about, "promiseDueSoon", List.of(promiseOwner), Map.of(), promise, due, null);
    }

    /** To whoever gave the promise, and the owner of the case. */
    public void promiseOverdue(About about, String promiseOwner, String owner, String promise, Instant due, Kept kept) {
        var words = Map.of("who", colleagues.person(promiseOwner).name());
        send(about, "promiseOverdue", List.of(promiseOwner, owner), words, promise, due, kept);
    }

    /**
     * To the specialists of the group on the client's team, or to the whole group where the team names none.
     *
     * @param group group id, such as {@code planners}
     * @param neededBy null when nobody said
     */
    public void opinionAsked(About about, String group, String whatINeed, @Nullable Instant neededBy) {
        send(
                about,
                "opinionAsked",
                ids(colleagues.specialists(about.client(), group)),
                Map.of(),
                whatINeed,
                neededBy,
                null);
    }

    /** To the same specialists as {@link #opinionAsked}, and the owner. */
    public void opinionOverdue(About about, String group, String owner, Instant neededBy, Kept kept) {
        var both = new ArrayList<>(ids(colleagues.specialists(about.client(), group)));
        both.add(owner);
        send(about, "opinionOverdue", both, Map.of("group", groupName(group)), null, neededBy, kept);
    }

    /** To the owner: the client has not heard from us for as long as was agreed (F4). */
    public void updateDue(About about, String owner, Instant nextUpdateBy) {
        send(about, "updateDue", List.of(owner), Map.of(), null, nextUpdateBy, null);
    }

    /** To the owner: this mail never arrived. */
    public void deliveryFailed(About about, String owner, String address, String reason) {
        send(about, "deliveryFailed", List.of(owner), Map.of("address", address), reason, null, null);
    }

    /** To the owner, at once: a client cannot wait for a diagnosis (C-07). */
    public void emergency(About about, String owner, String reason) {
        send(about, "emergency", List.of(owner), Map.of(), reason, null, null);
    }

    /** To the owner and the director: specialists work on an emergency that nobody has diagnosed (C-07). */
    public void diagnosisMissing(About about, String owner, String director, Instant dueSince) {
        send(about, "diagnosisMissing", List.of(owner, director), Map.of(), null, dueSince, null);
    }

    /** To whoever took the step (C-24). */
    public void nextStepDueSoon(About about, String stepOwner, String step, Instant due) {
        send(about, "nextStepDueSoon", List.of(stepOwner), Map.of(), step, due, null);
    }

    /**
     * To whoever took the step and the owner of the case.
     *
     * @param stepOwner null when somebody at the client's took it, who is told nothing here
     * @param who the name of whoever took it
     */
    public void nextStepOverdue(
            About about, @Nullable String stepOwner, String owner, String who, String step, Instant due) {
        var both = Stream.of(stepOwner, owner).filter(Objects::nonNull).toList();
        send(about, "nextStepOverdue", both, Map.of("who", who), step, due, null);
    }

    /** To the owner: the report of a meeting is late (C-22). */
    public void reportOverdue(About about, String owner, Instant due) {
        send(about, "reportOverdue", List.of(owner), Map.of(), null, due, null);
    }

    /** To the owner: somebody at the client's answered a report (C-23). */
    public void clientAnsweredReport(About about, String owner, String whatTheyWrote) {
        send(about, "clientAnsweredReport", List.of(owner), Map.of(), whatTheyWrote, null, null);
    }

    /** To the owner, once for each standstill (C-63). */
    public void onboardingBehind(About about, String owner, int days) {
        send(about, "onboardingBehind", List.of(owner), Map.of("days", String.valueOf(days)), null, null, null);
    }

    /** To the director, once for each standstill (C-63). */
    public void onboardingStuck(About about, String director, int days) {
        send(about, "onboardingStuck", List.of(director), Map.of("days", String.valueOf(days)), null, null, null);
    }

    /**
     * To whoever is to draft it.
     *
     * @param drafter user id; null while nobody of the group has taken it
     * @param group group id
     * @param what it is, and what is to change
     */
    public void draftAsked(About about, @Nullable String drafter, String group, String what, Instant due) {
        send(about, "draftAsked", drafters(about, drafter, group), Map.of(), what, due, null);
    }

    /** To whoever is to draft it, and the owner. */
    public void draftOverdue(About about, @Nullable String drafter, String group, String owner, Instant due) {
        var both = new ArrayList<>(drafters(about, drafter, group));
        both.add(owner);
        send(about, "draftOverdue", both, Map.of(), null, due, null);
    }

    private List<String> drafters(About about, @Nullable String drafter, String group) {
        return drafter == null ? ids(colleagues.specialists(about.client(), group)) : List.of(drafter);
    }

    /** To the specialists of the group on the client's team: a draft is theirs to challenge (C-49). */
    public void challengeAsked(About about, String group, String what, Instant due) {
        var specialists = ids(colleagues.specialists(about.client(), group));
        send(about, "challengeAsked", specialists, Map.of(), what, due, null);
    }

    /** To the same specialists as {@link #challengeAsked}, and the owner. */
    public void challengeOverdue(About about, String group, String owner, Instant due) {
        var both = new ArrayList<>(ids(colleagues.specialists(about.client(), group)));
        both.add(owner);
        send(about, "challengeOverdue", both, Map.of("group", groupName(group)), null, due, null);
    }

    /** To the owner: somebody at the client's wrote about what they were sent, or about what is drafted for them. */
    public void clientAnsweredDeliverable(About about, String owner, String whatTheyWrote) {
        send(about, "clientAnsweredDeliverable", List.of(owner), Map.of(), whatTheyWrote, null, null);
    }

    /** To the owner: the client has not said yet whether it is right. */
    public void approvalSilent(About about, String owner, Instant expected) {
        send(about, "approvalSilent", List.of(owner), Map.of(), null, expected, null);
    }

    /** To the owner: a touch-base that the rhythm asks for was neither held nor skipped (C-68). */
    public void touchBaseMissed(About about, String owner, Instant dueSince) {
        send(about, "touchBaseMissed", List.of(owner), Map.of(), null, dueSince, null);
    }

    /** To the director: touch-bases with this client were skipped twice in a row (C-68). */
    public void touchBasesSkipped(About about, String director, String reason) {
        send(about, "touchBasesSkipped", List.of(director), Map.of(), reason, null, null);
    }

    /** To the director and the owner: three signals within sixty days put the client on the watch list (C-36). */
    public void watchList(About about, String director, String owner, String signals) {
        send(about, "watchList", List.of(director, owner), Map.of(), signals, null, null);
    }

    /**
     * To one account manager: all touch-bases of this morning in one mail (C-68).
     *
     * @param clients each client with the number of its case
     */
    public void touchBasesOfTheMorning(String idempotencyKey, String owner, List<String> clients) {
        var words = Map.of("count", String.valueOf(clients.size()));
        send(
                idempotencyKey,
                null,
                "touchBasesOfTheMorning",
                "touchBasesOfTheMorning",
                onceEach(List.of(colleagues.acting(null, owner))),
                words,
                String.join("\n", clients),
                null,
                null,
                null);
    }

    /**
     * The budget of a plan is being used up (F11).
     *
     * @param to the owner, and the director where the table says so
     * @param used per cent of hours or money, whichever is more
     * @param progress per cent of the work
     * @param due by when the owner answers; null where nobody has to
     */
    public void budgetBurn(
            About about, List<String> to, int used, int progress, String sentence, @Nullable Instant due) {
        var words = Map.of("used", String.valueOf(used), "progress", String.valueOf(progress));
        send(about, "budgetBurn", to, words, sentence, due, null);
    }

    /** A date of a plan will not hold, as it looks now (C-29). */
    public void planDelayed(About about, List<String> to, String sentence, @Nullable Instant due) {
        send(about, "planDelayed", to, Map.of(), sentence, due, null);
    }

    /** To the owner and the director: nobody has answered a warning in time; the client may be surprised. */
    public void planWarningUnanswered(About about, String owner, String director, String sentence, Instant due) {
        send(about, "planWarningUnanswered", List.of(owner, director), Map.of(), sentence, due, null);
    }

    /** To the owner and the director: nobody has said yet what we ourselves think of how a plan ended (C-82). */
    public void endCheckLate(About about, String owner, String director, Instant due) {
        send(about, "endCheckLate", List.of(owner, director), Map.of(), null, due, null);
    }

    /** To the owner: the client did not say how they see the end of their plan (C-82). */
    public void endCheckUnanswered(About about, String owner) {
        send(about, "endCheckUnanswered", List.of(owner), Map.of(), null, null, null);
    }

    /** To the whole team: the plan says something else from now on (C-75). */
    public void planChanged(About about, List<String> to, int version, String whatChanged) {
        send(about, "planChanged", to, Map.of("version", String.valueOf(version)), whatChanged, null, null);
    }

    /**
     * To the director, at once: somebody at the client's is unhappy with us (F8).
     *
     * @param about the issue in which the account manager takes care of it
     * @param answer the scores and their words
     */
    public void pulseLow(About about, String director, String answer) {
        send(about, "pulseLow", List.of(director), Map.of(), answer, null, null);
    }

    /** To the owner: the question how we are doing never arrived. */
    public void pulseReturned(About about, String owner, String address, String reason) {
        send(about, "pulseReturned", List.of(owner), Map.of("address", address), reason, null, null);
    }

    /** To the director: the client has answered nothing three times. */
    public void thirdSilence(About about, String director) {
        send(about, "thirdSilence", List.of(director), Map.of(), null, null, null);
    }

    /**
     * To the new owner.
     *
     * @param due by when the client expects to hear from us, also when that is over already; null if they do not
     */
    public void caseHandedOver(About about, String newOwner, String previous, String reason, @Nullable Instant due) {
        var words = Map.of("previous", colleagues.person(previous).name());
        send(about, "caseHandedOver", List.of(newOwner), words, reason, due, null);
    }

    /** To all account managers: a mail of somebody whom no client knows; it is never answered by itself. */
    public void senderUnknown(About about, String sender, String whatTheyWrote) {
        var managers = ids(colleagues.inGroup("account-managers"));
        send(about, "senderUnknown", managers, Map.of("sender", sender), whatTheyWrote, null, null);
    }

    private static List<String> ids(List<Person> people) {
        return people.stream().map(Person::id).toList();
    }

    private String groupName(String group) {
        var language = language();
        var key = "group." + group;
        return language.has(key) ? language.say(key) : group;
    }

    /**
     * To a colleague: what they were not told one by one, for there was too much of it (O10).
     *
     * @param lines one for each notice, or for as many as fit
     */
    void digest(String idempotencyKey, Person to, int count, Instant since, List<String> lines) {
        var words = Map.of(
                "count", String.valueOf(count),
                "since",
                        since.truncatedTo(ChronoUnit.MINUTES)
                                .atOffset(ZoneOffset.UTC)
                                .toLocalTime()
                                .toString());
        send(idempotencyKey, null, "digest", "digest", List.of(to), words, String.join("\n", lines), null, null, null);
    }

    /** To those who can mend it and those who must know: something is wrong with the mail as such. */
    void mailAlarm(String idempotencyKey, String kind, String detail) {
        var both = Stream.of("process-owners", "account-directors")
                .flatMap(group -> colleagues.inGroup(group).stream())
                .toList();
        send(idempotencyKey, null, "mailAlarm", kind, onceEach(both), Map.of("detail", detail), null, null, null, null);
    }

    private void send(
            About about,
            String occasion,
            List<String> to,
            Map<String, String> more,
            @Nullable String quote,
            @Nullable Instant due,
            @Nullable Kept kept) {
        var readers = onceEach(
                to.stream().map(user -> colleagues.acting(about.client(), user)).toList());
        var theCase = about.theCase();
        var words = new HashMap<>(more);
        words.put("client", clientName(about));
        words.put("contact", firstOf(theCase.contactName(), theCase.contact(), clientName(about)));
        words.put("subject", firstOf(theCase.subject(), language().say("notice.noSubject")));
        words.put("owner", ownerName(theCase));
        send(
                about.idempotencyKey(),
                theCase.businessKey(),
                occasion,
                occasion,
                readers,
                words,
                quote,
                due == null ? null : dueLine(language(), due, about.client()),
                kept == null || kept.of() == 0 ? null : quietWins(language(), kept, words),
                standIn(language(), to, readers));
    }

    /**
     * @param caseKey null for what is about no case
     * @param phrases the key of its phrases, below {@code notice.}
     */
    private void send(
            String idempotencyKey,
            @Nullable String caseKey,
            String purpose,
            String phrases,
            Collection<Person> readers,
            Map<String, String> words,
            @Nullable String quote,
            @Nullable String due,
            @Nullable String quietWins,
            @Nullable String standIn) {
        if (readers.isEmpty()) {
            return;
        }
        var language = language();
        var key = "notice." + phrases;
        var variables = new HashMap<String, Object>();
        variables.put("language", language.tag());
        variables.put(
                "greeting",
                readers.size() == 1
                        ? Greeting.to(readers.iterator().next().name(), language)
                        : language.say("greeting.unnamed"));
        variables.put("happened", language.say(key + ".happened", words));
        variables.put("quote", Prose.of(quote));
        variables.put("due", due);
        variables.put("toDo", language.say(key + ".toDo", words));
        variables.put("quietWins", quietWins);
        variables.put("standIn", standIn);
        variables.put("caseKey", caseKey);
        variables.put("casePage", caseKey == null ? null : settings.casePage(caseKey));
        variables.put("tasklist", settings.tasklist());
        var body = templates.render(Template.NOTICE, language, variables);

        post.send(new OutgoingMail(
                idempotencyKey,
                caseKey,
                purpose,
                readers.stream().map(Person::mailbox).toList(),
                SafeText.line(language.say(key + ".subject", words), SUBJECT_LENGTH),
                body.text(),
                body.html(),
                true,
                false,
                null));
    }

    private Language language() {
        return templates.language(settings.staffLanguage());
    }

    private static Collection<Person> onceEach(List<Person> people) {
        var byId = new LinkedHashMap<String, Person>();
        people.forEach(person -> byId.putIfAbsent(person.id(), person));
        return byId.values();
    }

    /** Says to whoever stands in for whom they read it; null when everybody reads their own. */
    private @Nullable String standIn(Language language, List<String> to, Collection<Person> readers) {
        var reading = readers.stream().map(Person::id).toList();
        var away = to.stream()
                .filter(user -> !reading.contains(user))
                .distinct()
                .map(user -> colleagues.person(user).name())
                .toList();
        return away.isEmpty() ? null : language.say("notice.standIn", Map.of("away", language.list(away)));
    }

    private String dueLine(Language language, Instant due, @Nullable Client client) {
        var zone = client == null ? (ZoneId) ZoneOffset.UTC : client.timeZone();
        var moment = new Moments(language, zone, clock.instant()).at(due);
        return language.say("notice.due", Map.of("at", moment, "zone", zone.getId()));
    }

    private static String quietWins(Language language, Kept kept, Map<String, String> words) {
        return language.say(
                "notice.quietWins",
                Map.of(
                        "kept", String.valueOf(kept.kept()),
                        "of", String.valueOf(kept.of()),
                        "days", String.valueOf(kept.days()),
                        "client", words.get("client")));
    }

    private String ownerName(CaseHead theCase) {
        return theCase.owner() == null
                ? "–"
                : colleagues.person(theCase.owner()).name();
    }

    private static String clientName(About about) {
        return about.client() != null
                ? about.client().name()
                : firstOf(about.theCase().client(), "–");
    }

    private static String firstOf(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .map(text -> SafeText.line(text, SUBJECT_LENGTH))
                .orElse("–");
    }
}
