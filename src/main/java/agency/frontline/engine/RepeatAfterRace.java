package agency.frontline.engine;

import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Two people who complete different tasks of one case at the same moment both succeed (P02): whoever was a moment later
 * is let in again on what the first has left. Of two who complete the same task the later one finds it done (P01).
 */
final class RepeatAfterRace extends CommandInterceptor {

    private static final int ATTEMPTS = 3;

    @Override
    public <T> T execute(Command<T> command) {
        if (!isAStep(command) || TransactionSynchronizationManager.isActualTransactionActive()) {
            return next.execute(command);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return next.execute(command);
            } catch (RuntimeException raced) {
                if (attempt == ATTEMPTS || !PassingProblem.isRace(raced)) {
                    throw raced;
                }
            }
        }
    }

    private static boolean isAStep(Command<?> command) {
        return command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd;
    }
}
