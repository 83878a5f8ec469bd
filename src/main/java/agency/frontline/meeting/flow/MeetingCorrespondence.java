package agency.frontline.meeting.flow;

import static agency.frontline.meeting.flow.ConferenceReportFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.client.Clients;
import agency.frontline.engine.AsSystem;
import agency.frontline.mail.CaseCorrespondence;
import agency.frontline.mail.ClientMessage;
import agency.frontline.meeting.Meetings;
import agency.frontline.notification.Notices;
import agency.frontline.text.SafeText;
import java.util.Date;
import java.util.HashMap;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A client answers a report: its writer looks at it again, and sends a new version unless what was sent stands (C-23).
 * While its steps are followed that happens in the case itself; later a new case carries it on.
 */
@Component
@Transactional
class MeetingCorrespondence implements CaseCorrespondence {

    private final CaseRegister register;
    private final Conversation conversation;
    private final CaseNotes notes;
    private final Clients clients;
    private final Meetings meetings;
    private final Notices notices;
    private final AsSystem asSystem;
    private final RuntimeService runtime;
    private final TaskService tasks;

    MeetingCorrespondence(
            CaseRegister register,
            Conversation conversation,
            CaseNotes notes,
            Clients clients,
            Meetings meetings,
            Notices notices,
            AsSystem asSystem,
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks) {
        this.register = register;
        this.conversation = conversation;
        this.notes = notes;
        this.clients = clients;
        this.meetings = meetings;
        this.notices = notices;
        this.asSystem = asSystem;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public boolean keeps(String process) {
        return process.startsWith(KEY);
    }

    @Override
    public String add(CaseHead head, ClientMessage message) {
        if (message.automatic()) {
            notes.add(head.businessKey(), "system", "AUTOMATIC_MESSAGE", SafeText.line(message.text(), 2000));
            return head.businessKey();
        }
        var key = asSystem.run(() -> head.status().isEnded() ? carryOn(head, message) : hear(head, message));
        conversation.record(message.toMessage(key, "Frontline"), message.contents());
        var told = register.get(key);
        notices.clientAnsweredReport(
                new Notices.About(
                        key + ":clientObjected:" + message.receivedAt().toEpochMilli(),
                        told,
                        clients.get(told.client())),
                told.owner(),
                SafeText.line(message.text(), 500));
        return key;
    }

    private String hear(CaseHead head, ClientMessage message) {
        var instance = head.processInstanceId();
        var earlier = CLIENT_WORDS.name();
        var writing = tasks.createTaskQuery()
                        .processInstanceId(instance)
                        .taskDefinitionKey(WRITE_CONFERENCE_REPORT)
                        .count()
                > 0;
        var waits = runtime.createEventSubscriptionQuery()
                        .processInstanceId(instance)
                        .eventName(CLIENT_OBJECTED)
                        .count()
                > 0;
        var words = words(message);
        if (writing || !waits) {
            // Somebody is at it already: it stands on the open form with what the client wrote before.
            var before = runtime.getVariable(instance, earlier);
            runtime.setVariable(instance, earlier, before == null ? words : words + "\n\n---\n\n" + before);
        } else {
            runtime.setVariable(instance, earlier, words);
            runtime.createMessageCorrelation(CLIENT_OBJECTED)
                    .processInstanceId(instance)
                    .correlate();
        }
        return head.businessKey();
    }

    private String carryOn(CaseHead head, ClientMessage message) {
        var meeting = meetings.get(head.businessKey());
        var variables = new HashMap<String, Object>();
        variables.put(CLIENT.name(), head.client());
        variables.put(CORRECTS.name(), head.businessKey());
        variables.put(CHANNEL.name(), meeting.channel().name());
        variables.put(SUBJECT.name(), head.subject());
        if (meeting.plannedStart() != null) {
            variables.put(PLANNED_START.name(), Date.from(meeting.plannedStart()));
        }
        variables.put(ACTUAL_START.name(), Date.from(meeting.startedAt()));
        variables.put(CLIENT_WORDS.name(), words(message));
        variables.put(
                REPORT_VERSION.name(),
                meetings.newest(head.businessKey())
                        .map(Meetings.Version::number)
                        .orElse(0));
        var instance = runtime.createMessageCorrelation(CLIENT_OBJECTED)
                .setVariables(variables)
                .correlateStartMessage();
        return register.ofInstance(instance.getId()).orElseThrow().businessKey();
    }

    private static String words(ClientMessage message) {
        var from = message.from().name() == null
                ? message.from().address()
                : message.from().name();
        return from + ":\n" + message.text();
    }
}
