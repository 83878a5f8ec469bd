package agency.frontline.planwatch.flow;

import static agency.frontline.planwatch.flow.PlanWatchFlow.*;

import agency.frontline.notification.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client hears it from us, before the date (C-29). */
@Component
class SendPlanNews implements JavaDelegate {

    private final PlanWatchDesk desk;
    private final Letters letters;

    SendPlanNews(PlanWatchDesk desk, Letters letters) {
        this.desk = desk;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.planNews(desk.letter(execution), LETTER_TEXT.in(execution));
    }
}
