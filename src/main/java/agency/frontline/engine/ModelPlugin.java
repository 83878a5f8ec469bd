package agency.frontline.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sets what every model meets: how its expressions are read, and the gates it passes when it is deployed. */
@Component
class ModelPlugin extends AbstractProcessEnginePlugin {

    private final Delegates delegates;
    private final ObjectProvider<FlowContract> contracts;

    ModelPlugin(Delegates delegates, ObjectProvider<FlowContract> contracts) {
        this.delegates = delegates;
        this.contracts = contracts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new ModelExpressions(delegates));
        configuration.setBpmnParseFactory(
                parser -> new ModelGate(parser, delegates, contracts.stream().toList()));
        var others = configuration.getCustomPreDeployers();
        var deployers = new ArrayList<Deployer>(others == null ? List.of() : others);
        deployers.add(new DeploymentGate());
        configuration.setCustomPreDeployers(deployers);
    }
}
