package agency.frontline.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the engine throws in a controller of our own, said as everywhere. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class EngineAdvice {

    @ExceptionHandler
    ProblemDetail engineRefused(ProcessEngineException thrown) {
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
        return answer;
    }
}
