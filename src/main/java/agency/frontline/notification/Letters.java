package agency.frontline.notification;

import agency.frontline.calendar.BusinessCalendar;
import agency.frontline.client.Client;
import agency.frontline.client.pledge.Pledge;
import agency.frontline.mail.Agency;
import agency.frontline.mail.MailFile;
import agency.frontline.mail.OutgoingMail;
import agency.frontline.text.Mailbox;
import agency.frontline.text.SafeText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What clients read from us: in the contact's language and the client's local time, signed by the owner of the case,
 * as one person writes to another; while the owner is away, by who stands in, in the owner's name. Each method hands one mail to the outbox and returns its Message-ID; the same
 * idempotency key is sent once. The purpose of a mail is the step of the case that says it.
 */
@Component
public class Letters {

    private static final Pattern REPLY_PREFIX =
            Pattern.compile("^\\s*(?:(?:re|fwd?|odp|pd|aw|wg|sv|tr)\\s*:\\s*)++", Pattern.CASE_INSENSITIVE);
    private static final int SUBJECT_LENGTH = 200;

    private final MailTemplates templates;
    private final Colleagues colleagues;
    private final Post post;
    private final Agency agency;
    private final Clock clock;
    private final NotificationSettings settings;

    Letters(
            MailTemplates templates,
            Colleagues colleagues,
            Post post,
            Agency agency,
            Clock clock,
            NotificationSettings settings) {
        this.templates = templates;
        this.colleagues = colleagues;
        this.post = post;
        this.agency = agency;
        this.clock = clock;
        this.settings = settings;
    }

    /** Who looks after it and by when the client hears from them; goes out at once, whatever the hour (C-64). */
    public String acknowledgement(Letter letter, Instant respondBy) {
        var words = new HashMap<String, Object>();
        words.put("by", moments(letter, clock.instant()).by(respondBy));
        return send(letter, "acknowledgeIssue", Template.ACKNOWLEDGEMENT, words, true, null);
    }

    /**
     * My preliminary view and whom I ask, before anybody else is asked (C-10); so it does not wait for the client's hours.
     *
     * @param groups the colleagues who are asked, by group id
     * @param neededBy when they answer; null when nobody said
     */
    public String firstView(Letter letter, String toldClient, List<String> groups, @Nullable Instant neededBy) {
        var language = language(letter);
        var words = new HashMap<String, Object>();
        words.put("view", Prose.of(toldClient));
        words.put(
                "colleagues",
                language.list(groups.stream()
                        .map(group -> "colleagues." + group)
                        .map(key -> language.say(language.has(key) ? key : "colleagues.other"))
                        .distinct()
                        .toList()));
        words.put(
                "by", neededBy == null ? null : moments(letter, clock.instant()).by(neededBy));
        return send(letter, "sendFirstView", Template.FIRST_VIEW, words, false, null);
    }

    /**
     * The answer: position or the day by which there will be one (C-48), text, promises with their dates (C-21).
     *
     * @param sendNow whether it may leave outside the client's hours (C-64)
     */
    public String reply(
            Letter letter,
            @Nullable String position,
            @Nullable Instant positionBy,
            @Nullable String replyText,
            List<Promised> promises,
            boolean sendNow) {
        var goesOut = sendNow ? clock.instant() : inTheirHours(letter.client());
        var words = replyWords(letter, position, positionBy, replyText, promises, goesOut);
        return send(letter, "sendReply", Template.REPLY, words, false, goesOut);
    }

    /** The text of the reply as it would leave in the client's hours; sends nothing. */
    public String previewReply(
            Letter letter,
            @Nullable String position,
            @Nullable Instant positionBy,
            @Nullable String replyText,
            List<Promised> promises) {
        var goesOut = inTheirHours(letter.client());
        return render(letter, Template.REPLY, replyWords(letter, position, positionBy, replyText, promises, goesOut))
                .text();
    }

