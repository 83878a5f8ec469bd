package agency.frontline.demo;

import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.PlanDraft.Room;
import agency.frontline.client.plan.PlanNotes;
import agency.frontline.client.plan.Plans;
import agency.frontline.text.Answers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The plan that BIRCH bought into some weeks ago, for somebody to look at and to doubt: one early sign was seen, one is
 * late, one comes soon (C-81). A plan that is there already stays as it is.
 */
@Component
@Profile("demo")
@Order(21) // behind the demo clients, whose plan it is
class DemoPlans implements ApplicationRunner {

    private static final String CLIENT = "BIRCH";

    private static final int DAYS_GONE = 50;

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
                .filter(client -> plans.latest(client.code()).isEmpty())
                .ifPresent(this::plan);
    }

    private void plan(Client client) {
        var today = LocalDate.ofInstant(clock.instant(), client.timeZone());
        var manager = client.team().accountManager();
        var room = new Room(null, Set.of(), client.contacts(), today.minusDays(DAYS_GONE), today);
        plans.record(client, PlanDraft.from(new Answers(plan(today)::get), room), 0, manager, null);
        look(client, "G1.2", "YES", today.minusDays(13), manager);
        look(client, "G2.2", "NO", today.minusDays(3), manager);
    }

    private void look(Client client, String sign, String seen, LocalDate day, String by) {
        var look = Map.<String, Object>of(PlanNotes.SIGN, sign, PlanNotes.SEEN, seen, PlanNotes.DAY, day.toString());
        notes.look(client, new Answers(look::get), by);
    }

    private static Map<String, Object> plan(LocalDate today) {
        return Map.of(
                "goals",
                        List.of(
                                Map.of(
                                        "what", "Thirty enquiries a month from shops that do not know us yet",
                                        "measure", "Enquiries in the CRM",
                                        "sign", "Ten enquiries a month",
                                        "signBy", in(today, 60),
                                        "moreSigns",
                                                in(today, -12) + " The new pages are found at all\n" + in(today, 9)
                                                        + " The first buyer comes from a search"),
                                Map.of(
                                        "what", "Buyers name us among the first three outdoor makers",
                                        "measure", "Forty buyers, asked on the phone",
                                        "sign", "Two trade papers have written about us",
                                        "signBy", in(today, 90),
                                        "moreSigns", in(today, -4) + " One trade paper asks for a talk")),
                "premises",
                        List.of(
                                Map.of("what", "Buyers look for us by what we make, not by our name"),
                                Map.of("what", "Buyers have heard of us before they ask for a proposal"),
                                Map.of("what", "The website answers within a second, on a phone too")),
                "sections",
                        List.of(
                                Map.of(
                                        "title", "Being found",
                                        "text", "A page for each range that answers what buyers type into a search."),
                                Map.of("title", "Being known", "text", "The trade press, and talks at two fairs.")),
                "workItems",
                        List.of(
                                item("Pages for the four ranges", in(today, 75), "60", "6000"),
                                item("Articles in the trade press", in(today, 120), "80", "11000"),
                                item("Talks at two fairs", in(today, 150), "40", "5000")),
                "scopeIn", "Pages for the four ranges\nArticles in the trade press\nTalks at two fairs",
                "scopeOut",
                        List.of(
                                Map.of("what", "Paid search", "because", "It buys a month, not a name"),
                                Map.of("what", "Films", "because", "This year's budget goes into being found")),
                "currency", "GBP",
                "boughtInBy", List.of("ceo@birch.example"),
                "boughtInOn", in(today, -DAYS_GONE));
    }

    private static Map<String, Object> item(String what, String due, String hours, String money) {
        return Map.of("what", what, "due", due, "hours", hours, "money", money);
    }

    private static String in(LocalDate today, int days) {
        return today.plusDays(days).toString();
    }
}
