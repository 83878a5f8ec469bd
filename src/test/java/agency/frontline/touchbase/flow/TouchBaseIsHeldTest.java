package agency.frontline.touchbase.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.LastContacts;
import agency.frontline.casefile.Promises;
import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.Plans;
import agency.frontline.client.plan.SomePlan;
import agency.frontline.correction.CorrectionSize;
import agency.frontline.correction.Corrections;
import agency.frontline.nextstep.NextSteps;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.text.Answers;
import agency.frontline.text.Mailbox;
import agency.frontline.touchbase.PressureSignal;
import agency.frontline.touchbase.Thoughtfulness;
import agency.frontline.touchbase.TouchBases;
import biweekly.Biweekly;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A few minutes with a client, before anything is wrong")
class TouchBaseIsHeldTest {

    @Autowired
    Cases cases;

    @Autowired
    TouchBases touchBases;

    @Autowired
    Thoughtfulness thoughtfulness;

    @Autowired
    NextSteps steps;

    @Autowired
    Promises promises;

    @Autowired
    LastContacts contacts;

    @Autowired
    Plans plans;

    @Autowired
    Corrections corrections;

    @Test
    @DisplayName("the early signs of the plan that are looked for about now stand on the form (C-81)")
    void theSignsOfThePlanStandOnTheForm() {
        var client = cases.clientLike("BIRCH");
        var touchBase = begun(client);
        assertThat(touchBase.shown("manager", "prepareTouchBase", "planSigns")).hasToString("[]");
        var sign = touchBase.day(20);
        var answers = SomePlan.answers();
        answers.put(
                "goals",
                List.of(Map.of(
                        "what", "Thirty leads a month",
                        "measure", "Leads in the CRM",
                        "sign", "Ten leads a month",
                        "signBy", sign,
                        "moreSigns", "2099-03-31 Twenty leads a month")));
        plans.record(client, PlanDraft.from(new Answers(answers::get), plans.room(client)), 0, "manager", null);

        assertThat(touchBase.shown("manager", "prepareTouchBase", "planSigns"))
                .hasToString("[{\"number\":\"G1.1\",\"what\":\"Ten leads a month\",\"by\":\"" + sign + "\"}]");
    }

    @Test
    @DisplayName("where there is a plan, the summary says what the page of the plan says, and can be changed (C-80)")
    void theSummaryComesFromThePlan() {
        var client = cases.clientLike("BIRCH");
        var touchBase = begun(client);
        var answers = SomePlan.answers();
        answers.put(
                "goals",
                List.of(Map.of(
                        "what", "Thirty leads a month",
                        "measure", "Leads in the CRM",
                        "sign", "Ten leads a month",
                        "signBy", touchBase.day(10))));
        plans.record(client, PlanDraft.from(new Answers(answers::get), plans.room(client)), 0, "manager", null);

        touchBase.does("manager", "prepareTouchBase", Map.of());

        assertThat((String) touchBase.variable("summary"))
                .contains(
                        "Where we are: everything you asked for is settled.",
                        "What you can look out for: “Ten leads a month” (due soon, by ",
                        "What is next: nothing waits for you",
                        "What is normal now: We are laying the ground.");
        touchBase.does("manager", "holdTouchBase", with(talk(client, "PHONE"), "summary", "All is well."));
        assertThat(touchBase.lastToClient().text()).contains("All is well.").doesNotContain("laying the ground");
    }

    @Test
    void whatIsOpenStandsReadyAndWhatCameOfItIsKept() {
        var client = cases.clientLike("BIRCH");
        var touchBase = begun(client).waitsAt("prepareTouchBase");
        assertThat(touchBase.key()).matches("TCH-\\d{4}-\\d{5}");
        assertThat(touchBase.head().owner()).isEqualTo("manager");
        touchBase
                .does("manager", "prepareTouchBase", Map.of())
                .waitsAt("holdTouchBase")
                .does(
                        "manager",
                        "holdTouchBase",
                        with(
                                talk(client, "VISIT"),
                                "corrections",
                                rows(Map.of("what", "Proofs come a day earlier", "changes", "SCHEDULE_SLIGHT")),
                                "nextSteps",
                                rows(Map.of("what", "Send the proofs", "owner", "writer", "due", touchBase.day(2)))));
        touchBase.waitsAt("completeNextStep");
        assertThat(touchBase.lastToClient().purpose()).isEqualTo("sendWhereWeAre");
        assertThat(touchBase.lastToClient().text()).contains("Where we are", "What is next", "What is normal now");
        assertThat(touchBases.visits(client.code(), 90)).containsExactly(new TouchBases.Visits("manager", 1));
        assertThat(corrections.count(client.code(), CorrectionSize.MINOR, 30)).isEqualTo(1);
        assertThat(touchBases.heldOf(client.code(), 30)).containsExactly(1, 1);
        assertThat(contacts.of(client.code())).contains(cases.now());
        touchBase
                .does("writer", "completeNextStep", Map.of("stepOutcome", "DONE"))
                .endsAs(Status.RESOLVED);
    }