    /**
     * A friendly nudge after a silence.
     *
     * @param text the manager's words, without greeting and signature; null or blank for the suggested ones
     * @param silence how often the client has not answered, from 1; from 3 on the last nudge
     */
    public String chaser(Letter letter, @Nullable String text, int silence) {
        return note(letter, "followUp", text == null || text.isBlank() ? suggestedChaser(letter, silence) : text);
    }

    /** What a manager may send or edit after this many silences: the body, without greeting and signature. */
    public String suggestedChaser(Letter letter, int silence) {
        return suggestion(letter, "chaser." + Math.max(1, Math.min(silence, 3)));
    }

    /** Where we are, so that the client need not ask. */
    public String update(Letter letter, String text) {
        return note(letter, "sendUpdate", text);
    }

    /** An update that a manager may send or edit: the body, without greeting and signature. */
    public String suggestedUpdate(Letter letter) {
        return suggestion(letter, "update");
    }

    /** Somebody else looks after the client now, who signs; {@code previous} did until today. */
    public String newOwner(Letter letter, Person previous) {
        var words = new HashMap<String, Object>();
        words.put("about", subject(letter));
        words.put("previous", previous.name());
        return send(letter, "ownerChanged", Template.NEW_OWNER, words, true, inTheirHours(letter.client()));
    }

    /** One friendly word on what somebody at the client's said they would do (C-24). */
    public String nextStepReminder(Letter letter, String what, Instant due) {
        var words = Map.of(
                "what",
                SafeText.line(what, 1000),
                "by",
                moments(letter, inTheirHours(letter.client())).by(due));
        return note(letter, "remindOfNextStep", language(letter).say("nextStep.reminder", words));
    }

    /**
     * What was decided, what is open and who does what by when, to everybody who was there at the client's, with us or as
     * a guest (C-23).
     *
     * @param present who gets it
     * @param sendNow whether it may leave outside the client's hours (C-64)
     */
    public String conferenceReport(
            Letter letter, List<Mailbox> present, ReportWords report, List<MailFile> files, boolean sendNow) {
        var words = new HashMap<String, Object>();
        words.put("report", page(letter, report));
        var body = render(letter, Template.CONFERENCE_REPORT, words);
        var goesOut = sendNow ? clock.instant() : inTheirHours(letter.client());
        return post.send(new OutgoingMail(
                letter.idempotencyKey(),
                letter.theCase().businessKey(),
                "sendConferenceReport",
                present,
                reportTitle(letter, report),
                body.text(),
                body.html(),
                false,
                true,
                goesOut.isAfter(clock.instant()) ? goesOut : null,
                files));
    }

    /**
     * How are we doing? In the client's hours, with a link that answers without a login (F8).
     *
     * @param token what makes the link; it stands in this mail alone and is struck out of our copies (S13)
     * @param closesAt until when an answer counts
     */
    public String pulse(Letter letter, String token, Instant closesAt) {
        return pulse(letter, "sendPulse", "pulse.opening", token, closesAt);
    }

    /** The same once more, to whoever has not answered. */
    public String pulseReminder(Letter letter, String token, Instant closesAt) {
        return pulse(letter, "remindOfPulse", "pulse.again", token, closesAt);
    }

    private String pulse(Letter letter, String purpose, String opening, String token, Instant closesAt) {
        return question(
                letter, purpose, Template.PULSE, "pulse.subject", opening, token, settings.pulsePage(token), closesAt);
    }

    /**
     * The plan has ended: did we get where you wanted to go? In the client's hours, with a link that answers without a
     * login (C-82).
     *
     * @param token what makes the link; it stands in this mail alone and is struck out of our copies (S13)
     * @param closesAt until when an answer counts
     */
    public String endCheck(Letter letter, String token, Instant closesAt) {
        return endCheck(letter, "askClientForVerdict", "endCheck.opening", token, closesAt);
    }

    /** The same once more, to whoever has not answered. */
    public String endCheckReminder(Letter letter, String token, Instant closesAt) {
        return endCheck(letter, "remindOfVerdict", "endCheck.again", token, closesAt);
    }

    private String endCheck(Letter letter, String purpose, String opening, String token, Instant closesAt) {
        return question(
                letter,
                purpose,
                Template.END_CHECK,
                "endCheck.subject",
                opening,
                token,
                settings.endCheckPage(token),
                closesAt);
    }

