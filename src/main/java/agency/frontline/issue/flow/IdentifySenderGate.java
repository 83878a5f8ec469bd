package agency.frontline.issue.flow;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Clients;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.engine.FormAnswers;
import agency.frontline.engine.TaskGate;
import agency.frontline.issue.SenderIs;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Who a stranger is, said so that the message finds its place; only among clients the person takes care of (I07). */
@Component
class IdentifySenderGate implements TaskGate {

    private final Clients clients;
    private final CaseRegister register;
    private final CurrentPerson person;

    IdentifySenderGate(Clients clients, CaseRegister register, CurrentPerson person) {
        this.clients = clients;
        this.register = register;
        this.person = person;
    }

    @Override
    public boolean guards(String processKey, String taskKey) {
        return processKey.startsWith(UnknownSenderFlow.KEY) && taskKey.equals("identifySender");
    }

    @Override
    public void check(DelegateTask task) {
        var answers = FormAnswers.in(task);
        var senderIs = answers.requiredChoice("senderIs", SenderIs.class, "Say who it is.");
        if (senderIs == SenderIs.NEW_CONTACT) {
            var code = answers.required("client", "Choose the client this person belongs to.");
            answers.required("senderName", "Write the name of the new contact.");
            if (!code.isEmpty() && (clients.find(code).isEmpty() || !person.mayKnow(code))) {
                answers.refuse("client", "You do not take care of a client " + code + "; ask its account manager.");
            }
        }
        if (senderIs == SenderIs.EXISTING_CASE) {
            var number = answers.required("caseNumber", "Write the case number, such as ISS-2026-00042.");
            var known = register.find(number)
                    .filter(head -> head.process().equals(ClientIssueFlow.KEY))
                    .filter(head -> head.client() != null && person.mayKnow(head.client()));
            if (!number.isEmpty() && known.isEmpty()) {
                answers.refuse("caseNumber", "None of your clients has a case " + number + ".");
            }
        }
        if (senderIs == SenderIs.NOT_FOR_US) {
            answers.required("reason", "Say why it is not for us.");
        }
        answers.done();
    }
}
