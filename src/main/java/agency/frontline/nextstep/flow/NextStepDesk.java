package agency.frontline.nextstep.flow;

import static agency.frontline.nextstep.flow.NextStepVariables.STEP_ID;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.flow.CaseDesk;
import agency.frontline.nextstep.NextStep;
import agency.frontline.nextstep.NextSteps;
import agency.frontline.nextstep.StepOwner;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Letter;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What following a next step needs to know, in whatever flow. */
@Component
public class NextStepDesk extends CaseDesk {

    private final NextSteps steps;

    NextStepDesk(CaseRegister register, Clients clients, Colleagues colleagues, NextSteps steps, Clock clock) {
        super(register, clients, colleagues, clock);
        this.steps = steps;
    }

    NextStep step(DelegateExecution execution) {
        return steps.find(STEP_ID.in(execution).stringValue()).orElseThrow();
    }

    /** The person at the client who took the step; empty if they have left. */
    Optional<Contact> contact(DelegateExecution execution, NextStep step) {
        return client(execution).contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(step.owner().id()))
                .findFirst();
    }

    Letter letter(DelegateExecution execution, Contact to) {
        return new Letter(passage(execution), theCase(execution), client(execution), to, person(OWNER.in(execution)));
    }

    /**
     * Who may take a step: the people who work for the client, and those at the client's.
     *
     * @param idOrAddress as a form or REST names them
     * @return null for anybody else
     */
    public @Nullable StepOwner owner(DelegateExecution execution, String idOrAddress) {
        if (colleagueIds(execution).contains(idOrAddress)) {
            return new StepOwner(idOrAddress, person(idOrAddress).name(), true);
        }
        return client(execution).contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(idOrAddress))
                .findFirst()
                .map(contact -> new StepOwner(contact.email(), contact.name(), false))
                .orElse(null);
    }
}