    /** "Did we get where you wanted to go?", in this language, a BCP 47 tag. */
    public String endCheckSubject(String language) {
        return templates.language(language).say("endCheck.subject");
    }

    private String question(
            Letter letter,
            String purpose,
            Template template,
            String subject,
            String opening,
            String token,
            String link,
            Instant closesAt) {
        var language = language(letter);
        var goesOut = inTheirHours(letter.client());
        var words = new HashMap<String, Object>();
        words.put("opening", language.say(opening));
        words.put("link", link);
        words.put("until", moments(letter, goesOut).by(closesAt));
        var body = render(letter, template, words);
        var contact = letter.contact();
        return post.send(new OutgoingMail(
                letter.idempotencyKey(),
                letter.theCase().businessKey(),
                purpose,
                List.of(new Mailbox(contact.email(), contact.name())),
                language.say(subject),
                body.text(),
                body.html(),
                true,
                true,
                goesOut.isAfter(clock.instant()) ? goesOut : null,
                List.of(),
                token));
    }

    /** The report as a page of its own, in HTML, to be made a document of. */
    public String reportPage(Letter letter, ReportWords report) {
        return templates.document("conference-report", language(letter), Map.of("report", page(letter, report)));
    }

    /** What the report's file is called. */
    public String fileName(Letter letter, int version) {
        return language(letter)
                        .say("report.file", Map.of("number", letter.theCase().businessKey()))
                + (version > 1 ? " v" + version : "")
                + ".pdf";
    }

    /**
     * Here it is: is it right? The document goes along, and where the client has seen a version before, what is different
     * (C-31, C-32).
     *
     * @param sendNow whether it may leave outside the client's hours (C-64)
     * @return when it leaves
     */
    public Instant deliverable(Letter letter, DeliverableWords deliverable, List<MailFile> files, boolean sendNow) {
        var words = new HashMap<String, Object>();
        words.put("deliverable", page(letter, deliverable));
        var body = render(letter, Template.DELIVERABLE, words);
        var goesOut = sendNow ? clock.instant() : inTheirHours(letter.client());
        var contact = letter.contact();
        var title = Map.of("title", SafeText.line(deliverable.title(), SUBJECT_LENGTH));
        post.send(new OutgoingMail(
                letter.idempotencyKey(),
                letter.theCase().businessKey(),
                "askClientApproval",
                List.of(new Mailbox(contact.email(), contact.name())),
                language(letter)
                        .say(deliverable.version() > 1 ? "deliverable.subject.again" : "deliverable.subject", title),
                body.text(),
                body.html(),
                false,
                true,
                goesOut.isAfter(clock.instant()) ? goesOut : null,
                files));
        return goesOut;
    }

    /** The document as a page of its own, in HTML, to be made a file of. */
    public String deliverablePage(Letter letter, DeliverableWords deliverable) {
        return templates.document("deliverable", language(letter), Map.of("deliverable", page(letter, deliverable)));
    }

    /** What the file of a document is called. */
    public String fileName(Letter letter, DeliverableWords deliverable) {
        return "%s %s v%d.pdf"
                .formatted(
                        DeliverablePage.kind(deliverable, language(letter)),
                        letter.theCase().businessKey(),
                        deliverable.version());
    }

    private DeliverablePage page(Letter letter, DeliverableWords deliverable) {
        return DeliverablePage.of(
                deliverable,
                language(letter),
                letter.client(),
                letter.theCase().businessKey(),
                clock.instant(),
                signature(letter, language(letter)));
    }

    /** One friendly word to whoever has not said yet whether it is right. */
    public String approvalReminder(Letter letter, String text) {
        return note(letter, "sendApprovalReminder", text);
    }

    /** What a manager may send or edit then: the body, without greeting and signature. */
    public String suggestedApprovalReminder(Letter letter) {
        return suggestion(letter, "deliverable.reminder");
    }

