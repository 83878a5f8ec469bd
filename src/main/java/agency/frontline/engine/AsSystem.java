package agency.frontline.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets Frontline itself act, in one transaction of the engine, without the rights of whoever happens to be logged in:
 * a client's mail moves a case although no client has a login. Rights must have been checked before.
 */
@Component
public class AsSystem {

    private final ObjectProvider<ProcessEngine> engine;

    AsSystem(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /** Does the deed in the running transaction of the engine, or a new one; what it throws rolls everything back. */
    public <T> T run(Supplier<T> deed) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            var identity = configuration.getIdentityService();
            var person = identity.getCurrentAuthentication();
            identity.clearAuthentication();
            try {
                return deed.get();
            } finally {
                identity.setAuthentication(person);
            }
        });
    }

    /** {@link #run} for a deed without an answer. */
    public void perform(Runnable deed) {
        run(() -> {
            deed.run();
            return null;
        });
    }
}
