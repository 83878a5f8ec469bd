package agency.frontline.whereweare.flow;

import static agency.frontline.whereweare.flow.WhereWeAreFlow.*;

import agency.frontline.notification.WhereWeAreLetter;
import agency.frontline.whereweare.Whereabouts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Each reader gets it in their language, with the document, as the plan stands when it is written (C-80). */
@Component
class SendPlanPage implements JavaDelegate {

    private final WhereWeAreDesk desk;
    private final Whereabouts whereabouts;
    private final WhereWeAreLetter letter;

    SendPlanPage(WhereWeAreDesk desk, Whereabouts whereabouts, WhereWeAreLetter letter) {
        this.desk = desk;
        this.whereabouts = whereabouts;
        this.letter = letter;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var client = desk.client(execution);
        var sendNow = SEND_NOW.find(execution).orElse(false);
        desk.readers(execution)
                .forEach(reader -> letter.send(
                        desk.letter(execution, reader),
                        whereabouts.get(client, PLAN_VERSION.in(execution), reader.language()),
                        sendNow));
    }
}