    private String reportTitle(Letter letter, ReportWords report) {
        var words = Map.of("subject", SafeText.line(report.subject(), SUBJECT_LENGTH));
        return language(letter).say(report.version() > 1 ? "report.subject.again" : "report.subject", words);
    }

    private ReportPage page(Letter letter, ReportWords report) {
        return ReportPage.of(
                report,
                language(letter),
                letter.client(),
                letter.theCase().businessKey(),
                reportTitle(letter, report),
                signature(letter, language(letter)));
    }

    /**
     * What we pledge to the client, for them to accept or to discuss (C-61); in the client's hours.
     *
     * @param files the same as a document
     */
    String pledge(Letter letter, Pledge pledge, List<MailFile> files) {
        var language = language(letter);
        var words = new HashMap<String, Object>();
        words.put("pledge", PledgePage.of(pledge, language, letter.client(), signature(letter, language)));
        var body = render(letter, Template.PLEDGE, words);
        var goesOut = inTheirHours(letter.client());
        var contact = letter.contact();
        return post.send(new OutgoingMail(
                letter.idempotencyKey(),
                letter.theCase().businessKey(),
                "sendServicePledge",
                Stream.concat(Stream.of(new Mailbox(contact.email(), contact.name())), letter.others().stream())
                        .toList(),
                PledgePage.title(language, letter.client()),
                body.text(),
                body.html(),
                false,
                true,
                goesOut.isAfter(clock.instant()) ? goesOut : null,
                files));
    }

    /** The pledge as a page of its own, in HTML, to be made a document of. */
    String pledgePage(Client client, Pledge pledge, String tag) {
        var language = templates.language(tag);
        var manager = colleagues.person(client.team().accountManager()).name();
        return templates.document(
                "service-pledge", language, Map.of("pledge", PledgePage.of(pledge, language, client, manager)));
    }

    String pledgeFile(Client client, Pledge pledge, String tag) {
        return templates
                        .language(tag)
                        .say(
                                "pledge.file",
                                Map.of("client", client.code(), "version", String.valueOf(pledge.version())))
                + ".pdf";
    }

    /**
     * What came of the client's doubts about the plan, to be read again when they come back.
     *
     * @param sendNow whether it may leave outside the client's hours (C-64)
     */
    public String planDecision(Letter letter, DecisionWords decision, boolean sendNow) {
        var language = language(letter);
        var day = DateTimeFormatter.ofPattern(language.say("pattern.fullDate"), language.locale());
        var words = new HashMap<String, Object>();
        words.put("fears", answered(decision.fears()));
        words.put("questions", answered(decision.questions()));
        words.put("decision", Prose.of(decision.decision()));
        words.put("decidedBy", decision.decidedBy());
        words.put("planChanges", decision.planChanges());
        words.put("comesIn", decision.comesIn());
        words.put("goesOut", decision.goesOut());
        words.put("endsOn", decision.endsOn() == null ? null : day.format(decision.endsOn()));
        words.put("reviewOn", day.format(decision.reviewOn()));
        var goesOut = sendNow ? clock.instant() : inTheirHours(letter.client());
        return send(letter, "sendDecision", Template.PLAN_DECISION, words, false, goesOut);
    }

    private static List<AnsweredLine> answered(List<DecisionWords.Answered> all) {
        return all.stream()
                .map(one -> new AnsweredLine(Prose.of(one.what()), Prose.of(one.answer())))
                .toList();
    }

    /** Public, for templates call only what is. */
    public record AnsweredLine(@Nullable Prose what, @Nullable Prose answer) {}

    /**
     * What a letter about the plan is called, as its reader and our lists show it.
     *
     * @param language of the reader, a BCP 47 tag
     * @param late whether it is about a date rather than the budget
     * @param what the work item; null where it is about the plan as a whole
     */
    public String planSubject(String language, boolean late, @Nullable String what) {
        var words = templates.language(language);
        if (!late) {
            return words.say("planNews.subject.budget");
        }
        return what == null
                ? words.say("planNews.subject.plan")
                : SafeText.line(words.say("planNews.subject.item", Map.of("what", what)), SUBJECT_LENGTH);
    }

