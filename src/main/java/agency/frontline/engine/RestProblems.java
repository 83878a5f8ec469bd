package agency.frontline.engine;

import agency.frontline.store.StorageTrouble;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.JsonMappingExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonParseExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * How the engine's REST API and its webapps say no. Camunda's own handlers answer a refused completion with 500 and tell
 * whoever asks what went on inside.
 */
@Priority(1)
final class RestProblems implements ExceptionMapper<Throwable> {

    /** What this takes the place of. */
    static final Set<Class<?>> REPLACED = Set.of(
            ExceptionHandler.class,
            ProcessEngineExceptionHandler.class,
            RestExceptionHandler.class,
            JsonMappingExceptionHandler.class,
            JsonParseExceptionHandler.class);

    private static final Pattern TASK = Pattern.compile("(?:^|/)task/([^/]+)/[^/]");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FinishedTasks finished;

    @Context
    private @Nullable UriInfo uri;

    private RestProblems(FinishedTasks finished) {
        this.finished = finished;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        var problem = EngineProblem.known(thrown);
        if (problem == null || problem.status() == 409) {
            var first = somebodyWasFirst();
            if (first.isPresent()) {
                return answer(EngineProblem.tooLate(first.get()), Map.of());
            }
        }
        if (problem != null) {
            return answer(problem, Map.of());
        }
        return inItsWords(thrown);
    }

    private Response inItsWords(Throwable thrown) {
        var helper = ExceptionHandlerHelper.getInstance();
        var words = EngineProblem.inItsWords(thrown);
        if (words == null && (thrown instanceof RestException || thrown instanceof WebApplicationException)) {
            var status = helper.getStatus(thrown);
            if (status != null && status.getStatusCode() < 500) {
                words = new EngineProblem(
                        status.getStatusCode(),
                        thrown.getClass().getSimpleName(),
                        status.getReasonPhrase(),
                        EngineProblem.withoutPackages(String.valueOf(thrown.getMessage())),
                        List.of());
            }
        }
        return words == null
                ? answer(EngineProblem.ours(thrown), Map.of())
                : answer(words, JSON.convertValue(helper.fromException(thrown), new TypeReference<>() {}));
    }

    private Optional<String> somebodyWasFirst() {
        return Optional.ofNullable(uri)
                .map(address -> TASK.matcher(address.getPath()))
                .filter(Matcher::find)
                .flatMap(address -> finished.sentence(address.group(1)));
    }

    /** Jersey brings handlers of its own for what is no JSON; they tell which class of ours it was to become. */
    @Priority(1)
    static final class NoJson implements ExceptionMapper<JsonParseException> {

        @Override
        public Response toResponse(JsonParseException thrown) {
            return answer(EngineProblem.of(thrown), Map.of());
        }
    }

    /** As {@link NoJson}, where it is JSON, but not the one that is taken here. */
    @Priority(1)
    static final class OtherJson implements ExceptionMapper<JsonMappingException> {

        @Override
        public Response toResponse(JsonMappingException thrown) {
            return answer(EngineProblem.of(thrown), Map.of());
        }
    }

    /** All that one API needs; injected values belong to the API they were made for. */
    static Set<Object> forOneApi(FinishedTasks finished) {
        return Set.of(new RestProblems(finished), new NoJson(), new OtherJson());
    }

    private static Response answer(EngineProblem problem, Map<String, Object> camundas) {
        var body = new LinkedHashMap<>(problem.body());
        // What Camunda's own clients look for, such as where a model is wrong.
        camundas.forEach((name, value) -> {
            if (value != null && !name.equals("message")) {
                body.put(name, value);
            }
        });
        var response = Response.status(problem.status()).entity(body).type(MediaType.APPLICATION_JSON_TYPE);
        return problem.isUnavailable()
                ? response.header("Retry-After", StorageTrouble.RETRY_AFTER).build()
                : response.build();
    }
}
