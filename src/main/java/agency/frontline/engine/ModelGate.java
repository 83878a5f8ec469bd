package agency.frontline.engine;

import agency.frontline.engine.Delegates.Use;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model as the engine does and holds a new one to {@link ModelRules}. All findings come at once, with element,
 * line and column, as the {@link ParseException} that Camunda Modeler shows. What was deployed once always loads.
 */
final class ModelGate extends BpmnParse {

    private final Delegates delegates;
    private final List<FlowContract> contracts;

    ModelGate(BpmnParser parser, Delegates delegates, List<FlowContract> contracts) {
        super(parser);
        this.delegates = delegates;
        this.contracts = contracts;
    }

    @Override
    public BpmnParse execute() {
        if (!deployment.isNew()) {
            return super.execute();
        }
        try {
            return super.execute();
        } catch (ParseException withFindings) {
            throw withFindings;
        } catch (ProcessEngineException unreadable) {
            addError("[readable] The file cannot be read: " + innermost(unreadable), rootElement);
            throwExceptionForErrors();
            throw unreadable;
        }
    }

    private static String innermost(Throwable thrown) {
        return thrown.getCause() == null ? String.valueOf(thrown.getMessage()) : innermost(thrown.getCause());
    }

    @Override
    protected void parseRootElement() {
        if (!deployment.isNew()) {
            super.parseRootElement();
            return;
        }
        // Before the engine's own reading, which stops at some of what is found here.
        var findings = ModelRules.check(rootElement, new HouseOfDeployment());
        try {
            super.parseRootElement();
        } catch (RuntimeException stopped) {
            if (findings.isEmpty()) {
                throw stopped;
            }
        }
        // The engine says the same of a missing time to live, in words that help less.
        getProblems().removeIf(error -> String.valueOf(error.getMessage()).contains("ENGINE-12018"));
        for (var finding : findings) {
            if (finding.id() == null) {
                addError(finding.toString(), finding.element());
            } else {
                addError(finding.toString(), finding.element(), finding.id());
            }
        }
    }

    private final class HouseOfDeployment implements ModelRules.House {

        private final CommandContext context = Context.getCommandContext();

        @Override
        public boolean hasDelegate(String name, Use use) {
            return delegates.isKnown(name, use);
        }

        @Override
        public Set<String> delegates(Use use) {
            return delegates.names(use);
        }

        @Override
        public boolean hasForm(String key, @Nullable Integer version) {
            var forms = context.getCamundaFormDefinitionManager();
            return version == null
                    ? forms.findLatestDefinitionByKeyAndTenantId(key, null) != null
                    : forms.findDefinitionByKeyVersionAndTenantId(key, version, null) != null;
        }

        @Override
        public boolean bringsForm(String key) {
            return deployment.getResources().values().stream()
                    .filter(resource -> resource.getName().endsWith(".form"))
                    .anyMatch(resource -> FormRules.idOf(resource.getBytes())
                            .filter(key::equals)
                            .isPresent());
        }

        @Override
        public boolean hasGroup(String group) {
            // Our own package may come before the groups; that its groups exist is for its tests to say.
            return DeploymentGate.isOurs(deployment)
                    || Context.getProcessEngineConfiguration()
                                    .getIdentityService()
                                    .createGroupQuery()
                                    .groupId(group)
                                    .count()
                            > 0;
        }

        @Override
        public Optional<String> startedBy(String message) {
            return context.getEventSubscriptionManager().findMessageStartEventSubscriptionByName(message).stream()
                    .map(subscription -> subscription.getConfiguration())
                    .map(definitionId -> definitionId.substring(0, definitionId.indexOf(':')))
                    .findFirst();
        }

        @Override
        public List<FlowContract> contracts() {
            return contracts;
        }
    }
}
