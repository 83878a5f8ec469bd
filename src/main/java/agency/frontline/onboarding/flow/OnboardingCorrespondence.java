package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

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
 * Whatever a client writes while they are taken on stands on the next form that is open, and the owner is told; once they
 * are on board, it is heard as something new.
 */
@Component
@Transactional
class OnboardingCorrespondence extends WordsOnForms {

    OnboardingCorrespondence(
            CaseRegister register,
            Conversation conversation,
            CaseNotes notes,
            Clients clients,
            Notices notices,
            ObjectProvider<Correspondence> others,
            AsSystem asSystem,
            @Lazy RuntimeService runtime) {
        super(register, conversation, notes, clients, notices, others, asSystem, runtime);
    }

    @Override
    public boolean keeps(String process) {
        return process.startsWith(KEY);
    }
}
