package agency.frontline.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/**
 * Puts {@link FormFields} inside the command context, where it shows whether a person asks, and {@link RepeatAfterRace}
 * around the transaction.
 */
@Component
class FormFieldsPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var chain = new ArrayList<CommandInterceptor>();
        var others = configuration.getCustomPostCommandInterceptorsTxRequired();
        chain.addAll(others == null ? List.of() : others);
        chain.add(new FormFields());
        configuration.setCustomPostCommandInterceptorsTxRequired(chain);
        var around = new ArrayList<CommandInterceptor>();
        around.add(new RepeatAfterRace());
        var outer = configuration.getCustomPreCommandInterceptorsTxRequired();
        around.addAll(outer == null ? List.of() : outer);
        configuration.setCustomPreCommandInterceptorsTxRequired(around);
    }
}
