package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.CLIENT;
import static agency.frontline.issue.flow.ClientIssueFlow.REASON;
import static agency.frontline.issue.flow.UnknownSenderFlow.*;

import agency.frontline.casefile.CaseNotes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The stranger's message goes where the person who looked at it said. */
@Component
class PlaceMessage implements JavaDelegate {

    private final StrangersMessages messages;
    private final CaseNotes notes;

    PlaceMessage(StrangersMessages messages, CaseNotes notes) {
        this.messages = messages;
        this.notes = notes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        var placed =
                switch (SENDER_IS.in(execution)) {
                    case NEW_CONTACT -> messages.welcome(key, CLIENT.in(execution), SENDER_NAME.in(execution));
                    case EXISTING_CASE -> messages.addTo(key, CASE_NUMBER.in(execution));
                    case NOT_FOR_US -> "set aside: " + REASON.in(execution);
                };
        notes.add(key, "system", "MESSAGE_PLACED", placed);
    }
}
