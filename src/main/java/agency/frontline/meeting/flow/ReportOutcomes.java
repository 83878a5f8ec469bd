package agency.frontline.meeting.flow;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Clients;
import agency.frontline.mail.MailRefused;
import agency.frontline.notification.Notices;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A report that does not reach somebody who was there is their account manager's to bring to them another way. */
@Component
class ReportOutcomes {

    private static final Set<String> TO_THOSE_PRESENT = Set.of("sendConferenceReport", "remindOfNextStep");

    private final CaseRegister register;
    private final Clients clients;
    private final Notices notices;

    ReportOutcomes(CaseRegister register, Clients clients, Notices notices) {
        this.register = register;
        this.clients = clients;
        this.notices = notices;
    }

    @EventListener
    void on(MailRefused mail) {
        if (TO_THOSE_PRESENT.contains(mail.purpose())) {
            register.find(mail.businessKey())
                    .ifPresent(head -> notices.deliveryFailed(
                            new Notices.About(
                                    mail.messageId() + ":" + mail.recipient(), head, clients.get(head.client())),
                            head.owner(),
                            mail.recipient(),
                            mail.reason()));
        }
    }
}
