package agency.frontline.engine;

import agency.frontline.store.StorageTrouble;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the engine throws in a controller of our own, said as everywhere. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class EngineAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> engineRefused(ProcessEngineException thrown) {
        var problem = EngineProblem.known(thrown);
        if (problem == null) {
            problem = EngineProblem.inItsWords(thrown);
        }
        if (problem == null) {
            problem = EngineProblem.ours(thrown);
        }
        var answer = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(problem.status()), problem.detail());
        answer.setTitle(problem.title());
        answer.setProperty("errors", problem.errors());
        var response = ResponseEntity.status(problem.status());
        return problem.isUnavailable()
                ? response.header(HttpHeaders.RETRY_AFTER, StorageTrouble.RETRY_AFTER)
                        .body(answer)
                : response.body(answer);
    }
}
