package agency.frontline.engine;

import java.util.stream.Stream;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Tells what passes by itself from what stays wrong however often it is tried: somebody else moved the case at this
 * moment, it does not wait for this message yet, or it is suspended for a while (I04, I06).
 */
public final class PassingProblem {

    private PassingProblem() {}

    /** Whether this, or what caused it, is over when tried later. */
    public static boolean is(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .anyMatch(cause -> cause instanceof OptimisticLockingException
                        || cause instanceof MismatchingMessageCorrelationException
                        || cause instanceof SuspendedEntityInteractionException
                        || cause instanceof ConcurrencyFailureException);
    }
}
