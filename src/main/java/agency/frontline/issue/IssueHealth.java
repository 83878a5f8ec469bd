package agency.frontline.issue;

import static agency.frontline.health.ServiceFact.count;
import static agency.frontline.health.ServiceFact.share;

import agency.frontline.health.Measure;
import agency.frontline.health.ServiceFact;
import agency.frontline.health.ServiceFacts;
import agency.frontline.health.Topic;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether what we solve stays solved (F7). */
@Component
class IssueHealth implements ServiceFacts {

    private final IssueFacts issues;

    IssueHealth(IssueFacts issues) {
        this.issues = issues;
    }

    @Override
    public List<ServiceFact> of(String client, int days) {
        var back = issues.back(client, days);
        if (back.of() == 0) {
            return List.of(ServiceFact.nothing(Topic.ISSUES, "No issue in " + days + " days"));
        }
        return List.of(new ServiceFact(
                Topic.ISSUES,
                "%d of %s came back in %d days".formatted(back.back(), count(back.of(), "issue"), days),
                share(back.of() - back.back(), back.of()),
                Map.of(Measure.ISSUES_BACK, back.back())));
    }
}
