package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.client.Client;
import agency.frontline.engine.FormAnswers;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What schedule and budget said stands there already, and one empty row of each list. */
@Component
class PreparePlanBaseline implements TaskListener {

    private final OnboardingDesk desk;

    PreparePlanBaseline(OnboardingDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var answers = FormAnswers.in(task);
        if (!answers.text(PLANNED_END.name()).isEmpty()) {
            ENDS_ON.set(execution, answers.text(PLANNED_END.name()));
            MONEY_AGREED.set(execution, answers.text(BUDGET_AMOUNT.name()));
        }
        // A list that is there lets the form add to it; a missing one leaves a hole that no reader understands.
        if (SECTIONS.find(execution).isEmpty()) {
            SECTIONS.set(execution, Spin.JSON("[]"));
        }
        BOUGHT_IN_BY.set(execution, Spin.JSON("[]").append(CONTACT.in(execution)));
        BOUGHT_IN_ON.set(execution, desk.today(execution).toString());
        CURRENCY.set(execution, currency(desk.client(execution)));
    }

    /** What is paid with where their holidays are kept. */
    private static @Nullable String currency(Client client) {
        var country = client.holidayCalendar().split("[-_/]")[0];
        try {
            var currency =
                    Currency.getInstance(new Locale.Builder().setRegion(country).build());
            return currency == null ? null : currency.getCurrencyCode();
        } catch (IllegalArgumentException | IllformedLocaleException noCountry) {
            return null;
        }
    }
}