    @Test
    void allThatIsOpenWithTheClientIsOnOneForm() {
        var client = cases.clientLike("BIRCH");
        cases.mailFrom(ceo(client), "The posters", "When do they come?");
        promises.make(cases.openOf(ceo(client)).key(), client.code(), "A proof", "manager", cases.now());
        thoughtfulness.think(client.code(), ceo(client), "A card for the new shop", null);
        var touchBase = begun(client);
        assertThat(rowsOf(touchBase, "openCases")).contains("The posters", "ours");
        assertThat(rowsOf(touchBase, "waitedForRows")).contains("A proof", "Anna Nowak");
        assertThat((String) touchBase.shown("manager", "prepareTouchBase", "thoughtfulText"))
                .contains("A card for the new shop");
    }

    @Test
    void aTouchBaseNeedsWhatWasSaidByWhomAndHow() {
        var client = cases.clientLike("BIRCH");
        var touchBase = begun(client).does("manager", "prepareTouchBase", Map.of());
        touchBase
                .refuses("manager", "holdTouchBase", with(talk(client, "VISIT"), "clientSaid", " "), "clientSaid")
                .refuses(
                        "manager",
                        "holdTouchBase",
                        with(talk(client, "VISIT"), "attendees", list("manager")),
                        "attendees")
                .refuses("manager", "holdTouchBase", with(talk(client, "SMOKE")), "channel")
                .refuses(
                        "manager",
                        "holdTouchBase",
                        with(talk(client, "VISIT"), "corrections", rows(Map.of("what", "A thing", "size", "HUGE"))),
                        "corrections")
                .refuses(
                        "manager",
                        "holdTouchBase",
                        with(talk(client, "VISIT"), "nextSteps", rows(Map.of("what", "Call", "owner", "", "due", ""))),
                        "nextSteps")
                .refuses("manager", "holdTouchBase", with(talk(client, "VISIT"), "summary", ""), "summary")
                .refuses(
                        "manager",
                        "holdTouchBase",
                        with(talk(client, "VISIT"), "pressureSignals", list("RAIN")),
                        "pressureSignals");
    }

    @Test
    void aWorryBecomesAnIssueWithTheirWordsAndNoMailAboutIt() {
        var client = cases.clientLike("BIRCH");
        var touchBase = begun(client)
                .does("manager", "prepareTouchBase", Map.of())
                .does(
                        "manager",
                        "holdTouchBase",
                        with(with(talk(client, "PHONE"), "worry", "We fear the launch slips."), "sendSummary", false))
                .endsAs(Status.RESOLVED);
        assertThat(touchBase.toClient()).isEmpty();
        var issue = cases.openOf(ceo(client));
        assertThat(issue.key()).startsWith("ISS-");
        assertThat(issue.head().owner()).isEqualTo("manager");
        assertThat(issue.messages()).singleElement().satisfies(message -> assertThat(message.text())
                .isEqualTo("We fear the launch slips."));
        assertThat(issue.toClient()).as("they spoke a minute ago").isEmpty();
    }

    @Test
    void theThirdSignalOfPressureWithinSixtyDaysTellsTheDirectorOnce() {
        var client = cases.clientLike("BIRCH");
        held(client, "BUDGET_CUT", "SHORTER_SCHEDULE");
        var third = held(client, "NEW_DECISION_MAKER");
        assertThat(third.told("director")).containsExactly("watchList");
        var fourth = held(client, "LOST_BUSINESS");
        assertThat(fourth.told("director")).isEmpty();
        assertThat(touchBases.signals(client.code(), 60)).contains(PressureSignal.LOST_BUSINESS);
        assertThat((String) begun(client).shown("manager", "prepareTouchBase", "pressureText"))
                .contains("budget cut", "lost business");
    }

