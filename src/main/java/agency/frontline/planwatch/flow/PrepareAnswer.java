package agency.frontline.planwatch.flow;

import static agency.frontline.planwatch.flow.PlanWatchFlow.*;

import agency.frontline.client.Contact;
import agency.frontline.client.plan.PlanUse;
import agency.frontline.notification.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The letter stands there ready, in the language of whoever reads it. */
@Component
class PrepareAnswer implements TaskListener {

    private final PlanWatchDesk desk;
    private final Letters letters;

    PrepareAnswer(PlanWatchDesk desk, Letters letters) {
        this.desk = desk;
        this.letters = letters;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = (DelegateExecution) task.getExecution();
        var language = desk.reader(execution)
                .map(Contact::language)
                .orElse(desk.client(execution).languages().get(0));
        desk.use(execution).ifPresent(use -> LETTER_TEXT.set(execution, letter(execution, use, language)));
    }

    private String letter(DelegateExecution execution, PlanUse use, String language) {
        return switch (PLAN_WARNING.in(execution)) {
            case ITEM_LATE ->
                desk.item(execution)
                        .map(item -> letters.suggestedDelay(
                                language, item.item().what(), item.item().due(), item.forecast()))
                        .orElse("");
            case PLAN_LATE -> letters.suggestedDelay(language, null, use.plan().endsOn(), use.forecast());
            default -> letters.suggestedBurnNews(language, use.hoursPercent(), use.moneyPercent(), use.progress());
        };
    }
}
