package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.PlanTouchBasesFlow.TICK_AT;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.notification.Notices;
import agency.frontline.touchbase.TouchBases;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** One mail for all touch-bases of the morning, not one for each (C-68). */
@Component
class TellManagersOfTheMorning implements JavaDelegate {

    private final CaseRegister register;
    private final TouchBases touchBases;
    private final Notices notices;

    TellManagersOfTheMorning(CaseRegister register, TouchBases touchBases, Notices notices) {
        this.register = register;
        this.touchBases = touchBases;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var byOwner = touchBases.begunSince(TICK_AT.in(execution)).stream()
                .map(register::find)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(CaseHead::owner, TreeMap::new, Collectors.toList()));
        byOwner.forEach((owner, heads) -> notices.touchBasesOfTheMorning(
                execution.getProcessInstanceId() + ":morning:" + owner,
                owner,
                heads.stream()
                        .map(head -> head.businessKey() + "  " + head.subject())
                        .toList()));
    }
}
