package agency.frontline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.text.Refusal;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the engine throws is said by whose fault it is")
class EngineProblemTest {

    @Test
    void aRefusalIsFoundHoweverDeepTheEngineBuriedIt() {
        var problem = EngineProblem.known(buried(Refusal.of("view", "Say it in your own words.")));
        assertThat(problem).isNotNull();
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors()).containsExactly(new Refusal.FieldError("view", "Say it in your own words."));
        assertThat(problem.body())
                .containsEntry("message", "view: Say it in your own words.")
                .containsEntry("detail", "view: Say it in your own words.")
                .containsEntry("title", "Bad input")
                .containsEntry("type", "BadInput");
    }

    @Test
    void eachKindOfRefusalHasItsStatus() {
        assertThat(status(Refusal.notAllowed("x"))).isEqualTo(403);
        assertThat(status(Refusal.notFound("x"))).isEqualTo(404);
        assertThat(status(Refusal.tooLate("x"))).isEqualTo(409);
    }

    @Test
    void whoeverWasSlowerMayRepeat() {
        assertThat(status(new OptimisticLockingException("x"))).isEqualTo(409);
        assertThat(status(coded(BuiltinExceptionCode.DEADLOCK))).isEqualTo(409);
        assertThat(status(coded(BuiltinExceptionCode.FOREIGN_KEY_CONSTRAINT_VIOLATION)))
                .as("written to what somebody else has just taken away (P03)")
                .isEqualTo(409);
    }

    @Test
    void whatDoesNotFitIsBadInput() {
        assertThat(status(coded(BuiltinExceptionCode.COLUMN_SIZE_TOO_SMALL))).isEqualTo(400);
        assertThat(status(buried(new SQLException("invalid byte sequence", "22021"))))
                .isEqualTo(400);
    }

    @Test
    void aDatabaseThatIsAwayIsNobodysFault() {
        for (var state : List.of("08006", "57P01", "90098", "90121")) {
            assertThat(status(buried(new SQLException("gone", state))))
                    .as(state)
                    .isEqualTo(503);
        }
        var batch = new BatchUpdateException();
        batch.setNextException(new SQLException("gone", "57P01"));
        assertThat(status(buried(batch))).isEqualTo(503);
    }

    @Test
    void aFullDiskIsNobodysFaultAndCalledByItsName() {
        for (var full : List.of(
                new SQLException("could not extend file", "53100"),
                new SQLException(
                        "The database has been closed", "90098", new IOException("No space left on device")))) {
            assertThat(status(buried(full))).as(full.toString()).isEqualTo(507);
            assertThat(EngineProblem.known(buried(full)).detail()).contains("storage of Frontline is full");
        }
    }

    @Test
    void theEngineMaySayItselfWhatIsWrongWithAQuestion() {
        assertThat(words(new AuthorizationException("x")).status()).isEqualTo(403);
        assertThat(words(new NotFoundException("x")).status()).isEqualTo(404);
        assertThat(words(new NullValueException("Cannot find task with id 1: task is null"))
                        .status())
                .isEqualTo(404);
        assertThat(words(new NullValueException("userId is null")).status()).isEqualTo(400);
        assertThat(words(new NotValidException("x")).status()).isEqualTo(400);
        assertThat(words(new BadUserRequestException("Bad org.camunda.bpm.engine.impl.TaskQueryImpl"))
                        .detail())
                .isEqualTo("Bad TaskQueryImpl");
        assertThat(EngineProblem.inItsWords(new ProcessEngineException("x"))).isNull();
    }

    @Test
    void ofWhatIsOursOnlyANumberIsTold() {
        var problem = EngineProblem.ours(new IllegalStateException("select secret from fl_case at /var/lib"));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.body().toString())
                .doesNotContain("secret", "/var/lib", "IllegalState")
                .containsPattern("this number: [0-9a-f-]{36}");
    }

    @Test
    void aControllerOfOursSaysTheSame() {
        var answer = new EngineAdvice().engineRefused(new OptimisticLockingException("x"));
        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().getDetail()).isEqualTo(EngineProblem.AGAIN);
        assertThat(answer.getHeaders()).doesNotContainKey("Retry-After");
        var away = new EngineAdvice().engineRefused(new ProcessEngineException("x", new SQLException("gone", "57P01")));
        assertThat(away.getStatusCode().value()).isEqualTo(503);
        assertThat(away.getHeaders().getFirst("Retry-After")).isEqualTo("30");
    }

    private static int status(Throwable thrown) {
        var problem = EngineProblem.known(thrown);
        assertThat(problem).isNotNull();
        return problem.status();
    }

    private static EngineProblem words(Throwable thrown) {
        var problem = EngineProblem.inItsWords(thrown);
        assertThat(problem).isNotNull();
        return problem;
    }

    private static Throwable buried(Throwable cause) {
        return new ProcessEngineException("outside", new RuntimeException("between", cause));
    }

    private static ProcessEngineException coded(BuiltinExceptionCode code) {
        return new ProcessEngineException("x", code.getCode());
    }
}
