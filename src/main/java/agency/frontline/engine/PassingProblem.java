package agency.frontline.engine;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Tells what passes by itself from what stays wrong however often it is tried: somebody else moved the case at this
 * moment, it does not wait for this message yet, or it is suspended for a while (I04, I06).
 */
public final class PassingProblem {

    /**
     * What the engine says of a case that it read while somebody else moved it, where each commit shows at once: its steps
     * do not fit together, or it no longer waits for what it waited for a moment ago (P09, I06).
     */
    private static final Pattern TORN = Pattern.compile(
            "^Cannot construct activity-execution mapping|does not have a subscription to a message event");

    private PassingProblem() {}

    /** Whether this, or what caused it, is over when tried later. */
    public static boolean is(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .anyMatch(cause -> cause instanceof OptimisticLockingException
                        || cause instanceof MismatchingMessageCorrelationException
                        || cause instanceof SuspendedEntityInteractionException
                        || cause instanceof ConcurrencyFailureException
                        || isTorn(cause)
                        || isUprooted(cause));
    }

    /** Whether somebody else moved the same case at this very moment. */
    static boolean isRace(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .anyMatch(cause -> cause instanceof OptimisticLockingException || isTorn(cause) || isUprooted(cause));
    }

    /**
     * What it was written to was taken away at this moment, or each waits for the other: databases differ in which of the
     * two they notice (P03).
     */
    private static boolean isUprooted(Throwable cause) {
        return cause instanceof ProcessEngineException engine
                && (engine.getCode() == BuiltinExceptionCode.FOREIGN_KEY_CONSTRAINT_VIOLATION.getCode()
                        || engine.getCode() == BuiltinExceptionCode.DEADLOCK.getCode());
    }

    private static boolean isTorn(Throwable cause) {
        return cause instanceof ProcessEngineException
                        && TORN.matcher(String.valueOf(cause.getMessage())).find()
                || cause instanceof NullPointerException && isInTheTree(cause);
    }

    /** The engine walked up the tree of steps and found a branch gone that it had read a moment ago (P01). */
    private static boolean isInTheTree(Throwable cause) {
        return cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().startsWith("org.camunda.bpm.engine.impl.pvm.");
    }
}
