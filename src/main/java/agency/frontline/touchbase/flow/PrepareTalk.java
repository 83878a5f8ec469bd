package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.TouchBaseFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.nextstep.NextStep;
import agency.frontline.nextstep.NextSteps;
import agency.frontline.nextstep.flow.StepsOnForm;
import agency.frontline.notification.Letters;
import agency.frontline.text.SafeText;
import agency.frontline.touchbase.TouchBaseAction;
import agency.frontline.whereweare.Whereabouts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** What can be known of the talk stands in the form: who, the open steps, a summary that can leave as it is (C-80). */
@Component
class PrepareTalk implements TaskListener {

    /** More makes a summary a list. */
    private static final int IN_A_SUMMARY = 5;

    private final TouchBaseDesk desk;
    private final CaseRegister register;
    private final NextSteps steps;
    private final StepsOnForm form;
    private final Letters letters;
    private final Whereabouts whereabouts;

    PrepareTalk(
            TouchBaseDesk desk,
            CaseRegister register,
            NextSteps steps,
            StepsOnForm form,
            Letters letters,
            Whereabouts whereabouts) {
        this.desk = desk;
        this.register = register;
        this.steps = steps;
        this.form = form;
        this.letters = letters;
        this.whereabouts = whereabouts;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        TOUCH_BASE_ACTION.set(execution, TouchBaseAction.HOLD);
        REASON.clear(execution);
        PLANNED_START.clear(execution);
        ATTENDEES.set(
                execution,
                Spin.JSON("[]").append(desk.partner(execution).email()).append(OWNER.in(execution)));
        form.prepare(execution);
        SUMMARY.set(execution, summary(execution));
    }

    /** Where there is a plan it comes from the page that the client can have at any time; else from what is open. */
    private String summary(DelegateExecution execution) {
        var client = CLIENT.in(execution);
        var letter = desk.letter(execution);
        var open = register.openOfClient(client).stream()
                .filter(head -> head.process().startsWith("clientIssue"))
                .map(CaseHead::subject)
                .map(subject -> SafeText.line(subject, 100))
                .limit(IN_A_SUMMARY)
                .toList();
        return whereabouts
                .now(letter.client(), letter.contact().language())
                .map(where -> letters.suggestedSummary(letter, open, where, IN_A_SUMMARY))
                .orElseGet(() -> letters.suggestedSummary(
                        letter,
                        open,
                        steps.openOfClient(client).stream()
                                .map(NextStep::what)
                                .map(what -> SafeText.line(what, 100))
                                .limit(IN_A_SUMMARY)
                                .toList()));
    }
}