    /** News about the plan, in the manager's own words or as suggested (C-29). */
    public String planNews(Letter letter, String text) {
        return note(letter, "sendPlanNews", text);
    }

    /**
     * What a manager may send or edit about a date that will not hold: the body, without greeting and signature.
     *
     * @param language of the reader, a BCP 47 tag
     * @param what the work item; null for the plan as a whole
     */
    public String suggestedDelay(String language, @Nullable String what, LocalDate agreed, LocalDate forecast) {
        var words = templates.language(language);
        var day = DateTimeFormatter.ofPattern(words.say("pattern.fullDate"), words.locale());
        var days = Map.of("agreed", day.format(agreed), "forecast", day.format(forecast));
        if (what == null) {
            return words.say("planNews.delayOfPlan", days);
        }
        var all = new HashMap<>(days);
        all.put("what", SafeText.line(what, 1000));
        return words.say("planNews.delay", all);
    }

    /** The same about a budget that is being used up; all numbers are per cent. */
    public String suggestedBurnNews(String language, int hours, int money, int progress) {
        return templates
                .language(language)
                .say(
                        "planNews.burn",
                        Map.of(
                                "hours", String.valueOf(hours),
                                "money", String.valueOf(money),
                                "progress", String.valueOf(progress)));
    }

    /**
     * Where the plan stands, what is normal now and what comes next (C-80).
     *
     * @param files the whole page as a document
     * @param sendNow whether it may leave outside the client's hours (C-64)
     */
    String whereWeAre(Letter letter, WhereWeAre where, List<MailFile> files, boolean sendNow) {
        var language = language(letter);
        var words = new HashMap<String, Object>();
        words.put("where", page(letter.client(), where, language, signature(letter, language)));
        var body = render(letter, Template.WHERE_WE_ARE, words);
        var goesOut = sendNow ? clock.instant() : inTheirHours(letter.client());
        var contact = letter.contact();
        return post.send(new OutgoingMail(
                letter.idempotencyKey(),
                letter.theCase().businessKey(),
                "sendPlanPage",
                List.of(new Mailbox(contact.email(), contact.name())),
                WhereWeArePage.title(language, letter.client()),
                body.text(),
                body.html(),
                false,
                true,
                goesOut.isAfter(clock.instant()) ? goesOut : null,
                files));
    }

    /** Where the plan stands, as its reader sees it; signed by the account manager. */
    WhereWeArePage whereWeAre(Client client, WhereWeAre where, String tag) {
        return page(
                client,
                where,
                templates.language(tag),
                colleagues.person(client.team().accountManager()).name());
    }

    /** The same as a page of its own, in HTML, to be made a document of. */
    String whereWeAreDocument(Client client, WhereWeAre where, String tag) {
        return templates.document(
                "where-we-are", templates.language(tag), Map.of("where", whereWeAre(client, where, tag)));
    }

    String whereWeAreFile(Client client, WhereWeAre where, String tag) {
        return templates
                        .language(tag)
                        .say(
                                "where.file",
                                Map.of(
                                        "client",
                                        client.code(),
                                        "day",
                                        where.today().toString()))
                + ".pdf";
    }

    private WhereWeArePage page(Client client, WhereWeAre where, Language language, String signedBy) {
        return WhereWeArePage.of(where, language, client, clock.instant(), signedBy);
    }

    /** Who invites: the agency, in whose mailbox the answers arrive. */
    public Mailbox organizer() {
        return agency.mailbox();
    }

