package agency.frontline.engine;

import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * Looks at every new deployment before the engine does: processes, decisions and forms, nothing else. HTML forms and
 * scripts would run in the browser of whoever opens a task.
 */
final class DeploymentGate implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        var errors = new ArrayList<FieldError>();
        if (PackagedModels.SOURCE.equals(deployment.getSource()) && !isOurs(deployment)) {
            errors.add(new FieldError(
                    "deployment-source", "This source marks what Frontline brings along. Choose another one."));
        }
        new TreeMap<>(deployment.getResources()).values().forEach(resource -> problems(resource)
                .forEach(problem -> errors.add(new FieldError(resource.getName(), problem))));
        if (!errors.isEmpty()) {
            throw Refusal.of(errors);
        }
    }

    /** Whether Frontline itself deploys, and not a person in its name. */
    static boolean isOurs(DeploymentEntity deployment) {
        return PackagedModels.SOURCE.equals(deployment.getSource())
                && Context.getCommandContext().getAuthenticatedUserId() == null;
    }

    private static List<String> problems(ResourceEntity resource) {
        var name = resource.getName();
        if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) {
            return List.of();
        }
        if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) {
            return DecisionRules.problems(resource.getBytes());
        }
        if (name.endsWith(".form")) {
            return FormRules.problems(resource.getBytes());
        }
        return List.of("[known-files] Only .bpmn, .dmn and .form files can be deployed.");
    }
}
