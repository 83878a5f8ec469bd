package agency.frontline.meeting;

import static agency.frontline.health.ServiceFact.count;
import static agency.frontline.health.ServiceFact.share;

import agency.frontline.casefile.Deadlines;
import agency.frontline.health.Measure;
import agency.frontline.health.ServiceFact;
import agency.frontline.health.ServiceFacts;
import agency.frontline.health.Topic;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether conference reports go out within their day (C-22, C-62). */
@Component
class ReportHealth implements ServiceFacts {

    /** What the date of a report is called among the deadlines of its case. */
    private static final String REPORT = "report";

    private final Deadlines deadlines;

    ReportHealth(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public List<ServiceFact> of(String client, int days) {
        var punctual = deadlines.punctual(client, REPORT, days);
        if (punctual.of() == 0) {
            return List.of(ServiceFact.nothing(Topic.REPORTS, "No conference report fell due in " + days + " days"));
        }
        return List.of(new ServiceFact(
                Topic.REPORTS,
                "%d of %s on time in %d days"
                        .formatted(punctual.onTime(), count(punctual.of(), "conference report"), days),
                share(punctual.onTime(), punctual.of()),
                Map.of(Measure.REPORTS_LATE, punctual.of() - punctual.onTime())));
    }
}
