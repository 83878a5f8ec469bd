package agency.frontline.desk;

import agency.frontline.audit.CaseStories;
import agency.frontline.audit.CaseVisibility;
import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Deadlines;
import agency.frontline.casefile.Promises;
import agency.frontline.client.Absences;
import agency.frontline.client.Clients;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.mail.Deliveries;
import agency.frontline.notification.Colleagues;
import agency.frontline.text.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The case behind a task, for the tab "Case" in Tasklist; in the session of whoever is logged in there. */
@RestController
@Hidden
class TaskCaseApi {

    private final CurrentPerson person;
    private final TaskService tasks;
    private final CaseVisibility visibility;
    private final Conversation conversation;
    private final Deadlines deadlines;
    private final Promises promises;
    private final Deliveries deliveries;
    private final Clients clients;
    private final Absences absences;
    private final Colleagues colleagues;
    private final Clock clock;

    TaskCaseApi(
            CurrentPerson person,
            @Lazy TaskService tasks,
            CaseVisibility visibility,
            Conversation conversation,
            Deadlines deadlines,
            Promises promises,
            Deliveries deliveries,
            Clients clients,
            Absences absences,
            Colleagues colleagues,
            Clock clock) {
        this.person = person;
        this.tasks = tasks;
        this.visibility = visibility;
        this.conversation = conversation;
        this.deadlines = deadlines;
        this.promises = promises;
        this.deliveries = deliveries;
        this.clients = clients;
        this.absences = absences;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    record TaskCase(
            String businessKey,
            String link,
            String subject,
            String status,
            @Nullable String client,
            @Nullable String contact,
            @Nullable String owner,
            List<CasePage.Dated> dates,
            List<CasePage.Promised> promises,
            List<CasePage.Said> conversation) {}

    /**
     * Whose task it is.
     *
     * @param doneForThem whether whoever asks may do it for them: they stand in today, or are a director
     */
    record TaskOwner(String name, boolean doneForThem) {}

    /** For Tasklist, which shows the form of an assigned task; whoever completes it is asked again by the engine. */
    @GetMapping("/camunda/api/frontline/tasks/{taskId}/owner")
    ResponseEntity<TaskOwner> owner(@PathVariable String taskId) {
        var me = person.id().orElse(null);
        if (me == null) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || task.getAssignee() == null) {
            // It was done or given back while Tasklist still showed it, which is no fault.
            return ResponseEntity.noContent().build();
        }
        var client = Optional.ofNullable(task.getTenantId()).flatMap(clients::find);
        var acts = !me.equals(task.getAssignee())
                && (person.isIn("account-directors") || absences.standsIn(me, task.getAssignee(), client.orElse(null)));
        return ResponseEntity.ok(
                new TaskOwner(colleagues.person(task.getAssignee()).name(), acts));
    }

    /** 401 without a login: the engine's own filter lets a stranger through to here (camunda-facts 5.3). */
    @GetMapping("/camunda/api/frontline/cases/by-task/{taskId}")
    ResponseEntity<TaskCase> byTask(@PathVariable String taskId) {
        if (person.id().isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        var head = (task == null ? Optional.<CaseHead>empty() : visibility.ofInstance(task.getProcessInstanceId()))
                .orElseThrow(() -> Refusal.notFound("There is no case behind this task."));
        var now = clock.instant();
        var key = head.businessKey();
        var sent = deliveries.of(key);
        UnaryOperator<String> who = id -> id.equals(CaseStories.SYSTEM)
                ? "Frontline"
                : colleagues.person(id).name();
        var client = head.client() == null ? null : clients.find(head.client()).orElse(null);
        return ResponseEntity.ok(new TaskCase(
                key,
                "/cases/" + key,
                head.subject(),
                Wording.of(head.status()),
                client == null ? head.client() : client.name(),
                head.contactName() == null ? head.contact() : head.contactName(),
                head.owner() == null ? null : colleagues.actingName(client, head.owner()),
                deadlines.of(key).stream()
                        .map(deadline -> CasePage.dated(deadline, head, now))
                        .toList(),
                promises.of(key).stream()
                        .map(promise -> CasePage.promised(promise, who, now))
                        .toList(),
                conversation.of(key).stream()
                        .map(message -> CasePage.said(key, message, sent, who))
                        .toList()));
    }
}
