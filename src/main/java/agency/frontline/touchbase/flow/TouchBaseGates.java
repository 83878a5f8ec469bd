package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.TouchBaseFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.engine.TaskGate;
import agency.frontline.text.Answers;
import agency.frontline.touchbase.TouchBaseAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** A touch-base is held, moved, or skipped with a reason (C-68); the rules of the talk are the domain's. */
@Component
class TouchBaseGates implements TaskGate {

    private final TouchBaseDesk desk;

    TouchBaseGates(TouchBaseDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean guards(String processKey, String taskKey) {
        return processKey.startsWith(KEY) && (taskKey.equals(PREPARE_TOUCH_BASE) || taskKey.equals(HOLD_TOUCH_BASE));
    }

    @Override
    public void check(DelegateTask task) {
        var answers = FormAnswers.in(task);
        var execution = task.getExecution();
        var before = task.getTaskDefinitionKey().equals(PREPARE_TOUCH_BASE);
        var action = answers.choice(TOUCH_BASE_ACTION.name(), TouchBaseAction.class);
        if (action == TouchBaseAction.SKIP) {
            answers.required(REASON.name(), "Say why not this time; twice in a row the director hears of it.");
        } else if (before) {
            prepared(execution, answers);
            if (action == TouchBaseAction.MOVE) {
                answers.refuse(TOUCH_BASE_ACTION.name(), "It has no hour yet that could be moved; choose one.");
            }
        } else if (action == TouchBaseAction.MOVE) {
            hour(answers, true);
        }
        answers.done();
        if (!before && (action == null || action == TouchBaseAction.HOLD)) {
            desk.talk(execution, answers);
        }
    }

    private void prepared(DelegateExecution execution, Answers answers) {
        var contact = answers.text(CONTACT.name());
        if (!contact.isEmpty()
                && desk.client(execution).contacts().stream()
                        .noneMatch(known -> known.email().equalsIgnoreCase(contact))) {
            answers.refuse(CONTACT.name(), "There is nobody " + contact + " at this client; choose one of its people.");
        }
        hour(answers, answers.flag(INVITE_CLIENT.name()));
    }

    private void hour(Answers answers, boolean needed) {
        var start = answers.moment(PLANNED_START.name());
        if (start == null && needed && answers.text(PLANNED_START.name()).isEmpty()) {
            answers.refuse(PLANNED_START.name(), "Choose the day and hour.");
        }
        if (start != null && !start.isAfter(desk.now())) {
            answers.refuse(PLANNED_START.name(), "Choose an hour that is still to come.");
        }
    }
}
