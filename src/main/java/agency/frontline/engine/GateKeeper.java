package agency.frontline.engine;

import agency.frontline.text.Refusal;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityStartBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Builds {@link TaskGate}s and {@link CaseKeeper}s into every model as it is loaded, so that no model can leave them out. */
@Component
class GateKeeper extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskGate> gates;
    private final ObjectProvider<CaseKeeper> keepers;

    // Providers, because the gates need beans that need the engine that is just being built.
    GateKeeper(ObjectProvider<TaskGate> gates, ObjectProvider<CaseKeeper> keepers) {
        this.gates = gates;
        this.keepers = keepers;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomPostBPMNParseListeners().add(new Builder());
    }

    private void check(DelegateTask task) {
        var process = keyOf(task.getProcessDefinitionId());
        gates.stream()
                .filter(gate -> gate.guards(process, task.getTaskDefinitionKey()))
                .forEach(gate -> gate.check(task));
    }

    static String keyOf(String processDefinitionId) {
        return processDefinitionId.substring(0, processDefinitionId.indexOf(':'));
    }

    /** Whoever keeps the case draws its number; one that a start brings along could be anybody's. */
    private static void open(DelegateExecution instance, List<CaseKeeper> keepers) {
        if (!keepers.isEmpty() && instance.getProcessBusinessKey() != null) {
            throw Refusal.of("businessKey", "Leave the business key out; Frontline draws the case number.");
        }
        keepers.forEach(keeper -> keeper.opened(instance));
    }

    private final class Builder extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element process, ProcessDefinitionEntity definition) {
            var key = definition.getKey();
            ExecutionListener opened = instance -> open(instance, keepersOf(key));
            ExecutionListener ended = instance -> keepersOf(key).forEach(keeper -> keeper.ended(instance));
            // First of all listeners: whatever the model adds may rely on an opened case.
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, opened, 0);
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, ended);
        }

        @Override
        public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
            var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, GateKeeper.this::check);
        }

        @Override
        public void parseEndEvent(Element endEvent, ScopeImpl scope, ActivityImpl activity) {
            if (isMainScope(scope)) {
                var key = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
                ExecutionListener reached =
                        instance -> keepersOf(key).forEach(keeper -> keeper.reached(instance, activity.getId()));
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, reached);
            }
        }

        /** The process itself, or an event sub-process that takes its place. */
        private boolean isMainScope(ScopeImpl scope) {
            if (scope instanceof ProcessDefinitionEntity) {
                return true;
            }
            return scope instanceof ActivityImpl sub
                    && sub.isTriggeredByEvent()
                    && sub.getFlowScope() instanceof ProcessDefinitionEntity
                    && sub.getActivityStartBehavior() == ActivityStartBehavior.INTERRUPT_EVENT_SCOPE;
        }

        private List<CaseKeeper> keepersOf(String key) {
            return keepers.stream().filter(keeper -> keeper.keeps(key)).toList();
        }
    }
}
