package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.TouchBaseFlow.*;

import agency.frontline.client.KnownContact;
import agency.frontline.mail.ClientMessage;
import agency.frontline.mail.Correspondence;
import agency.frontline.text.Mailbox;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What worries the client becomes an issue with an owner, as if they had written it. */
@Component
class OpenWorryAsIssue implements JavaDelegate {

    private final TouchBaseDesk desk;
    private final Correspondence correspondence;

    OpenWorryAsIssue(TouchBaseDesk desk, @Lazy Correspondence correspondence) {
        this.desk = desk;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var client = desk.client(execution);
        var partner = desk.partner(execution);
        var issue = correspondence.open(new ClientMessage(
                new Mailbox(partner.email(), partner.name()),
                new KnownContact(client, partner),
                client.code(),
                CHANNEL.in(execution),
                SUBJECT.in(execution),
                WORRY.in(execution),
                null,
                null,
                desk.now(),
                false,
                true,
                List.of(),
                List.of()));
        OPENED_ISSUE.set(execution, issue);
    }
}
