package agency.frontline.planwatch.flow;

import static agency.frontline.planwatch.flow.PlanWatchFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.engine.TaskGate;
import agency.frontline.planwatch.WarningAnswer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** A warning is answered with a letter, with what the client said, or with why there is nothing to tell. */
@Component
class PlanWatchGates implements TaskGate {

    private final PlanWatchDesk desk;

    PlanWatchGates(PlanWatchDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean guards(String processKey, String taskKey) {
        return processKey.startsWith(KEY) && taskKey.equals(ANSWER_PLAN_WARNING);
    }

    @Override
    public void check(DelegateTask task) {
        var answers = FormAnswers.in(task);
        var answer = answers.requiredChoice(WARNING_ANSWER.name(), WarningAnswer.class, "Say what you do about it.");
        if (answer == WarningAnswer.SEND_LETTER) {
            answers.required(LETTER_TEXT.name(), "Write what the client reads; a suggestion stood there.");
            if (desk.reader((DelegateExecution) task.getExecution()).isEmpty()) {
                answers.refuse(
                        CONTACT.name(), "Choose who at the client reads it; add a contact first if there is none.");
            }
        } else if (answer == WarningAnswer.TOLD_ALREADY) {
            answers.required(REASON.name(), "Say in a few words how they took it.");
        } else if (answer == WarningAnswer.NOTHING_TO_TELL) {
            answers.required(REASON.name(), "Say in a few words why there is nothing to tell.");
        }
        answers.done();
    }
}
