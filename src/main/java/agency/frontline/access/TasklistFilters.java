package agency.frontline.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The lists that stand at the left of Tasklist, and nothing else there. Which tasks of a list somebody sees is decided
 * elsewhere; a filter only narrows. One that an admin has changed stays so; one that is gone comes back.
 */
@Component
class TasklistFilters {

    /** Kept in a filter's properties, so that a renamed one is known again. */
    private static final String KEY = "frontlineFilter";

    private static final Set<StaffGroup> MANAGERS = Set.of(StaffGroup.ACCOUNT_MANAGERS, StaffGroup.ACCOUNT_DIRECTORS);

    private record Wanted(
            String key,
            String name,
            String description,
            int priority,
            Predicate<StaffGroup> groups,
            UnaryOperator<TaskQuery> query) {}

    private static final List<Wanted> WANTED = List.of(
            new Wanted(
                    "my-tasks",
                    "My tasks",
                    "What waits for me, and for those who are away and have me stand in",
                    10,
                    StaffGroup::worksOnCases,
                    TasklistFilters::assignedToThoseIActFor),
            new Wanted(
                    "offered-to-me",
                    "Offered to me",
                    "Nobody has taken it yet; claim it to make it yours",
                    20,
                    group -> group.worksOnCases() && group != StaffGroup.ACCOUNT_DIRECTORS,
                    query -> query.taskCandidateGroupInExpression("${currentUserGroups()}")),
            new Wanted(
                    "offered-to-directors",
                    "Offered to me",
                    "Nobody has taken it yet; claim it to make it yours",
                    20,
                    group -> group == StaffGroup.ACCOUNT_DIRECTORS,
                    query -> query.taskCandidateGroupIn(
                            MANAGERS.stream().map(StaffGroup::id).sorted().toList())),
            new Wanted(
                    "at-risk-and-overdue",
                    "At risk and overdue",
                    "Due within two hours, or late already",
                    30,
                    StaffGroup::worksOnCases,
                    query -> query.dueBeforeExpression("${dateTime().plusHours(2)}")),
            new Wanted(
                    "my-clients-open-tasks",
                    "My clients' open tasks",
                    "Everything open for the clients I take care of, whoever does it",
                    40,
                    MANAGERS::contains,
                    query -> query));

    private final FilterService filters;
    private final TaskService tasks;

    TasklistFilters(@Lazy FilterService filters, @Lazy TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** How "My tasks" asked before anybody stood in for anybody; one that still asks so was changed by nobody. */
    private static final Map<String, String> MINE_ALONE = Map.of("taskAssignee", "${currentUser()}");

    /** Makes the filters that are missing and tells which group sees which filter, by the filter's id. */
    Map<String, List<StaffGroup>> restore() {
        var known = filters.createTaskFilterQuery().unlimitedList().stream()
                .filter(filter ->
                        filter.getProperties() != null && filter.getProperties().containsKey(KEY))
                .collect(Collectors.toMap(filter -> filter.getProperties().get(KEY), Filter::getId, (a, b) -> a));
        filters.createTaskFilterQuery().unlimitedList().stream()
                .filter(filter -> "my-tasks".equals(filter.getProperties().get(KEY)))
                .filter(filter ->
                        ((TaskQueryImpl) filter.getQuery()).getExpressions().equals(MINE_ALONE))
                .forEach(
                        filter -> filters.saveFilter(filter.setQuery(assignedToThoseIActFor(tasks.createTaskQuery()))));
        return WANTED.stream()
                .collect(Collectors.toMap(
                        wanted -> known.containsKey(wanted.key()) ? known.get(wanted.key()) : make(wanted),
                        wanted -> Arrays.stream(StaffGroup.values())
                                .filter(wanted.groups())
                                .toList()));
    }

    /** The query has no method for it, though it takes any criterion as an expression. */
    private static TaskQuery assignedToThoseIActFor(TaskQuery query) {
        ((TaskQueryImpl) query).addExpression("taskAssigneeIn", "${" + ClientsInView.CURRENT_USER_ACTS_FOR + "()}");
        return query;
    }

    private String make(Wanted wanted) {
        var filter = filters.newTaskFilter(wanted.name())
                .setQuery(wanted.query().apply(tasks.createTaskQuery()))
                .setProperties(Map.of(
                        KEY,
                        wanted.key(),
                        "description",
                        wanted.description(),
                        "priority",
                        wanted.priority(),
                        "refresh",
                        true,
                        "showUndefinedVariable",
                        false,
                        "variables",
                        List.of(
                                Map.of("name", "client", "label", "Client"),
                                Map.of("name", "subject", "label", "Subject"))));
        return filters.saveFilter(filter).getId();
    }
}
