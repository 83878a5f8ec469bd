package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.client.pledge.PledgeAnswer;
import agency.frontline.client.pledge.PledgeAnswer.Outcome;
import agency.frontline.client.pledge.PledgeTerms;
import agency.frontline.client.pledge.Pledges;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.engine.FormAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** What the client said to the pledge, and the terms of the next one where they want it otherwise (C-61). */
@Component
class RememberServicePledge implements TaskListener {

    private final OnboardingDesk desk;
    private final Pledges pledges;
    private final CurrentPerson person;

    RememberServicePledge(OnboardingDesk desk, Pledges pledges, CurrentPerson person) {
        this.desk = desk;
        this.pledges = pledges;
        this.person = person;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var client = desk.client(execution);
        var form = FormAnswers.in(task);
        var sent = PLEDGE_VERSION.find(execution);
        if (sent.isPresent()) {
            var answer = PledgeAnswer.from(form, client.contacts(), desk.today(execution));
            pledges.answered(client.code(), sent.get(), answer);
            if (answer.outcome() == Outcome.ACCEPTED) {
                desk.done(execution, AGREE_SERVICE_PLEDGE);
                return;
            }
        }
        var draft = pledges.draft(
                client,
                PledgeTerms.from(form, client.contacts()),
                person.id().orElse(OWNER.in(execution)),
                desk.key(execution));
        PLEDGE_VERSION.set(execution, draft.version());
        desk.moved(execution);
    }
}
