package agency.frontline.mail;

import agency.frontline.mail.Inbox.Outcome;
import agency.frontline.text.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where web forms and other tools bring clients' messages (api.md). */
@RestController
@RequestMapping("/api/client-messages")
@Tag(name = "Client messages")
class ClientMessageApi {

    private static final String INTAKE = "intake";

    private final ClientMessages messages;

    ClientMessageApi(ClientMessages messages) {
        this.messages = messages;
    }

    /** The case, or the inquiry, that has the message now. */
    record Answer(String businessKey, Outcome outcome) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Brings in a client's message",
            description = "It is handled before the answer, and once for each messageId: OPENED a case, ADDED to one,"
                    + " SENDER_UNKNOWN shows it to a person, REPEATED had come before.")
    Answer post(@RequestBody ClientMessageBody body, Authentication caller) {
        if (caller.getAuthorities().stream().noneMatch(group -> INTAKE.equals(group.getAuthority()))) {
            throw Refusal.notAllowed("Only members of the group intake bring in messages.");
        }
        var receipt = messages.receive(body.clean());
        return new Answer(receipt.businessKey(), receipt.outcome());
    }
}
