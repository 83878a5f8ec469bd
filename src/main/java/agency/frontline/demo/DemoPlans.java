package agency.frontline.demo;

import agency.frontline.client.Clients;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.Plans;
import agency.frontline.text.Answers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The plan that BIRCH bought into today, for somebody to doubt; a plan that is there already stays as it is. */
@Component
@Profile("demo")
@Order(21) // behind the demo clients, whose plan it is
class DemoPlans implements ApplicationRunner {

    private static final String CLIENT = "BIRCH";

    private final Clients clients;
    private final Plans plans;
    private final Clock clock;

    DemoPlans(Clients clients, Plans plans, Clock clock) {
        this.clients = clients;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        clients.find(CLIENT)
                .filter(client -> plans.latest(client.code()).isEmpty())
                .ifPresent(client -> {
                    var today = LocalDate.ofInstant(clock.instant(), client.timeZone());
                    plans.record(
                            client,
                            PlanDraft.from(new Answers(plan(today)::get), plans.room(client)),
                            0,
                            client.team().accountManager(),
                            null);
                });
    }

    private static Map<String, Object> plan(LocalDate today) {
        return Map.of(
                "goals",
                        List.of(
                                Map.of(
                                        "what", "Thirty enquiries a month from shops that do not know us yet",
                                        "measure", "Enquiries in the CRM",
                                        "sign", "Ten enquiries a month",
                                        "signBy", in(today, 60)),
                                Map.of(
                                        "what", "Buyers name us among the first three outdoor makers",
                                        "measure", "Forty buyers, asked on the phone",
                                        "sign", "Two trade papers have written about us",
                                        "signBy", in(today, 90))),
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
                "boughtInBy", List.of("ceo@birch.example"));
    }

    private static Map<String, Object> item(String what, String due, String hours, String money) {
        return Map.of("what", what, "due", due, "hours", hours, "money", money);
    }

    private static String in(LocalDate today, int days) {
        return today.plusDays(days).toString();
    }
}
