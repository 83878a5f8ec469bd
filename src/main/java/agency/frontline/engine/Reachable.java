package agency.frontline.engine;

import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.SpinList;
import org.camunda.spin.json.SpinJsonNode;
import org.joda.time.DateTime;

/**
 * What an expression of a model may ask of a value. All else is refused when a model is deployed and, for stored ones,
 * when it runs: with reflection in reach, whoever may deploy a model or write a filter could run any program here.
 */
final class Reachable {

    /** Functions an expression may call; the engine, its JSON plug-in and the rights plug-in bring them. */
    static final Set<String> FUNCTIONS =
            Set.of("now", "dateTime", "currentUser", "currentUserGroups", "currentUserActsFor", "JSON", "S");

    private static final Map<Class<?>, Set<String>> METHODS = new LinkedHashMap<>();

    static {
        METHODS.put(
                CharSequence.class,
                Set.of(
                        "length",
                        "isEmpty",
                        "isBlank",
                        "contains",
                        "startsWith",
                        "endsWith",
                        "equals",
                        "equalsIgnoreCase",
                        "compareTo",
                        "indexOf",
                        "toLowerCase",
                        "toUpperCase",
                        "trim",
                        "strip",
                        "substring",
                        "concat",
                        "toString"));
        METHODS.put(Number.class, Set.of("intValue", "longValue", "doubleValue", "compareTo", "equals", "toString"));
        METHODS.put(Boolean.class, Set.of("booleanValue", "equals", "toString"));
        METHODS.put(Date.class, Set.of("before", "after", "compareTo", "equals", "getTime", "toString"));
        METHODS.put(
                DateTime.class,
                Set.of(
                        "plusMinutes",
                        "plusHours",
                        "plusDays",
                        "plusWeeks",
                        "plusMonths",
                        "plusYears",
                        "minusMinutes",
                        "minusHours",
                        "minusDays",
                        "minusWeeks",
                        "minusMonths",
                        "minusYears",
                        "withTimeAtStartOfDay",
                        "isAfter",
                        "isBefore",
                        "getDayOfWeek",
                        "getHourOfDay",
                        "toDate",
                        "toString"));
        // mapTo and unwrap would make any Java type from a client's text.
        METHODS.put(
                SpinJsonNode.class,
                Set.of(
                        "prop",
                        "hasProp",
                        "elements",
                        "fieldNames",
                        "value",
                        "stringValue",
                        "numberValue",
                        "boolValue",
                        "isObject",
                        "isArray",
                        "isValue",
                        "isNull",
                        "isString",
                        "isNumber",
                        "isBoolean",
                        "indexOf",
                        "lastIndexOf",
                        "contains",
                        "toString"));
        METHODS.put(SpinList.class, Set.of("get", "size", "isEmpty", "contains", "indexOf"));
        METHODS.put(Collection.class, Set.of("get", "size", "isEmpty", "contains", "indexOf"));
        METHODS.put(Map.class, Set.of("get", "containsKey", "size", "isEmpty"));
        METHODS.put(
                DelegateExecution.class,
                Set.of(
                        "getVariable",
                        "getVariableLocal",
                        "hasVariable",
                        "hasVariableLocal",
                        "getId",
                        "getBusinessKey",
                        "getProcessBusinessKey",
                        "getProcessInstanceId",
                        "getProcessDefinitionId",
                        "getCurrentActivityId",
                        "getCurrentActivityName",
                        "getActivityInstanceId",
                        "getTenantId",
                        "getEventName"));
        METHODS.put(
                DelegateTask.class,
                Set.of(
                        "getVariable",
                        "getVariableLocal",
                        "hasVariable",
                        "hasVariableLocal",
                        "getId",
                        "getName",
                        "getAssignee",
                        "getOwner",
                        "getDueDate",
                        "getFollowUpDate",
                        "getPriority",
                        "getCreateTime",
                        "getTaskDefinitionKey",
                        "getProcessInstanceId",
                        "getTenantId",
                        "getEventName"));
    }

    private static final Set<String> ALL =
            METHODS.values().stream().flatMap(Set::stream).collect(Collectors.toSet());

    private Reachable() {}

    /** Whether the method may be called on this very value. */
    static boolean method(Object base, String name) {
        return METHODS.entrySet().stream()
                .anyMatch(allowed ->
                        allowed.getKey().isInstance(base) && allowed.getValue().contains(name));
    }

    /** Whether the property may be read of this very value; it stands for its getter. */
    static boolean property(Object base, String name) {
        return !name.isEmpty() && (method(base, "get" + capitalised(name)) || method(base, "is" + capitalised(name)));
    }

    /** Whether some value knows such a method, as far as a model alone can tell. */
    static boolean methodSomewhere(String name) {
        return ALL.contains(name);
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