    @Test
    void somethingKindIsThoughtOfOncePerPersonAndNeverSent() {
        var client = cases.clientLike("BIRCH");
        var touchBase = begun(client)
                .does("manager", "prepareTouchBase", Map.of())
                .does(
                        "manager",
                        "holdTouchBase",
                        with(
                                with(
                                        with(
                                                with(talk(client, "PHONE"), "touchIdea", "The book she spoke of"),
                                                "milestoneWhat",
                                                "Birthday"),
                                        "milestoneDay",
                                        "2001-"
                                                + cases.now()
                                                        .plus(Duration.ofDays(9))
                                                        .toString()
                                                        .substring(5, 10)),
                                "milestoneEachYear",
                                true));
        assertThat(touchBase.toClient()).extracting(mail -> mail.purpose()).containsExactly("sendWhereWeAre");
        var next = begun(client);
        assertThat((String) next.shown("manager", "prepareTouchBase", "thoughtfulText"))
                .contains("The book she spoke of", "Birthday");
        next.does("manager", "prepareTouchBase", Map.of())
                .does("manager", "holdTouchBase", with(talk(client, "PHONE"), "touchDone", true));
        assertThat(thoughtfulness.open(ceo(client))).isEmpty();
    }

    @Test
    void anHourIsInvitedToMovedAndCancelledUnderOneName() {
        var client = cases.clientLike("BIRCH");
        var touchBase = begun(client)
                .refuses("manager", "prepareTouchBase", Map.of("inviteClient", true), "plannedStart")
                .refuses("manager", "prepareTouchBase", Map.of("plannedStart", "2020-01-01T10:00Z"), "plannedStart")
                .does(
                        "manager",
                        "prepareTouchBase",
                        Map.of(
                                "plannedStart",
                                cases.now().plus(Duration.ofDays(1)).toString(),
                                "inviteClient",
                                true));
        assertThat(touchBase.lastToClient().to())
                .extracting(Mailbox::address)
                .contains(ceo(client))
                .anyMatch(address -> address.startsWith("manager@"));
        var first = event(touchBase);
        touchBase
                .refuses("manager", "holdTouchBase", Map.of("touchBaseAction", "MOVE"), "plannedStart")
                .does(
                        "manager",
                        "holdTouchBase",
                        Map.of(
                                "touchBaseAction",
                                "MOVE",
                                "plannedStart",
                                cases.now().plus(Duration.ofDays(2)).toString()))
                .waitsAt("holdTouchBase");
        var moved = event(touchBase);
        assertThat(moved.getUid().getValue()).isEqualTo(first.getUid().getValue());
        assertThat(moved.getSequence().getValue()).isEqualTo(first.getSequence().getValue() + 1);
        touchBase
                .does("manager", "holdTouchBase", Map.of("touchBaseAction", "SKIP", "reason", "They are ill"))
                .endsAs(Status.WITHDRAWN);
        var off = event(touchBase);
        assertThat(off.getUid().getValue()).isEqualTo(first.getUid().getValue());
        assertThat(off.getSequence().getValue()).isEqualTo(first.getSequence().getValue() + 2);
        assertThat(off.getStatus().isCancelled()).isTrue();
    }

    @Test
    void skippingNeedsAReasonAndTwiceTellsTheDirector() {
        var client = cases.clientLike("BIRCH");
        var first = begun(client)
                .refuses("manager", "prepareTouchBase", Map.of("touchBaseAction", "SKIP"), "reason")
                .does("manager", "prepareTouchBase", Map.of("touchBaseAction", "SKIP", "reason", "A quiet week"))
                .endsAs(Status.WITHDRAWN);
        assertThat(first.told("director")).isEmpty();
        var second = begun(client)
                .does("manager", "prepareTouchBase", Map.of("touchBaseAction", "SKIP", "reason", "Another one"))
                .endsAs(Status.WITHDRAWN);
        assertThat(second.told("director")).containsExactly("touchBasesSkipped");
        held(client);
        var later = begun(client)
                .does("manager", "prepareTouchBase", Map.of("touchBaseAction", "SKIP", "reason", "Holidays"));
        assertThat(later.told("director")).isEmpty();
    }

