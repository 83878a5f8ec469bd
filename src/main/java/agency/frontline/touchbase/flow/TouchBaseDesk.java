package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.TouchBaseFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.engine.FormAnswers;
import agency.frontline.flow.CaseDesk;
import agency.frontline.nextstep.flow.NextStepDesk;
import agency.frontline.nextstep.flow.StepsOnForm;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Letter;
import agency.frontline.text.Answers;
import agency.frontline.text.Mailbox;
import agency.frontline.touchbase.Talk;
import agency.frontline.touchbase.TouchBases;
import agency.frontline.touchbase.TouchBases.TouchBase;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the steps of a touch-base need to know: whom we speak with, what is open, what was said. */
@Component
class TouchBaseDesk extends CaseDesk {

    private final TouchBases touchBases;
    private final StepsOnForm steps;
    private final NextStepDesk stepDesk;

    TouchBaseDesk(
            CaseRegister register,
            Clients clients,
            Colleagues colleagues,
            TouchBases touchBases,
            StepsOnForm steps,
            NextStepDesk stepDesk,
            Clock clock) {
        super(register, clients, colleagues, clock);
        this.touchBases = touchBases;
        this.steps = steps;
        this.stepDesk = stepDesk;
    }

    TouchBase touchBase(DelegateExecution execution) {
        return touchBases.get(key(execution));
    }

    /** Reads what stands in the form, with every refusal that is due. */
    Talk talk(DelegateExecution execution, Answers answers) {
        return Talk.from(answers, room(execution));
    }

    /** What somebody noted and was let through, a moment or a night ago. */
    Talk noted(DelegateExecution execution) {
        return Talk.from(FormAnswers.in(execution), room(execution).later());
    }

    private Talk.Room room(DelegateExecution execution) {
        return new Talk.Room(id -> stepDesk.owner(execution, id), steps.standing(execution), today(execution), now());
    }

    /** Whom we speak with: the person who was chosen, as long as they are with the client. */
    Contact partner(DelegateExecution execution) {
        var chosen = CONTACT.find(execution).orElse("");
        return client(execution).contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(chosen))
                .findFirst()
                .orElseGet(() -> contact(execution));
    }

    Letter letter(DelegateExecution execution) {
        return letter(execution, List.of());
    }

    /** To the client's person, and to others as well. */
    Letter letter(DelegateExecution execution, List<Mailbox> others) {
        return new Letter(
                passage(execution),
                theCase(execution),
                client(execution),
                partner(execution),
                person(OWNER.in(execution)),
                others);
    }
}
