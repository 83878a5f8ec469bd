package agency.frontline.demo;

import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.PlanDraft.Room;
import agency.frontline.client.plan.PlanNotes;
import agency.frontline.client.plan.Plans;
import agency.frontline.client.plan.UsageReport;
import agency.frontline.text.Answers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A plan that is under way, so that there is something to see on its page: a third of the way is gone, one early sign was
 * seen, one is late, one comes soon. Only while the client has none.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "frontline.demo.plan", matchIfMissing = true)
@Order(21) // behind the demo clients
class DemoPlans implements ApplicationRunner {

    private static final String CLIENT = "BIRCH";
    private static final int DAYS_GONE = 50;
    private static final String MANAGER = "manager";

    private final Clients clients;
    private final Plans plans;
    private final PlanNotes notes;
    private final Clock clock;

    DemoPlans(Clients clients, Plans plans, PlanNotes notes, Clock clock) {
        this.clients = clients;
        this.plans = plans;
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        clients.find(CLIENT)
                .filter(birch -> plans.latest(birch.code()).isEmpty())
                .ifPresent(this::plan);
    }

    private void plan(Client birch) {
        var today = LocalDate.ofInstant(clock.instant(), birch.timeZone());
        var began = today.minusDays(DAYS_GONE);
        var room = new Room(null, Set.of(), birch.contacts(), began, today);
        plans.record(birch, PlanDraft.from(answers(today, began), room), 0, MANAGER, null);
        look(birch, "G1.1", "YES", today.minusDays(13));
        look(birch, "G2.1", "NO", today.minusDays(3));
        plans.report(
                birch.code(),
                List.of(new UsageReport(
                        today,
                        List.of(
                                used("W1", 60, 100, today.minusDays(22)),
                                used("W2", 55, 60, today.plusDays(10)),
                                used("W3", 10, 10, today.plusDays(70))))),
                MANAGER);
    }

    private static UsageReport.Line used(String item, int hours, int progress, LocalDate forecast) {
        return new UsageReport.Line(item, BigDecimal.valueOf(hours), null, progress, forecast);
    }

    private void look(Client birch, String sign, String seen, LocalDate day) {
        var look = Map.<String, Object>of(PlanNotes.SIGN, sign, PlanNotes.SEEN, seen, PlanNotes.DAY, day.toString());
        notes.look(birch, new Answers(look::get), MANAGER);
    }

    private static Answers answers(LocalDate today, LocalDate began) {
        var plan = new HashMap<String, Object>();
        plan.put(
                "goals",
                List.of(
                        Map.of(
                                "what", "Whoever looks for a tent finds us before the chains",
                                "measure", "First page for “family tent” and “trekking tent”",
                                "sign", "The new pages are found at all",
                                "signBy", today.minusDays(12).toString(),
                                "moreSigns",
                                        today.plusDays(9) + " Half of the new pages on the first two pages\n"
                                                + today.plusDays(62) + " “Family tent” on the first page"),
                        Map.of(
                                "what", "Twelve outdoor schools recommend us",
                                "measure", "Signed partner letters",
                                "sign", "Four schools have said yes",
                                "signBy", today.minusDays(4).toString(),
                                "moreSigns", today.plusDays(45) + " Eight schools have said yes")));
        plan.put(
                "premises",
                List.of(
                        Map.of("what", "People look on the web first and buy in the shop"),
                        Map.of("what", "Outdoor schools like to name one shop they trust"),
                        Map.of("what", "The chains do not answer within the season")));
        plan.put(
                "sections",
                List.of(
                        Map.of(
                                "title",
                                "Be found",
                                "text",
                                "People who look for a tent type what they need it for. Each of these words gets"
                                        + " a page that helps them choose, with your people in it."),
                        Map.of(
                                "title",
                                "Be recommended",
                                "text",
                                "An outdoor school that names you is worth more than a banner. We visit twenty and"
                                        + " ask twelve.")));
        plan.put(
                "workItems",
                List.of(
                        work("Ten pages that help to choose", today.minusDays(20), "60", "6000"),
                        work("Visits to twenty outdoor schools", today.plusDays(10), "90", "9500"),
                        work("The summer guide, with the schools", today.plusDays(70), "80", "8500")));
        plan.put("scopeIn", "Pages that help to choose\nVisits to outdoor schools\nThe summer guide");
        plan.put(
                "scopeOut",
                List.of(
                        Map.of(
                                "what", "Television",
                                "because", "It would eat the money of two years before anybody could say what it did"),
                        Map.of("what", "A shop of your own on the web", "because", "First people have to find you")));
        plan.put("hoursAgreed", "230");
        plan.put("moneyAgreed", "24000");
        plan.put("currency", "GBP");
        plan.put("boughtInBy", "Charlotte Birch");
        plan.put("boughtInOn", began.toString());
        plan.put("endsOn", today.plusDays(100).toString());
        return new Answers(plan::get);
    }

    private static Map<String, Object> work(String what, LocalDate due, String hours, String money) {
        return Map.of("what", what, "due", due.toString(), "hours", hours, "money", money);
    }
}
