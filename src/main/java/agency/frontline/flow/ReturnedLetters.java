package agency.frontline.flow;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Clients;
import agency.frontline.mail.MailRefused;
import agency.frontline.notification.Notices;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A letter that does not reach somebody is the account manager's to bring to them another way. Issues and pulses have a
 * step of their own for that; the rest tells the owner of the case.
 */
@Component
class ReturnedLetters {

    /** Steps of all other flows that write letters. */
    private static final Set<String> LETTERS = Set.of(
            "sendConferenceReport",
            "remindOfNextStep",
            "arrangeTouchBase",
            "noteSkippedTouchBase",
            "sendWhereWeAre",
            "sendServicePledge",
            "inviteToKickOff",
            "cancelKickOff",
            "askDecider",
            "tellRuling",
            "handOverToRhythm",
            "askClientApproval",
            "sendApprovalReminder",
            "sendPlanNews",
            "sendPlanPage",
            "askClientForVerdict",
            "remindOfVerdict");

    private final CaseRegister register;
    private final Clients clients;
    private final Notices notices;

    ReturnedLetters(CaseRegister register, Clients clients, Notices notices) {
        this.register = register;
        this.clients = clients;
        this.notices = notices;
    }

    @EventListener
    void on(MailRefused mail) {
        if (LETTERS.contains(mail.purpose())) {
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