    /** The agency's mail domain. */
    public String domain() {
        var address = organizer().address();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Where we are, what is next, what is normal now (C-80); the manager's own words, or as suggested. */
    public String summary(Letter letter, String text) {
        return note(letter, "sendWhereWeAre", text);
    }

    /**
     * A summary that a manager may send or edit: the body, without greeting and signature.
     *
     * @param open what we work on, in the client's words
     * @param next what happens next, each as one phrase
     */
    public String suggestedSummary(Letter letter, List<String> open, List<String> next) {
        var language = language(letter);
        var cases = open.stream().map(subject -> quoted(language, subject)).toList();
        return Stream.of(
                        open.isEmpty()
                                ? language.say("summary.quiet")
                                : language.say("summary.open", Map.of("cases", language.list(cases))),
                        next.isEmpty()
                                ? language.say("summary.nothingNext")
                                : language.say("summary.next", Map.of("steps", language.list(next))),
                        language.say("summary.normal"))
                .collect(Collectors.joining("\n\n"));
    }

    /**
     * The same where there is a plan: from what both sides can see of it (C-80, C-81).
     *
     * @param open what else we work on, in the client's words
     * @param atMost how many things stand in one line of it
     */
    public String suggestedSummary(Letter letter, List<String> open, WhereWeAre where, int atMost) {
        var language = language(letter);
        var page = page(letter.client(), where, language, signature(letter, language));
        var steps = page.steps().stream()
                .flatMap(part -> part.steps().stream())
                .map(step -> step.what() + " (" + step.who() + ", " + step.day() + ")")
                .limit(atMost)
                .toList();
        return Stream.of(
                        open.isEmpty()
                                ? language.say("summary.quiet")
                                : language.say(
                                        "summary.open",
                                        Map.of(
                                                "cases",
                                                language.list(open.stream()
                                                        .map(subject -> quoted(language, subject))
                                                        .toList()))),
                        signs(page, language, "seen", Set.of("kept"), atMost),
                        signs(page, language, "late", Set.of("late"), atMost),
                        signs(page, language, "coming", Set.of("soon"), atMost),
                        steps.isEmpty()
                                ? language.say("summary.nothingNext")
                                : language.say("summary.next", Map.of("steps", language.list(steps))),
                        language.say(
                                "where.summary.normal",
                                Map.of(
                                        "words",
                                        page.normal().stream()
                                                .map(lines -> String.join("\n", lines))
                                                .collect(Collectors.joining("\n\n")))))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String quoted(Language language, String words) {
        return language.say("where.summary.quote", Map.of("words", words));
    }

    /** The signs that stand like this, in one line; empty where there are none. */
    private static String signs(WhereWeArePage page, Language language, String which, Set<String> marks, int atMost) {
        var signs = page.goals().stream()
                .flatMap(goal -> goal.signs().stream())
                .filter(sign -> marks.contains(sign.mark()))
                .map(sign -> quoted(language, SafeText.line(sign.what(), 100)) + " (" + sign.state() + ")")
                .limit(atMost)
                .toList();
        return signs.isEmpty() ? "" : language.say("where.summary." + which, Map.of("signs", language.list(signs)));
    }

    /**
     * An invitation to a talk, or word that it moves or is off, with the entry for the calendar.
     *
     * @param text what the mail says, without greeting and signature
     */
    public String invitation(Letter letter, String purpose, String title, String text, List<MailFile> files) {
        var words = new HashMap<String, Object>();
        words.put("text", Prose.of(text));
        var body = render(letter, Template.NOTE, words);
        var contact = letter.contact();
        return post.send(new OutgoingMail(
                letter.idempotencyKey(),
                letter.theCase().businessKey(),
                purpose,
                Stream.concat(Stream.of(new Mailbox(contact.email(), contact.name())), letter.others().stream())
                        .toList(),
                SafeText.line(title, SUBJECT_LENGTH),
                body.text(),
                body.html(),
                false,
                true,
                null,
                files));
    }

    /** "Touch-base with Birch", in the reader's language. */
    public String touchBaseTitle(Letter letter) {
        return language(letter)
                .say("touchBase.title", Map.of("client", letter.client().name()));
    }

    /** What an invitation to a talk says: that it is arranged, moved or off. */
    public String touchBaseText(Letter letter, String which, @Nullable Instant when) {
        var at = when == null ? "" : moments(letter, clock.instant()).at(when);
        return language(letter).say("touchBase." + which, Map.of("at", at));
    }

    /** Their mail of that size did not fit; only who wrote about what came through (I13). */
    public String tooLarge(Letter letter, String size, String most) {
        var words = new HashMap<String, Object>();
        words.put("size", size);
        words.put("most", most);
        return send(letter, "mailTooLarge", Template.TOO_LARGE, words, true, null);
    }

    /** A phrase of the reader's language, filled in; an unknown key is a programming error. */
    public String phrase(Letter letter, String key, Map<String, String> words) {
        return language(letter).say(key, words);
    }

    /** A point in time as the reader says it, in the client's zone, counted from today. */
    public String moment(Letter letter, Instant at) {
        return moments(letter, clock.instant()).at(at);
    }

    /**
     * A few lines between greeting and signature, in the client's hours.
     *
     * @param purpose the step that says it
     */
    public String note(Letter letter, String purpose, String text) {
        var words = new HashMap<String, Object>();
        words.put("text", Prose.of(text));
        return send(letter, purpose, Template.NOTE, words, false, inTheirHours(letter.client()));
    }

    private String suggestion(Letter letter, String key) {
        return language(letter).say(key, Map.of("subject", subject(letter)));
    }

    private Map<String, Object> replyWords(
            Letter letter,
            @Nullable String position,
            @Nullable Instant positionBy,
            @Nullable String replyText,
            List<Promised> promises,
            Instant goesOut) {
        var moments = moments(letter, goesOut);
        var words = new HashMap<String, Object>();
        words.put("position", Prose.of(position));
        words.put("positionBy", positionBy == null ? null : moments.by(positionBy));
        words.put("text", Prose.of(replyText));
        words.put(
                "promises",
                promises.stream()
                        .map(promise -> new PromiseLine(
                                SafeText.line(promise.what(), Integer.MAX_VALUE),
                                nameOf(promise.owner(), letter.owner()),
                                moments.by(promise.due())))
                        .toList());
        return words;
    }

    /** A promise as the client reads it. */
    record PromiseLine(String what, String who, String by) {}

    private String nameOf(String userId, Person owner) {
        return userId.equals(owner.id())
                ? owner.name()
                : colleagues.person(userId).name();
    }

    private String send(
            Letter letter,
            String purpose,
            Template template,
            Map<String, Object> words,
            boolean automatic,
            @Nullable Instant goesOut) {
        var body = render(letter, template, words);
        var contact = letter.contact();
        return post.send(new OutgoingMail(
                letter.idempotencyKey(),
                letter.theCase().businessKey(),
                purpose,
                Stream.concat(Stream.of(new Mailbox(contact.email(), contact.name())), letter.others().stream())
                        .toList(),
                subject(letter),
                body.text(),
                body.html(),
                automatic,
                true,
                goesOut != null && goesOut.isAfter(clock.instant()) ? goesOut : null));
    }

    private MailTemplates.Body render(Letter letter, Template template, Map<String, Object> words) {
        var language = language(letter);
        var all = new HashMap<>(words);
        all.put("language", language.tag());
        all.put("greeting", Greeting.to(letter.contact().name(), language));
        all.put("closing", language.say("closing"));
        all.put("signedBy", signature(letter, language));
        all.put("reach", language.say("reach"));
        return templates.render(template, language, all);
    }

    /** The owner, or who stands in for them on the day it is written: the client knows with whom they speak (C-04, F13). */
    private String signature(Letter letter, Language language) {
        var owner = letter.owner();
        var acting = colleagues.acting(letter.client(), owner.id());
        return acting.id().equals(owner.id())
                ? owner.name()
                : language.say("signature.for", Map.of("who", acting.name(), "owner", owner.name()));
    }

    private String subject(Letter letter) {
        var bare = REPLY_PREFIX.matcher(letter.theCase().subject()).replaceFirst("");
        var line = SafeText.line(bare, SUBJECT_LENGTH);
        return line.isEmpty() ? language(letter).say("subject.none") : line;
    }

    private Language language(Letter letter) {
        return templates.language(letter.contact().language());
    }

    private Moments moments(Letter letter, Instant goesOut) {
        return new Moments(language(letter), letter.client().timeZone(), goesOut);
    }

    private Instant inTheirHours(Client client) {
        return BusinessCalendar.of(client.timeZone(), client.holidayCalendar(), client.hours())
                .nextOpen(clock.instant());
    }
}
