package agency.frontline.mail;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The flows' side of the port: keeps a register and a conversation as they do, without an engine. */
class FakeCases implements Correspondence {

    /** What was handed over. */
    record Call(String what, @Nullable String businessKey, ClientMessage message) {}

    final List<Call> calls = new ArrayList<>();

    private final CaseRegister register;
    private final Conversation conversation;
    private final Clock clock;

    FakeCases(CaseRegister register, Conversation conversation, Clock clock) {
        this.register = register;
        this.conversation = conversation;
        this.clock = clock;
    }

    @Override
    public String open(ClientMessage message) {
        return start("open", "ISS", "clientIssue", message.client(), null, message);
    }

    @Override
    public String add(String businessKey, ClientMessage message) {
        var head = register.get(businessKey);
        if (head.status().isEnded() && !message.automatic()) {
            return start("open", "ISS", "clientIssue", head.client(), businessKey, message);
        }
        calls.add(new Call("add", businessKey, message));
        if (!message.automatic()) {
            conversation.record(message.toMessage(businessKey, "Frontline"), message.contents());
        }
        mayFail(message);
        return businessKey;
    }

    @Override
    public String worried(ClientMessage message) {
        return start("worried", "ISS", "clientIssue", message.client(), null, message);
    }

    @Override
    public String senderUnknown(ClientMessage message) {
        return start("senderUnknown", "UNK", "unknownSender", null, null, message);
    }

    private String start(
            String what,
            String prefix,
            String process,
            @Nullable String client,
            @Nullable String reopens,
            ClientMessage message) {
        var key = register.draw(prefix);
        register.open(new CaseHead(
                key,
                process,
                UUID.randomUUID().toString(),
                client,
                message.from().address(),
                message.from().name(),
                null,
                message.subject(),
                Status.OPEN,
                clock.instant(),
                null,
                null,
                reopens));
        conversation.record(message.toMessage(key, "Frontline"), message.contents());
        calls.add(new Call(what, key, message));
        mayFail(message);
        return key;
    }

    /** A message that says so breaks whatever is done with it, after the work is done. */
    private static void mayFail(ClientMessage message) {
        if (message.text().contains("POISON")) {
            throw new IllegalStateException("poison");
        }
        if (message.text().contains("GLUTTON")) {
            throw new OutOfMemoryError("glutton");
        }
    }

    List<Call> of(String what) {
        return calls.stream().filter(call -> call.what().equals(what)).toList();
    }
}
