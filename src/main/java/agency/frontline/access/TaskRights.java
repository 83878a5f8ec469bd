package agency.frontline.access;

import static java.util.function.Predicate.not;

import agency.frontline.client.Absences;
import agency.frontline.client.Clients;
import agency.frontline.text.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Who may see a task and who may work on it (processes.md, Groups). It needs no row per task: seeing comes by a group's
 * grant within one's tenants, or by being offered or given the task; working by being given it, or offered and free.
 */
final class TaskRights {

    private static final Set<String> SEE_EVERY_TASK_OF_THEIR_TENANTS =
            Set.of(StaffGroup.ACCOUNT_MANAGERS.id(), StaffGroup.ACCOUNT_DIRECTORS.id(), StaffGroup.AUDITORS.id());

    private static final Set<String> MANAGERS =
            Set.of(StaffGroup.ACCOUNT_MANAGERS.id(), StaffGroup.ACCOUNT_DIRECTORS.id());

    private final ObjectProvider<Clients> clients;
    private final ObjectProvider<Absences> absences;

    TaskRights(ObjectProvider<Clients> clients, ObjectProvider<Absences> absences) {
        this.clients = clients;
        this.absences = absences;
    }

    /** Whoever the engine must ask for rights now; empty when it is a machine, or a delegate within a person's deed. */
    static Optional<Authentication> personAtWork(CommandContext context) {
        return Optional.ofNullable(context.getAuthentication())
                .filter(person -> person.getUserId() != null)
                .filter(person -> context.isAuthorizationCheckEnabled());
    }

    /** Whether the person's groups let them see all tasks of their tenants; else they see only what is theirs. */
    static boolean seesTasksOfOthers(Authentication person) {
        return !Collections.disjoint(groups(person), SEE_EVERY_TASK_OF_THEIR_TENANTS)
                // A group that an administrator has made and trusted so.
                || Context.getCommandContext()
                        .getAuthorizationManager()
                        .isAuthorized(
                                ProcessDefinitionPermissions.READ_TASK,
                                Resources.PROCESS_DEFINITION,
                                Authorization.ANY);
    }

    boolean sees(Authentication person, TaskEntity task) {
        return isOwn(person, task) || ClientsInView.contains(task.getTenantId()) && seesTasksOfOthers(person);
    }

    /**
     * Whether the task is given to the person or to somebody they stand in for, or offered within their tenants. What is
     * given is theirs to see even at another's client: a case may be handed over, and a promise be kept, without handing
     * over the client.
     */
    boolean isOwn(Authentication person, TaskEntity task) {
        return isGiven(person, task)
                || ClientsInView.contains(task.getTenantId()) && isOffered(person, task)
                || standsIn(person, task);
    }

    /** @throws Refusal not found if the person may not know of the task, not allowed if it is not theirs to do */
    void requireToWorkOn(Authentication person, TaskEntity task) {
        if (task.getAssignee() == null ? isOwn(person, task) : mayActFor(person, task)) {
            return;
        }
        if (!sees(person, task)) {
            throw notFound();
        }
        throw Refusal.notAllowed(
                task.getAssignee() == null
                        ? "This task is offered to %s only.".formatted(String.join(", ", candidateGroups(task)))
                        : "This task is %s's; only they, their deputy or an account director may do it."
                                .formatted(task.getAssignee()));
    }

    static Refusal notFound() {
        return Refusal.notFound("There is no such task among those you may see.");
    }

    private boolean mayActFor(Authentication person, TaskEntity task) {
        return isGiven(person, task)
                || ClientsInView.contains(task.getTenantId())
                        && groups(person).contains(StaffGroup.ACCOUNT_DIRECTORS.id())
                || standsIn(person, task);
    }

    /** Whether the task's owner is away today and this manager stands in for them (F13). */
    private boolean standsIn(Authentication person, TaskEntity task) {
        if (task.getAssignee() == null || Collections.disjoint(groups(person), MANAGERS)) {
            return false;
        }
        var client = Optional.ofNullable(task.getTenantId())
                .flatMap(code -> clients.getObject().find(code));
        return absences.getObject().standsIn(person.getUserId(), task.getAssignee(), client.orElse(null));
    }

    private static boolean isGiven(Authentication person, TaskEntity task) {
        return person.getUserId().equals(task.getAssignee());
    }

    private static boolean isOffered(Authentication person, TaskEntity task) {
        return !Collections.disjoint(groupsItMayBeOfferedTo(person), candidateGroups(task));
    }

    /** The person's groups; what is offered to account managers is offered to their directors as well. */
    static Set<String> groupsItMayBeOfferedTo(Authentication person) {
        var groups = groups(person).stream()
                .filter(not(StaffGroup.AUDITORS.id()::equals))
                .collect(Collectors.toSet());
        if (groups.contains(StaffGroup.ACCOUNT_DIRECTORS.id())) {
            groups.add(StaffGroup.ACCOUNT_MANAGERS.id());
        }
        return groups;
    }

    private static Set<String> candidateGroups(TaskEntity task) {
        return task.getCandidates().stream()
                .map(link -> (IdentityLinkEntity) link)
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLinkEntity::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> groups(Authentication person) {
        return person.getGroupIds() == null ? List.of() : person.getGroupIds();
    }
}
