package agency.frontline.audit;

import agency.frontline.audit.CaseStory.Act;
import agency.frontline.audit.CaseStory.DecisionMade;
import agency.frontline.audit.CaseStory.Entry;
import agency.frontline.audit.CaseStory.Related;
import agency.frontline.audit.CaseStory.Step;
import agency.frontline.casefile.CaseFacts;
import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Deadlines;
import agency.frontline.casefile.Promises;
import agency.frontline.casefile.Status;
import agency.frontline.client.Absences;
import agency.frontline.client.Clients;
import agency.frontline.engine.AsSystem;
import agency.frontline.text.SafeText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.history.HistoricFormField;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Tells cases from the engine's history and from what we keep of them ourselves. Whether somebody may be told is asked
 * before, of {@link CaseVisibility}.
 */
@Component
public class CaseStories {

    /** Who acted when no person did. */
    public static final String SYSTEM = "system";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HistoryService history;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final ModelWords words;
    private final AsSystem asSystem;
    private final CaseRegister register;
    private final Conversation conversation;
    private final Deadlines deadlines;
    private final Promises promises;
    private final CaseNotes notes;
    private final List<CaseFacts> facts;
    private final Clients clients;
    private final Absences absences;
    private final Clock clock;

    CaseStories(
            @Lazy HistoryService history,
            @Lazy RepositoryService repository,
            @Lazy TaskService tasks,
            ModelWords words,
            AsSystem asSystem,
            CaseRegister register,
            Conversation conversation,
            Deadlines deadlines,
            Promises promises,
            CaseNotes notes,
            List<CaseFacts> facts,
            Clients clients,
            Absences absences,
            Clock clock) {
        this.history = history;
        this.repository = repository;
        this.tasks = tasks;
        this.words = words;
        this.asSystem = asSystem;
        this.register = register;
        this.conversation = conversation;
        this.deadlines = deadlines;
        this.promises = promises;
        this.notes = notes;
        this.facts = facts;
        this.clients = clients;
        this.absences = absences;
        this.clock = clock;
    }

    /** The whole story of a case, open or ended. */
    public CaseStory of(CaseHead head) {
        return asSystem.run(() -> tell(head));
    }

