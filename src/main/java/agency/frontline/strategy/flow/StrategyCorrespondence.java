package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.client.Clients;
import agency.frontline.engine.AsSystem;
import agency.frontline.flow.WordsOnForms;
import agency.frontline.mail.Correspondence;
import agency.frontline.notification.Notices;
import agency.frontline.strategy.Resets;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whatever a client writes while their plan is gone over stands on the form that is open, and the owner is told; what they
 * write once it is decided is heard by the issue that had come to this, or as something new.
 */
@Component
@Transactional
class StrategyCorrespondence extends WordsOnForms {

    private final Resets resets;

    StrategyCorrespondence(
            CaseRegister register,
            Conversation conversation,
            CaseNotes notes,
            Clients clients,
            Notices notices,
            ObjectProvider<Correspondence> others,
            AsSystem asSystem,
            @Lazy RuntimeService runtime,
            Resets resets) {
        super(register, conversation, notes, clients, notices, others, asSystem, runtime);
        this.resets = resets;
    }

    @Override
    public boolean keeps(String process) {
        return process.startsWith(KEY);
    }

    @Override
    protected Optional<String> carriedOnIn(CaseHead head) {
        return resets.parentOf(head.businessKey());
    }
}
