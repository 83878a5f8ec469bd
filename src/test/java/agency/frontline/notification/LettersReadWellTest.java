package agency.frontline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.Channel;
import agency.frontline.client.Client;
import agency.frontline.client.plan.Plan;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.PlanPhase;
import agency.frontline.client.plan.SignLook;
import agency.frontline.client.plan.SomePlan;
import agency.frontline.client.pledge.BadNews;
import agency.frontline.client.pledge.Pledge;
import agency.frontline.client.pledge.PledgeTerms;
import agency.frontline.mail.MailAlarm;
import agency.frontline.text.Answers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every letter and notice reads as it was approved, in every language")
class LettersReadWellTest {

    private static final Instant TODAY = Instant.parse("2026-11-24T16:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-11-25T10:30:00Z");
    private static final Instant NEXT_TUESDAY = Instant.parse("2026-12-01T12:00:00Z");

    private static final Instant IN_TEN_DAYS = Instant.parse("2026-12-04T10:00:00Z");
    private static final LocalDate AGREED = LocalDate.of(2026, 12, 1);
    private static final LocalDate FORECAST = LocalDate.of(2026, 12, 18);
    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

    private static Pledge pledge(int version, String decider) {
        return new Pledge(
                "BIRCH",
                version,
                new PledgeTerms(
                        Map.of(Channel.EMAIL, 4, Channel.PHONE, 2, Channel.TEXT, 1),
                        version == 1 ? 7 : 1,
                        version,
                        version == 1 ? BadNews.CALL_FIRST : BadNews.IN_PERSON,
                        2,
                        decider,
                        null,
                        "CEO → marketing → Anna",
                        List.of("+44 20 7946 0000, 8–20")),
                "manager",
                TODAY,
                null,
                null,
                null,
                null);
    }