    /** The model a case runs on, as its owner drew it. */
    public String modelOf(CaseHead head) {
        return asSystem.run(() -> {
            var definition = definitionOf(head);
            try (var model = repository.getProcessModel(definition)) {
                return new String(model.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String definitionOf(CaseHead head) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(head.processInstanceId())
                .singleResult()
                .getProcessDefinitionId();
    }

    private CaseStory tell(CaseHead head) {
        var definition = repository.getProcessDefinition(definitionOf(head));
        var model = repository.getBpmnModelInstance(definition.getId());
        var operations = history.createUserOperationLogQuery()
                .processInstanceId(head.processInstanceId())
                .orderByTimestamp()
                .asc()
                .unlimitedList();
        var steps = steps(head, model, operations);
        var key = head.businessKey();
        return new CaseStory(
                head,
                definition.getName() == null ? definition.getKey() : definition.getName(),
                definition.getVersion(),
                definition.getVersionTag(),
                conversation.of(key),
                steps,
                decisions(head),
                deadlines.of(key),
                promises.of(key),
                notes.of(key),
                acts(head, operations),
                related(head),
                facts.stream().flatMap(known -> known.of(key).stream()).toList(),
                Ball.shares(steps, step -> words.groupsOf(model, step.id()), clock.instant()));
    }

    private List<Step> steps(CaseHead head, BpmnModelInstance model, List<UserOperationLogEntry> operations) {
        var instance = head.processInstanceId();
        var written = Written.in(history, instance);
        var taskOf = history.createHistoricTaskInstanceQuery().processInstanceId(instance).unlimitedList().stream()
                .collect(Collectors.toMap(HistoricTaskInstance::getId, task -> task));
        var completions = operations.stream()
                .filter(operation -> UserOperationLogEntry.OPERATION_TYPE_COMPLETE.equals(operation.getOperationType()))
                .filter(operation -> operation.getTaskId() != null)
                .collect(Collectors.toMap(UserOperationLogEntry::getTaskId, done -> done, (first, again) -> first));
        var started = history.createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult();
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .orderPartiallyByOccurrence()
                .asc()
                .unlimitedList()
                .stream()
                .filter(activity -> !activity.getActivityType().equals(ActivityTypes.MULTI_INSTANCE_BODY))
                // Keeps the order of occurrence within a millisecond
                .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime))
                .map(activity -> {
                    var form = words.formOf(model, activity.getActivityId());
                    var task = activity.getTaskId() == null ? null : taskOf.get(activity.getTaskId());
                    if (task != null) {
                        return task(head, activity, task, completions.get(task.getId()), form, written);
                    }
                    var start = activity.getActivityId().equals(started.getStartActivityId())
                            && started.getStartUserId() != null;
                    return step(
                            activity,
                            start ? started.getStartUserId() : SYSTEM,
                            start ? entries(form, written.atStart(form.fields().keySet())) : List.of());
                })
                .toList();
    }

    private Step task(
            CaseHead head,
            HistoricActivityInstance activity,
            HistoricTaskInstance task,
            @Nullable UserOperationLogEntry completion,
            ModelWords.Form form,
            Written written) {
        var open = activity.getEndTime() == null;
        var offeredTo = open
                ? tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList()
                : List.<String>of();
        var owner = task.getAssignee();
        var who = completion != null ? completion.getUserId() : open ? acting(head, owner) : owner;
        var values = completion == null
                ? Map.<String, Object>of()
                : written.by(
                        completion,
                        activity.getId(),
                        task.getId(),
                        form.fields().keySet());
        return new Step(
                activity.getActivityId(),
                label(activity),
                activity.getActivityType(),
                who,
                owner == null || owner.equals(who) ? null : owner,
                offeredTo,
                activity.getStartTime().toInstant(),
                instant(activity.getEndTime()),
                instant(task.getDueDate()),
                activity.isCanceled(),
                entries(form, values));
    }

    /** The owner of an open task, or who stands in for them today. */
    private @Nullable String acting(CaseHead head, @Nullable String owner) {
        if (owner == null) {
            return null;
        }
        var client = head.client() == null ? null : clients.find(head.client()).orElse(null);
        return absences.standIn(client, owner).orElse(owner);
    }

    private static Step step(HistoricActivityInstance activity, String who, List<Entry> wrote) {
        return new Step(
                activity.getActivityId(),
                label(activity),
                activity.getActivityType(),
                who,
                null,
                List.of(),
                activity.getStartTime().toInstant(),
                instant(activity.getEndTime()),
                null,
                activity.isCanceled(),
                wrote);
    }

    private static String label(HistoricActivityInstance activity) {
        return activity.getActivityName() == null || activity.getActivityName().isBlank()
                ? ModelWords.humanised(activity.getActivityId())
                : activity.getActivityName().replaceAll("\\s+", " ");
    }

    private static List<Entry> entries(ModelWords.Form form, Map<String, Object> values) {
        // In the order of the form, then whatever it does not know any more.
        var names = Stream.concat(form.fields().keySet().stream().filter(values::containsKey), values.keySet().stream())
                .distinct();
        return names.map(name -> {
                    var field = form.field(name);
                    var value = values.get(name);
                    return new Entry(name, field.label(), value, field.text(value));
                })
                .toList();
    }

    private List<DecisionMade> decisions(CaseHead head) {
        return history
                .createHistoricDecisionInstanceQuery()
                .processInstanceId(head.processInstanceId())
                .includeInputs()
                .includeOutputs()
                .unlimitedList()
                .stream()
                .sorted(Comparator.comparing(HistoricDecisionInstance::getEvaluationTime))
                .map(this::decision)
                .toList();
    }

    private DecisionMade decision(HistoricDecisionInstance made) {
        var table = words.table(made.getDecisionDefinitionId());
        var ruleIds = made.getOutputs().stream()
                .map(HistoricDecisionOutputInstance::getRuleId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var rules = ruleIds.stream().map(table::rule).toList();
        return new DecisionMade(
                made.getDecisionDefinitionKey(),
                made.getDecisionDefinitionName() == null
                        ? made.getDecisionDefinitionKey()
                        : made.getDecisionDefinitionName(),
                table.version(),
                made.getActivityId(),
                ruleIds.isEmpty() ? null : String.join(", ", ruleIds),
                rules.isEmpty() ? null : String.join("; ", rules),
                made.getInputs().stream()
                        .sorted(Comparator.comparingInt(input -> table.place(input.getClauseId())))
                        .map(input -> entry(table.asked(input.getClauseId()), input.getClauseName(), input.getValue()))
                        .toList(),
                made.getOutputs().stream()
                        .sorted(Comparator.comparingInt(output -> table.place(output.getClauseId())))
                        .map(output -> entry(output.getVariableName(), output.getClauseName(), output.getValue()))
                        .toList(),
                made.getEvaluationTime().toInstant());
    }

    private static Entry entry(@Nullable String name, @Nullable String label, @Nullable Object value) {
        var field = name == null ? Objects.requireNonNullElse(label, "") : name;
        var plain = plain(value);
        var text = plain == null ? "not known yet" : new ModelWords.Field(field, Map.of()).text(plain);
        return new Entry(field, label == null ? ModelWords.humanised(field) : label, plain, text);
    }

    private List<Act> acts(CaseHead head, List<UserOperationLogEntry> operations) {
        var taskNames = new HashMap<String, String>();
        history.createHistoricTaskInstanceQuery()
                .processInstanceId(head.processInstanceId())
                .unlimitedList()
                .forEach(task -> taskNames.put(task.getId(), task.getName()));
        var seen = new HashSet<String>();
        return operations.stream()
                .filter(operation -> operation.getUserId() != null)
                .filter(operation ->
                        !UserOperationLogEntry.OPERATION_TYPE_COMPLETE.equals(operation.getOperationType()))
                .filter(operation -> !isTheStart(operation))
                .filter(operation -> seen.add(operation.getOperationId()))
                .map(operation -> new Act(
                        operation.getTimestamp().toInstant(),
                        operation.getUserId(),
                        what(operation, taskNames.get(operation.getTaskId()))))
                .toList();
    }

    private static boolean isTheStart(UserOperationLogEntry operation) {
        return EntityTypes.PROCESS_INSTANCE.equals(operation.getEntityType())
                && UserOperationLogEntry.OPERATION_TYPE_CREATE.equals(operation.getOperationType());
    }

    private static String what(UserOperationLogEntry operation, @Nullable String task) {
        if (task != null && UserOperationLogEntry.OPERATION_TYPE_CLAIM.equals(operation.getOperationType())) {
            return operation.getNewValue() == null ? "Gave back: " + task : "Took: " + task;
        }
        if (task != null && UserOperationLogEntry.OPERATION_TYPE_ASSIGN.equals(operation.getOperationType())) {
            return task + " assigned to " + Objects.requireNonNullElse(operation.getNewValue(), "nobody");
        }
        var changed = operation.getProperty() == null || operation.getNewValue() == null
                ? ""
                : " (" + operation.getProperty() + ": " + SafeText.line(operation.getNewValue(), 100) + ")";
        return ModelWords.humanised(operation.getOperationType()) + ", "
                + ModelWords.humanised(operation.getEntityType()).toLowerCase(Locale.ROOT)
                + (task == null ? "" : " " + task)
                + changed;
    }

    private List<Related> related(CaseHead head) {
        var related = new ArrayList<Related>();
        if (head.reopens() != null) {
            register.find(head.reopens())
                    .ifPresent(earlier ->
                            related.add(new Related(earlier.businessKey(), earlier.subject(), Related.How.REOPENS)));
        }
        register.thatReopen(head.businessKey())
                .forEach(later ->
                        related.add(new Related(later.businessKey(), later.subject(), Related.How.REOPENED_BY)));
        if (head.status() == Status.MERGED) {
            var survivor = register.get(register.survivorOf(head.businessKey()));
            related.add(new Related(survivor.businessKey(), survivor.subject(), Related.How.MERGED_INTO));
        }
        register.mergedInto(head.businessKey())
                .forEach(merged ->
                        related.add(new Related(merged.businessKey(), merged.subject(), Related.How.MERGED_HERE)));
        return related;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    /** A value as plain text, number, truth, moment, list or map; null for nothing filled in. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof SpinJsonNode node) {
            try {
                return plain(JSON.readValue(node.toString(), Object.class));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A Json variable is no Json", e);
            }
        }
        if (value instanceof Date date) {
            return date.toInstant();
        }
        if (value instanceof String text && text.isBlank() || value instanceof Collection<?> many && many.isEmpty()) {
            return null;
        }
        return value;
    }

    /** Every variable that was set in a case, and the fields its forms sent. */
    private record Written(List<HistoricVariableUpdate> updates, Map<String, Set<String>> fieldsOfTask) {

        /** Stands in for the task where a start form was sent. */
        private static final String START = "";

        static Written in(HistoryService history, String instance) {
            var updates = new ArrayList<HistoricVariableUpdate>();
            var fields = new HashMap<String, Set<String>>();
            history.createHistoricDetailQuery()
                    .processInstanceId(instance)
                    .orderPartiallyByOccurrence()
                    .asc()
                    .unlimitedList()
                    .forEach(detail -> {
                        if (detail instanceof HistoricVariableUpdate update) {
                            updates.add(update);
                        } else if (detail instanceof HistoricFormField field) {
                            fields.computeIfAbsent(
                                            Objects.requireNonNullElse(field.getTaskId(), START),
                                            task -> new HashSet<>())
                                    .add(field.getFieldId());
                        }
                    });
            return new Written(updates, fields);
        }

        /** What somebody set by completing a task: the fields of its form, not what its listeners added. */
        Map<String, Object> by(
                UserOperationLogEntry completion, String activity, String task, Collection<String> formFields) {
            var sent = fieldsOfTask.get(task);
            var values = new LinkedHashMap<String, Object>();
            for (var update : updates) {
                var theirs = completion.getOperationId().equals(update.getUserOperationId())
                        && activity.equals(update.getActivityInstanceId());
                var name = update.getVariableName();
                // The engine keeps only texts as form fields; the form itself knows the others.
                var asked = formFields.contains(name) || (sent != null ? sent.contains(name) : formFields.isEmpty());
                if (theirs && asked) {
                    put(values, update);
                }
            }
            return values;
        }

        /** What came with the start, as it was sent, whatever the process made of it since. */
        Map<String, Object> atStart(Collection<String> names) {
            var values = new LinkedHashMap<String, Object>();
            var sent = fieldsOfTask.get(START);
            for (var update : updates) {
                var name = update.getVariableName();
                // Texts that nobody sent are defaults of ours; a "no" says nothing.
                if (sent != null && !sent.contains(name) && !Boolean.TRUE.equals(update.getValue())) {
                    continue;
                }
                if (update.isInitial() && names.contains(name) && !values.containsKey(name)) {
                    put(values, update);
                }
            }
            return values;
        }

        private static void put(Map<String, Object> values, HistoricVariableUpdate update) {
            var value = plain(update.getValue());
            if (value != null) {
                values.put(update.getVariableName(), value);
            }
        }
    }
}
