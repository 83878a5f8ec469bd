package agency.frontline.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Ends what goes round and round in a model without ever waiting for anybody (P13). The engine would go on until memory
 * is full, with a thread and a transaction in hand; here it is rolled back after so many steps, and an incident at once
 * shows where, for trying again would end the same.
 */
@Component
class StepLimit extends AbstractProcessEnginePlugin {

    private final int limit;

    /**
     * @param limit the most steps in one transaction; our longest way from one wait to the next has some dozen, and
     *     several for each specialist or promise
     */
    StepLimit(@Value("${frontline.engine.steps-at-once:1000}") int limit) {
        this.limit = limit;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomPostBPMNParseListeners().add(new Counting());
        configuration.setFailedJobCommandFactory(new NoSecondTry());
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getSessionFactories().put(Steps.class, new StepsSoFar());
    }

    private void step(DelegateExecution execution) {
        var steps = Context.getCommandContext().getSession(Steps.class);
        if (++steps.count > limit) {
            throw new EndlessLoop(
                    "The model %s goes on without waiting for anybody: more than %d steps at once, the last one is \"%s\"."
                                    .formatted(
                                            GateKeeper.keyOf(execution.getProcessDefinitionId()),
                                            limit,
                                            execution.getCurrentActivityId())
                            + " Draw a task, a timer or a message into the loop, or a condition that ends it.");
        }
    }

    private final class Counting extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element process, ProcessDefinitionEntity definition) {
            countIn(definition);
        }

        private void countIn(ScopeImpl scope) {
            scope.getActivities().forEach(activity -> {
                activity.addBuiltInListener(
                        ExecutionListener.EVENTNAME_START, (ExecutionListener) StepLimit.this::step);
                countIn(activity);
            });
        }
    }

    static final class EndlessLoop extends ProcessEngineException {

        private EndlessLoop(String message) {
            super(message);
        }
    }

    /** The steps in the running command of the engine, which is one transaction. */
    private static final class Steps implements Session {

        private int count;

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static final class StepsSoFar implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return Steps.class;
        }

        @Override
        public Session openSession() {
            return new Steps();
        }
    }

    private static final class NoSecondTry extends DefaultFailedJobCommandFactory {

        @Override
        public Command<Object> getCommand(String jobId, Throwable exception) {
            return exception instanceof EndlessLoop
                    ? new DefaultJobRetryCmd(jobId, exception) {

                        @Override
                        public Object execute(CommandContext context) {
                            var job = getJob();
                            if (job != null) {
                                job.unlock();
                                logException(job);
                                job.setRetries(0);
                                notifyAcquisition(context);
                            }
                            return null;
                        }
                    }
                    : super.getCommand(jobId, exception);
        }
    }
}
