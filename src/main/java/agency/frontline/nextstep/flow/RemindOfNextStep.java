package agency.frontline.nextstep.flow;

import agency.frontline.notification.Letters;
import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** One friendly word to whoever took the step, ours or the client's, while there is still time (C-24). */
@Component
class RemindOfNextStep implements JavaDelegate {

    private final NextStepDesk desk;
    private final Notices notices;
    private final Letters letters;

    RemindOfNextStep(NextStepDesk desk, Notices notices, Letters letters) {
        this.desk = desk;
        this.notices = notices;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = desk.step(execution);
        if (!step.due().isAfter(desk.now())) {
            // It came from an earlier case and is late already; that is told in its own words.
            return;
        }
        if (step.owner().ours()) {
            notices.nextStepDueSoon(desk.about(execution), step.owner().id(), step.what(), step.due());
        } else {
            desk.contact(execution, step)
                    .ifPresent(contact ->
                            letters.nextStepReminder(desk.letter(execution, contact), step.what(), step.due()));
        }
    }
}