    @Test
    void aRhythmThatIsMissedShowsOnce() {
        var client = cases.clientLike("BIRCH");
        var touchBase = begun(client).rings("touchBaseOverdue");
        assertThat(touchBase.told("manager")).containsExactly("touchBaseMissed");
        touchBase.after(Duration.ofDays(10));
        assertThat(touchBase.told("manager")).hasSize(1);
    }

    @Test
    void oneThatWasHeldIsNeverMissed() {
        var client = cases.clientLike("BIRCH");
        var touchBase = begun(client)
                .does("manager", "prepareTouchBase", Map.of())
                .does(
                        "manager",
                        "holdTouchBase",
                        with(
                                talk(client, "PHONE"),
                                "nextSteps",
                                rows(Map.of("what", "Call", "owner", "manager", "due", "2099-01-01"))));
        assertThat(touchBase.timer("touchBaseOverdue")).isNull();
    }

    @Test
    void aStepIsFollowedUntilALaterTalkSpeaksOfIt() {
        var client = cases.clientLike("BIRCH");
        var first = begun(client)
                .does("manager", "prepareTouchBase", Map.of())
                .does(
                        "manager",
                        "holdTouchBase",
                        with(
                                talk(client, "PHONE"),
                                "nextSteps",
                                rows(Map.of("what", "Call the printer", "owner", "manager", "due", dayAhead(3)))));
        first.rings("nextStepDueSoon").rings("nextStepOverdue").waitsAt("completeNextStep");
        assertThat(first.told("manager")).containsExactly("nextStepDueSoon", "nextStepOverdue");
        var step = steps.openOfClient(client.code()).get(0);
        var second = begun(client).does("manager", "prepareTouchBase", Map.of());
        second.refuses("manager", "holdTouchBase", talk(client, "PHONE"), "nextSteps")
                .does(
                        "manager",
                        "holdTouchBase",
                        with(
                                talk(client, "PHONE"),
                                "nextSteps",
                                rows(Map.of(
                                        "stepId", step.id(),
                                        "what", step.what(),
                                        "owner", "manager",
                                        "due", dayAhead(9),
                                        "state", "OPEN"))))
                .waitsAt("completeNextStep");
        first.endsAs(Status.RESOLVED);
        assertThat(steps.find(step.id()).orElseThrow().businessKey()).isEqualTo(second.key());
    }

    private String dayAhead(int days) {
        return cases.now().plus(Duration.ofDays(days)).toString().substring(0, 10);
    }

    private Case held(Client client, String... signals) {
        return begun(client)
                .does("manager", "prepareTouchBase", Map.of())
                .does("manager", "holdTouchBase", with(talk(client, "PHONE"), "pressureSignals", list(signals)));
    }

    private Case begun(Client client) {
        return cases.started("manager", "touchBase", Map.of("contact", ceo(client)));
    }

    static String ceo(Client client) {
        return client.contacts().get(0).email();
    }

    private static Map<String, Object> talk(Client client, String channel) {
        return Map.of(
                "channel",
                channel,
                "attendees",
                list(ceo(client), "manager"),
                "clientSaid",
                "All well; the proofs could come earlier.",
                "nextSteps",
                list(),
                "sendSummary",
                true,
                "summary",
                "Where we are: fine.\n\nWhat is next: proofs.\n\nWhat is normal now: quiet.");
    }

    private static String rowsOf(Case touchBase, String name) {
        return ((SpinJsonNode) touchBase.shown("manager", "prepareTouchBase", name)).toString();
    }

    private static biweekly.component.VEvent event(Case touchBase) {
        var files = touchBase.lastToClient().files();
        assertThat(files).hasSize(1);
        return Biweekly.parse(new String(files.get(0).content(), StandardCharsets.UTF_8))
                .first()
                .getEvents()
                .get(0);
    }

    private static Map<String, Object> with(Map<String, Object> form, Object... more) {
        var all = new HashMap<>(form);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    private static SpinJsonNode list(String... texts) {
        var list = Spin.JSON("[]");
        for (var text : texts) {
            list.append(text);
        }
        return list;
    }

    private static SpinJsonNode rows(Map<String, String> row) {
        var node = Spin.JSON("{}");
        row.forEach(node::prop);
        return Spin.JSON("[]").append(node);
    }
}
