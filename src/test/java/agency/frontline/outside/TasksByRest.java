package agency.frontline.outside;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Does what was done in a browser elsewhere by REST, for a client's cases that are told apart by their subjects. */
final class TasksByRest {

    private final RunningFrontline frontline;
    private final String client;

    TasksByRest(RunningFrontline frontline, String client) {
        this.frontline = frontline;
        this.client = client;
    }

    /** A list, as Json. */
    record Json(String text) {}

    /** Completes the step once it is there; whoever it is only offered to takes it first. */
    void submit(String user, String step, String about, Map<String, ?> form) {
        var task = find(user, step, about);
        var rest = Rest.as(user, frontline);
        if (rest.get("/engine-rest/task/" + task).path("assignee").isNull()) {
            rest.post("/engine-rest/task/" + task + "/claim", Map.of("userId", user));
        }
        var variables = form.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        field -> field.getValue() instanceof Json list
                                ? Map.of("value", list.text(), "type", "Json")
                                : Map.of("value", field.getValue())));
        rest.post("/engine-rest/task/" + task + "/submit-form", Map.of("variables", variables));
    }

    /** The id of a task of this user, once it is there. */
    String find(String user, String step, String about) {
        var found = new AtomicReference<String>();
        await("%s has %s of '%s'".formatted(user, step, about))
                .atMost(Duration.ofSeconds(60))
                .pollInSameThread()
                .until(() -> {
                    for (JsonNode head : Rest.as("manager", frontline).get("/api/cases?client=" + client)) {
                        if (head.path("subject").asText().equals(about)) {
                            for (JsonNode task : Rest.as(user, frontline)
                                    .get("/engine-rest/task?taskDefinitionKey=" + step + "&processInstanceBusinessKey="
                                            + head.path("businessKey").asText())) {
                                found.set(task.path("id").asText());
                            }
                        }
                    }
                    return found.get() != null;
                });
        return found.get();
    }

    /** The checklist of a task with everything on it done. */
    Json ticked(String user, String task) {
        var json = Rest.as(user, frontline)
                .get("/engine-rest/task/" + task + "/form-variables?variableNames=checklist&deserializeValues=false")
                .path("checklist")
                .path("value")
                .asText();
        return new Json(json.replace("\"done\":false", "\"done\":true"));
    }
}