    /** Half-way through a plan: one sign was seen, one is late, one comes soon. */
    private static WhereWeAre where(Client client) {
        var answers = SomePlan.answers();
        answers.put(
                "goals",
                List.of(Map.of(
                        "what", "Thirty leads a month",
                        "measure", "Leads in the CRM",
                        "sign", "Five leads a month",
                        "signBy", "2026-10-30",
                        "moreSigns", "2026-11-20 Ten leads a month\n2026-12-04 Twenty leads a month")));
        answers.put("workItems", List.of());
        answers.put("endsOn", "2027-02-26");
        var begun = LocalDate.of(2026, 9, 1);
        var plan = new Plan(
                client.code(),
                1,
                PlanDraft.from(
                        new Answers(answers::get), new PlanDraft.Room(null, Set.of(), client.contacts(), begun, begun)),
                "manager",
                TODAY,
                null);
        return new WhereWeAre(
                plan,
                1,
                begun,
                LocalDate.of(2026, 11, 24),
                PlanPhase.MIDDLE,
                Map.of("G1.1", new SignLook("G1.1", true, LocalDate.of(2026, 10, 28), "manager", TODAY)),
                List.of(plan),
                List.of(
                        new WhereWeAre.Step("Send the proofs", "Anna Nowak", LocalDate.of(2026, 11, 27), true),
                        new WhereWeAre.Step("Choose a photo", "Odile Quist", LocalDate.of(2026, 11, 30), false)),
                NEXT_TUESDAY,
                List.of(),
                null,
                Map.of());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allLetters")
    void letters(String name, Client client, BiConsumer<Letters, Letter> write) {
        var agency = Sample.at("2026-11-24T10:00:00Z");

        write.accept(agency.letters, Sample.letter(client));

        Golden.hold(name, agency.last());
    }

    static Stream<Arguments> allLetters() {
        var english = new Rows<Letters, Letter>(Sample.BIRCH)
                .with("acknowledgement", (letters, letter) -> letters.acknowledgement(letter, TODAY))
                .with(
                        "first-view",
                        (letters, letter) -> letters.firstView(
                                letter,
                                "My first view: the colours on the board are off because the proof was made for paper.\n\n"
                                        + "I would rather reprint it than talk about whose proof it was.",
                                List.of("media-specialists", "producers"),
                                TOMORROW))
                .with(
                        "first-view-without-date",
                        (letters, letter) ->
                                letters.firstView(letter, "My first view: reprint.", List.of("the-press"), null))
                .with(
                        "reply",
                        (letters, letter) -> letters.reply(
                                letter,
                                "We reprint the board at our cost.",
                                null,
                                "The new proof is made for the board, not for paper.\nYou see it before it is printed.",
                                List.of(
                                        new Promised("New proof to you", "manager", TOMORROW),
                                        new Promised("New board in place", "media", NEXT_TUESDAY)),
                                false))
                .with(
                        "reply-without-view-yet",
                        (letters, letter) -> letters.reply(letter, null, TOMORROW, null, List.of(), false))
                .with("chaser-1", (letters, letter) -> letters.chaser(letter, null, 1))
                .with("chaser-2", (letters, letter) -> letters.chaser(letter, null, 2))
                .with("chaser-3", (letters, letter) -> letters.chaser(letter, null, 3))
                .with("update", (letters, letter) -> letters.update(letter, letters.suggestedUpdate(letter)))
                .with("new-owner", (letters, letter) -> letters.newOwner(letter, Sample.JAMES))
                .with("too-large", (letters, letter) -> letters.tooLarge(letter, "60 MB", "50 MB"))
                .with("deliverable", (letters, letter) -> letters.deliverable(letter, words(1), List.of(), true))
                .with("deliverable-again", (letters, letter) -> letters.deliverable(letter, words(2), List.of(), true))
                .with(
                        "deliverable-reminder",
                        (letters, letter) ->
                                letters.approvalReminder(letter, letters.suggestedApprovalReminder(letter)))
                .with("pledge", (letters, letter) -> letters.pledge(letter, pledge(1, "Sarah Whitfield"), List.of()))
                .with(
                        "pledge-again",
                        (letters, letter) -> letters.pledge(letter, pledge(2, "Sarah Whitfield"), List.of()))
                .with(
                        "plan-news-delay",
                        (letters, letter) -> letters.planNews(
                                letter,
                                letters.suggestedDelay(letter.contact().language(), "Campaign", AGREED, FORECAST)))
                .with(
                        "plan-news-delay-of-plan",
                        (letters, letter) -> letters.planNews(
                                letter, letters.suggestedDelay(letter.contact().language(), null, AGREED, FORECAST)))
                .with(
                        "plan-news-burn",
                        (letters, letter) -> letters.planNews(
                                letter,
                                letters.suggestedBurnNews(letter.contact().language(), 76, 60, 55)))
                .with(
                        "where-we-are",
                        (letters, letter) -> letters.whereWeAre(letter, where(letter.client()), List.of(), false))
                .with(
                        "where-we-are-summary",
                        (letters, letter) -> letters.summary(
                                letter,
                                letters.suggestedSummary(
                                        letter, List.of("Billboard in Leeds"), where(letter.client()), 5)))
                .with("pulse", (letters, letter) -> letters.pulse(letter, TOKEN, IN_TEN_DAYS))
                .with("pulse-reminder", (letters, letter) -> letters.pulseReminder(letter, TOKEN, IN_TEN_DAYS))
                .with(
                        "plan-decision",
                        (letters, letter) -> letters.planDecision(
                                letter,
                                new DecisionWords(
                                        List.of(new DecisionWords.Answered(
                                                "We are invisible, and the board will ask me why.",
                                                "By April the two papers your board reads write of you.")),
                                        List.of(
                                                new DecisionWords.Answered(
                                                        "Where is SEO? I did not see it in the plan.",
                                                        "It is what we call \"Being found\": pages that answer what buyers type in.")),
                                        "The trade press begins with Halden's sector.",
                                        "Sarah Whitfield",
                                        true,
                                        List.of("One article in the building trade press"),
                                        List.of("Films"),
                                        FORECAST,
                                        AGREED),
                                false))
                .with(
                        "plan-decision-as-it-is",
                        (letters, letter) -> letters.planDecision(
                                letter,
                                new DecisionWords(
                                        List.of(new DecisionWords.Answered(
                                                "We are invisible.", "The trade press is next.")),
                                        List.of(),
                                        "We go on.",
                                        "Sarah Whitfield",
                                        false,
                                        List.of(),
                                        List.of(),
                                        null,
                                        AGREED),
                                false))
                .with(
                        "plan-decision-in-small",
                        (letters, letter) -> letters.planDecision(
                                letter,
                                new DecisionWords(
                                        List.of(),
                                        List.of(),
                                        "We go on, with open eyes.",
                                        "Sarah Whitfield",
                                        true,
                                        List.of(),
                                        List.of(),
                                        null,
                                        AGREED),
                                false))
                .with("end-check", (letters, letter) -> letters.endCheck(letter, TOKEN, IN_TEN_DAYS))
                .with("end-check-reminder", (letters, letter) -> letters.endCheckReminder(letter, TOKEN, IN_TEN_DAYS));
        var polish = new Rows<Letters, Letter>(Sample.CEDAR)
                .with("acknowledgement", (letters, letter) -> letters.acknowledgement(letter, TODAY))
                .with(
                        "first-view",
                        (letters, letter) -> letters.firstView(
                                letter,
                                "Na pierwszy rzut oka: kolory plakatu odbiegają od projektu, bo próbny wydruk był na papier.\n\n"
                                        + "Wolę wydrukować go jeszcze raz, niż ustalać, czyja to była próba.",
                                List.of("media-specialists", "producers"),
                                TOMORROW))
                .with(
                        "first-view-without-date",
                        (letters, letter) -> letters.firstView(letter, "Proponuję dodruk.", List.of("the-press"), null))
                .with(
                        "reply",
                        (letters, letter) -> letters.reply(
                                letter,
                                "Drukujemy plakaty ponownie na nasz koszt.",
                                null,
                                "Nowy wydruk próbny będzie na właściwym podłożu.\nZobaczą go Państwo przed drukiem.",
                                List.of(
                                        new Promised("Nowy wydruk próbny", "manager", TOMORROW),
                                        new Promised("Nowe plakaty w metrze", "media", NEXT_TUESDAY)),
                                false))
                .with(
                        "reply-without-view-yet",
                        (letters, letter) -> letters.reply(letter, null, TOMORROW, null, List.of(), false))
                .with("chaser-1", (letters, letter) -> letters.chaser(letter, null, 1))
                .with("chaser-2", (letters, letter) -> letters.chaser(letter, null, 2))
                .with("chaser-3", (letters, letter) -> letters.chaser(letter, null, 3))
                .with("update", (letters, letter) -> letters.update(letter, letters.suggestedUpdate(letter)))
                .with("new-owner", (letters, letter) -> letters.newOwner(letter, Sample.JAMES))
                .with("too-large", (letters, letter) -> letters.tooLarge(letter, "60 MB", "50 MB"))
                .with("deliverable", (letters, letter) -> letters.deliverable(letter, words(1), List.of(), true))
                .with("deliverable-again", (letters, letter) -> letters.deliverable(letter, words(2), List.of(), true))
                .with(
                        "deliverable-reminder",
                        (letters, letter) ->
                                letters.approvalReminder(letter, letters.suggestedApprovalReminder(letter)))
                .with(
                        "pledge",
                        (letters, letter) -> letters.pledge(letter, pledge(1, "Katarzyna Wiśniewska"), List.of()))
                .with(
                        "pledge-again",
                        (letters, letter) -> letters.pledge(letter, pledge(2, "Katarzyna Wiśniewska"), List.of()))
                .with(
                        "plan-news-delay",
                        (letters, letter) -> letters.planNews(
                                letter,
                                letters.suggestedDelay(letter.contact().language(), "Kampania", AGREED, FORECAST)))
                .with(
                        "plan-news-delay-of-plan",
                        (letters, letter) -> letters.planNews(
                                letter, letters.suggestedDelay(letter.contact().language(), null, AGREED, FORECAST)))
                .with(
                        "plan-news-burn",
                        (letters, letter) -> letters.planNews(
                                letter,
                                letters.suggestedBurnNews(letter.contact().language(), 76, 60, 55)))
                .with(
                        "where-we-are",
                        (letters, letter) -> letters.whereWeAre(letter, where(letter.client()), List.of(), false))
                .with(
                        "where-we-are-summary",
                        (letters, letter) -> letters.summary(
                                letter,
                                letters.suggestedSummary(
                                        letter, List.of("Plakaty w metrze"), where(letter.client()), 5)))
                .with("pulse", (letters, letter) -> letters.pulse(letter, TOKEN, IN_TEN_DAYS))
                .with("pulse-reminder", (letters, letter) -> letters.pulseReminder(letter, TOKEN, IN_TEN_DAYS))
                .with(
                        "plan-decision",
                        (letters, letter) -> letters.planDecision(
                                letter,
                                new DecisionWords(
                                        List.of(new DecisionWords.Answered(
                                                "Nikt nas nie widzi, a zarząd zapyta, dlaczego.",
                                                "Do kwietnia napiszą o Państwu dwie gazety, które czyta zarząd.")),
                                        List.of(
                                                new DecisionWords.Answered(
                                                        "Gdzie jest SEO? Nie widzę go w planie.",
                                                        "To, co nazywamy „Znajdą nas”: strony, które odpowiadają na pytania kupujących.")),
                                        "Prasa branżowa zaczyna od budownictwa.",
                                        "Anna Nowak",
                                        true,
                                        List.of("Artykuł w prasie budowlanej"),
                                        List.of("Filmy"),
                                        FORECAST,
                                        AGREED),
                                false))
                .with("end-check", (letters, letter) -> letters.endCheck(letter, TOKEN, IN_TEN_DAYS))
                .with("end-check-reminder", (letters, letter) -> letters.endCheckReminder(letter, TOKEN, IN_TEN_DAYS));
        return Stream.concat(english.rows.build(), polish.rows.build());
    }

    /** From its second version on, with a part that changed, one that came and one that went. */
    private static DeliverableWords words(int version) {
        return new DeliverableWords(
                "LETTER_OF_PROPOSAL",
                "Roadside & more",
                version,
                false,
                List.of(new DeliverableWords.Part("budget", "Budget", "52,000")),
                version == 1
                        ? List.of()
                        : List.of(
                                changed("budget", "48,000", "52,000"),
                                changed("contingency", "", "A week <and> a day"),
                                changed("references", "Ask Cedar", "")));
    }

    private static DeliverableWords.Changed changed(String part, String before, String after) {
        return new DeliverableWords.Changed(
                part, "References", List.of(new DeliverableWords.Passage(before, after, List.of())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allNotices")
    void notices(String name, Client client, BiConsumer<Notices, Notices.About> write) {
        var agency = Sample.withStaffLanguage(client.languages().get(0));

        write.accept(agency.notices, Sample.about(client));

        Golden.hold(name, agency.last());
        assertThat(agency.last().automatic()).isTrue();
        assertThat(agency.last().toClient()).isFalse();
    }

    static Stream<Arguments> allNotices() {
        return Stream.of(Sample.BIRCH, Sample.CEDAR).flatMap(client -> {
            var rows = new Rows<Notices, Notices.About>(client);
            rows.with("notice-first-response-at-risk", (n, about) -> n.firstResponseAtRisk(about, "manager", TODAY))
                    .with(
                            "notice-first-response-overdue",
                            (n, about) -> n.firstResponseOverdue(about, "manager", TODAY, Sample.KEPT))
                    .with(
                            "notice-first-response-still-overdue",
                            (n, about) -> n.firstResponseStillOverdue(about, "director", TODAY, Sample.KEPT))
                    .with(
                            "notice-account-at-risk",
                            (n, about) -> n.accountAtRisk(about, "director", "They asked two rivals."))
                    .with(
                            "notice-client-wrote-again",
                            (n, about) -> n.clientWroteAgain(about, "manager", "And the logo!"))
                    .with(
                            "notice-promise-due-soon",
                            (n, about) -> n.promiseDueSoon(about, "media", "New board", TOMORROW))
                    .with(
                            "notice-promise-overdue",
                            (n, about) ->
                                    n.promiseOverdue(about, "media", "manager", "New board", NEXT_TUESDAY, Sample.KEPT))
                    .with(
                            "notice-opinion-asked",
                            (n, about) ->
                                    n.opinionAsked(about, "media-specialists", "Can it hang by Friday?", TOMORROW))
                    .with(
                            "notice-opinion-overdue",
                            (n, about) -> n.opinionOverdue(about, "media-specialists", "manager", TODAY, Sample.KEPT))
                    .with("notice-update-due", (n, about) -> n.updateDue(about, "manager", TODAY))
                    .with(
                            "notice-delivery-failed",
                            (n, about) ->
                                    n.deliveryFailed(about, "manager", "sara@birch.example", "550 No such user here"))
                    .with(
                            "notice-pulse-low",
                            (n, about) -> n.pulseLow(
                                    about,
                                    "director",
                                    "How are we doing? Service 3 of 10, work 8 of 10, how it feels 2 of 10.\n\nNobody calls back."))
                    .with(
                            "notice-pulse-returned",
                            (n, about) ->
                                    n.pulseReturned(about, "manager", "sara@birch.example", "550 No such user here"))
                    .with(
                            "notice-draft-asked",
                            (n, about) ->
                                    n.draftAsked(about, null, "media-specialists", "They decide by Friday.", TOMORROW))
                    .with(
                            "notice-draft-overdue",
                            (n, about) -> n.draftOverdue(about, "media", "media-specialists", "manager", TODAY))
                    .with(
                            "notice-challenge-asked",
                            (n, about) ->
                                    n.challengeAsked(about, "media-specialists", "They decide by Friday.", TOMORROW))
                    .with(
                            "notice-challenge-overdue",
                            (n, about) -> n.challengeOverdue(about, "media-specialists", "manager", TODAY))
                    .with(
                            "notice-client-answered-deliverable",
                            (n, about) -> n.clientAnsweredDeliverable(about, "manager", "Yes, let us do that."))
                    .with("notice-approval-silent", (n, about) -> n.approvalSilent(about, "manager", TODAY))
                    .with(
                            "notice-budget-burn",
                            (n, about) -> n.budgetBurn(
                                    about,
                                    List.of("manager", "director"),
                                    92,
                                    70,
                                    "Nine tenths of what was agreed are used.",
                                    TOMORROW))
                    .with(
                            "notice-plan-changed",
                            (n, about) -> n.planChanged(
                                    about,
                                    List.of("manager", "writer"),
                                    2,
                                    "We speak to builders first.\nIN3 is new: One article a month (in)"))
                    .with(
                            "notice-plan-delayed",
                            (n, about) -> n.planDelayed(
                                    about,
                                    List.of("manager"),
                                    "W2 \"Campaign\" is agreed for 2026-12-01 and looks like 2026-12-20.",
                                    TOMORROW))
                    .with(
                            "notice-plan-warning-unanswered",
                            (n, about) -> n.planWarningUnanswered(
                                    about,
                                    "manager",
                                    "director",
                                    "W2 \"Campaign\" is agreed for 2026-12-01 and looks like 2026-12-20.",
                                    TODAY))
                    .with("notice-end-check-late", (n, about) -> n.endCheckLate(about, "manager", "director", TODAY))
                    .with("notice-end-check-unanswered", (n, about) -> n.endCheckUnanswered(about, "manager"))
                    .with(
                            "notice-rescue-needed",
                            (n, about) -> n.rescueNeeded(about, "director", "They asked two rivals."))
                    .with("notice-rescue-visit-overdue", (n, about) -> n.rescueVisitOverdue(about, "manager", TODAY))
                    .with("notice-rescue-review-overdue", (n, about) -> n.rescueReviewOverdue(about, "director", TODAY))
                    .with("notice-third-silence", (n, about) -> n.thirdSilence(about, "director"))
                    .with(
                            "notice-case-handed-over",
                            (n, about) -> n.caseHandedOver(about, "manager", "manager2", "James is on leave.", null))
                    .with(
                            "notice-sender-unknown",
                            (n, about) -> n.senderUnknown(
                                    new Notices.About("notice-1", about.theCase(), null),
                                    "sara@new.example",
                                    "Hello, do you also do radio?"))
                    .with(
                            "notice-digest",
                            (n, about) -> n.digest(
                                    "digest-1",
                                    Sample.ANNA,
                                    4_940,
                                    TODAY,
                                    List.of(
                                            "ISS-2026-00042  First answer overdue: Birch",
                                            "ISS-2026-00043  Promise overdue: Birch")));
            for (var kind : MailAlarm.Kind.values()) {
                rows.with(
                        "notice-alarm-" + kind.name().toLowerCase().replace('_', '-'),
                        (n, about) -> n.mailAlarm("alarm-1", kind.name(), "robot@birch.example"));
            }
            return rows.rows.build();
        });
    }

    /** The mails of one client, each under its language and name. */
    private static final class Rows<W, E> {
        private final Client client;
        private final Stream.Builder<Arguments> rows = Stream.builder();

        Rows(Client client) {
            this.client = client;
        }

        Rows<W, E> with(String name, BiConsumer<W, E> write) {
            rows.add(Arguments.of(client.languages().get(0) + "/" + name, client, write));
            return this;
        }
    }
}
