package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.client.Clients;
import agency.frontline.engine.AsSystem;
import agency.frontline.flow.WordsOnForms;
import agency.frontline.mail.Correspondence;
import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A client answers what they were sent, or says something while it is still drafted: their words stand on whatever form is
 * open. Once it is approved or given up, whatever they write is heard as something new.
 */
@Component
@Transactional
class DeliverableCorrespondence extends WordsOnForms {

    private final RuntimeService runtime;

    DeliverableCorrespondence(
            CaseRegister register,
            Conversation conversation,
            CaseNotes notes,
            Clients clients,
            Notices notices,
            ObjectProvider<Correspondence> others,
            AsSystem asSystem,
            @Lazy RuntimeService runtime) {
        super(register, conversation, notes, clients, notices, others, asSystem, runtime);
        this.runtime = runtime;
    }

    @Override
    public boolean keeps(String process) {
        return process.startsWith(KEY);
    }

    @Override
    protected boolean goesOn(String processInstance) {
        var asked = runtime.createEventSubscriptionQuery()
                        .processInstanceId(processInstance)
                        .eventName(CLIENT_ANSWERED)
                        .count()
                > 0;
        if (asked) {
            runtime.createMessageCorrelation(CLIENT_ANSWERED)
                    .processInstanceId(processInstance)
                    .correlate();
        }
        return asked;
    }
}
