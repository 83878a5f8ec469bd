package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.issue.IssueFacts;
import agency.frontline.issue.Opinion;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Keeps the specialist's opinion beside the account manager's diagnosis (C-06). */
@Component
class RecordOpinion implements JavaDelegate {

    private final IssueDesk desk;
    private final IssueFacts facts;

    RecordOpinion(IssueDesk desk, IssueFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var opinion = Opinion.from(FormAnswers.in(execution));
        var group = SPECIALIST.in(execution).stringValue();
        var who = SPECIALIST_USER.find(execution).orElse(group);
        facts.opinion(desk.key(execution), group, who, opinion.verdict());
        var opinions = OPINIONS.find(execution).orElseGet(() -> Spin.JSON("[]"));
        opinions.append(Spin.JSON("{}")
                .prop("group", group)
                .prop("user", who)
                .prop("verdict", opinion.verdict().name())
                .prop("finding", opinion.finding())
                .prop("recommendation", opinion.recommendation())
                .prop("at", desk.now().toString()));
        OPINIONS.set(execution, opinions);
    }
}
