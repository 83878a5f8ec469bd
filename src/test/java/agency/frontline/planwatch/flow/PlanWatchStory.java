package agency.frontline.planwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.CaseSearch;
import agency.frontline.client.Client;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.Plans;
import agency.frontline.client.plan.SomePlan;
import agency.frontline.client.plan.UsageReport;
import agency.frontline.client.pledge.AgreedTerms;
import agency.frontline.story.Cases;
import agency.frontline.story.Pledged;
import agency.frontline.text.Answers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds of plans and pledges on each database. */
abstract class PlanWatchStory {

    @Autowired
    Cases cases;

    @Autowired
    CaseRegister register;

    @Autowired
    Plans plans;

    @Autowired
    Pledged pledged;

    @Autowired
    AgreedTerms agreed;

    @Test
    void planAndPledgeComeBackAsTheyWereWritten() {
        var client = withPlan();
        var before = plans.latest(client.code()).orElseThrow();
        var answers = before.content().rows();
        answers.put("changeReason", "They asked");
        answers.put("boughtInBy", "Odile Quist");
        var after =
                plans.record(client, PlanDraft.from(new Answers(answers::get), plans.room(client)), 1, "manager", null);
        assertThat(plans.versions(client.code())).containsExactly(before, after);

        var pledge = pledged.accepts(client, Map.of("furtherPledges", "One\nTwo"));
        assertThat(agreed.of(client.code())).contains(pledge);
    }

    @Test
    @DisplayName("two tools that report at the same moment are both heard, and the warning is given once")
    void reportedAtOnce() throws Exception {
        var client = withPlan();
        var report = new UsageReport(
                LocalDate.of(2026, 3, 2),
                List.of(new UsageReport.Line("W1", BigDecimal.valueOf(119), BigDecimal.ZERO, 10, null)));

        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Object> deed = () -> plans.report(client.code(), List.of(report), "manager");
            for (var done :
                    pool.invokeAll(IntStream.range(0, 4).mapToObj(n -> deed).toList())) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(register.search(new CaseSearch(List.of(client.code()), null, false, null, null, null, null, null)))
                .extracting(CaseHead::process)
                .containsExactly("planWatch");
        assertThat(plans.use(client.code()))
                .hasValueSatisfying(use -> assertThat(use.hoursPercent()).isEqualTo(99));
    }

    private Client withPlan() {
        var client = cases.clientLike("BIRCH");
        plans.record(client, PlanDraft.from(SomePlan.complete(), plans.room(client)), 0, "manager", null);
        return client;
    }
}
