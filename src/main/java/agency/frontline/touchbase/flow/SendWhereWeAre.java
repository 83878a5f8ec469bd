package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.TouchBaseFlow.*;

import agency.frontline.notification.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Where we are, what is next, what is normal now: so that the client need not guess (C-80, C-43). */
@Component
class SendWhereWeAre implements JavaDelegate {

    private final TouchBaseDesk desk;
    private final Letters letters;

    SendWhereWeAre(TouchBaseDesk desk, Letters letters) {
        this.desk = desk;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.summary(desk.letter(execution), SUMMARY.in(execution));
    }
}
