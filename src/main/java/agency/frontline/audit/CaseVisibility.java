package agency.frontline.audit;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.CaseSearch;
import agency.frontline.casefile.Status;
import agency.frontline.client.Absences;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.engine.AsSystem;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.text.Refusal;
import agency.frontline.text.SafeText;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Who may read which case (api.md; processes.md, Groups): managers those of their own clients and those they own,
 * directors and auditors all, whoever has or had a task in a case that case while it is open. For everybody else it does
 * not exist (S14).
 */
@Component
public class CaseVisibility {

    private static final Logger LOG = LoggerFactory.getLogger(CaseVisibility.class);

    private static final int AT_MOST = 500;

    private static final String MANAGERS = "account-managers";
    private static final Set<String> READ_ALL = Set.of("account-directors", "auditors");
    /** The groups that are asked for an opinion (processes.md, Groups). */
    public static final Set<String> SPECIALISTS =
            Set.of("planners", "media-specialists", "writers", "art-directors", "project-managers", "producers");

    /** They may ask, and are told of no case: they look after models and need no client data. */
    private static final String PROCESS_OWNERS = "process-owners";

    private final CurrentPerson person;
    private final CaseRegister register;
    private final Clients clients;
    private final Absences absences;
    private final AsSystem asSystem;
    private final TaskService tasks;
    private final HistoryService history;

    CaseVisibility(
            CurrentPerson person,
            CaseRegister register,
            Clients clients,
            Absences absences,
            AsSystem asSystem,
            @Lazy TaskService tasks,
            @Lazy HistoryService history) {
        this.person = person;
        this.register = register;
        this.clients = clients;
        this.absences = absences;
        this.asSystem = asSystem;
        this.tasks = tasks;
        this.history = history;
    }

    /** The case, or a refusal: not found if whoever asks may not see it, not allowed if cases are not their business. */
    public CaseHead read(String businessKey) {
        mayAsk();
        var found = register.find(businessKey);
        var seen = found.filter(this::sees);
        if (found.isPresent() && seen.isEmpty()) {
            LOG.warn(
                    "{} asked for case {}, which they may not see",
                    person.id().orElse(""),
                    found.get().businessKey());
        }
        return seen.orElseThrow(() ->
                Refusal.notFound("There is no case " + SafeText.line(businessKey, 40) + " among those you may see."));
    }

    /** The case of an instance; empty if there is none or whoever asks may not see it. */
    public Optional<CaseHead> ofInstance(String processInstanceId) {
        return register.ofInstance(processInstanceId).filter(this::sees);
    }

    /** Whether whoever asks may read the case. */
    public boolean sees(CaseHead head) {
        if (readsAll()) {
            return true;
        }
        if (person.isIn(MANAGERS) && isTheirs(head)) {
            return true;
        }
        return worksOnCases() && !head.status().isEnded() && hasOrHadTaskIn(head.processInstanceId());
    }

    /**
     * The cases whoever asks may see that fit, newest first, at most 500.
     *
     * @param client code of a client; null for any
     */
    public List<CaseHead> search(
            @Nullable String client,
            @Nullable Status status,
            @Nullable String text,
            @Nullable Instant from,
            @Nullable Instant before) {
        mayAsk();
        var wanted = client == null || client.isBlank() ? null : Set.of(client.strip());
        if (readsAll()) {
            return register.search(new CaseSearch(wanted, null, false, null, status, text, from, before));
        }
        var seen = new LinkedHashSet<CaseHead>();
        if (person.isIn(MANAGERS)) {
            var own = clients.all().stream()
                    .map(Client::code)
                    .filter(person::mayKnow)
                    .filter(code -> wanted == null || wanted.contains(code))
                    .toList();
            var me = wanted == null ? person.id().orElse(null) : null;
            seen.addAll(register.search(new CaseSearch(own, me, wanted == null, null, status, text, from, before)));
            if (me != null) {
                absences.peopleOf(me)
                        .forEach(away -> seen.addAll(register.search(
                                new CaseSearch(Set.of(), away, false, null, status, text, from, before))));
            }
        }
        if (worksOnCases()) {
            var working = new CaseSearch(wanted, null, false, instancesOfTheirTasks(), status, text, from, before);
            register.search(working).stream()
                    .filter(head -> !head.status().isEnded())
                    .forEach(seen::add);
        }
        var newestFirst = Comparator.comparing(CaseHead::startedAt)
                .thenComparing(CaseHead::businessKey)
                .reversed();
        return seen.stream().sorted(newestFirst).limit(AT_MOST).toList();
    }

    /** Refuses those whose groups have nothing to do with cases, and machines. */
    private void mayAsk() {
        if (!readsAll() && !worksOnCases() && !person.isIn(PROCESS_OWNERS)) {
            throw Refusal.notAllowed("Your groups have nothing to do with cases.");
        }
    }

    private boolean readsAll() {
        return READ_ALL.stream().anyMatch(person::isIn);
    }

    private boolean worksOnCases() {
        return person.isIn(MANAGERS) || SPECIALISTS.stream().anyMatch(person::isIn);
    }

    /** A stranger's message is every manager's business until somebody has said whose it is. */
    private boolean isTheirs(CaseHead head) {
        return head.client() == null
                || person.mayKnow(head.client(), head.owner())
                || head.owner() != null && standsInFor(head.owner(), head.client());
    }

    /** For an owner at whatever client who is away; the client's own account manager's cases come with the client. */
    private boolean standsInFor(String owner, String client) {
        return absences.standsIn(
                person.id().orElseThrow(), owner, clients.find(client).orElse(null));
    }

    private boolean hasOrHadTaskIn(String instance) {
        // Asked here, for below the system is at work, and it is in no group.
        var me = person.id().orElseThrow();
        var groups = theirGroups();
        return asSystem.run(
                () -> openTasks(me, groups).processInstanceId(instance).count() > 0
                        || history.createHistoricTaskInstanceQuery()
                                        .processInstanceId(instance)
                                        .taskAssignee(me)
                                        .count()
                                > 0);
    }

    private Set<String> instancesOfTheirTasks() {
        var me = person.id().orElseThrow();
        var groups = theirGroups();
        return asSystem.run(() -> {
            var instances = new HashSet<String>();
            for (var task : openTasks(me, groups).unlimitedList()) {
                instances.add(task.getProcessInstanceId());
            }
            var done =
                    history.createHistoricTaskInstanceQuery().taskAssignee(me).processUnfinished();
            for (var task : done.unlimitedList()) {
                instances.add(task.getProcessInstanceId());
            }
            return instances;
        });
    }

    /** Tasks that are theirs, or offered to their group of specialists. */
    private TaskQuery openTasks(String user, List<String> groups) {
        var query = tasks.createTaskQuery().or().taskAssignee(user);
        return groups.isEmpty()
                ? query.endOr()
                : query.taskCandidateGroupIn(groups).includeAssignedTasks().endOr();
    }

    private List<String> theirGroups() {
        return SPECIALISTS.stream().filter(person::isIn).toList();
    }
}
