package agency.frontline.engine;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Deploys the package once the engine and our tables are there, before the web answers and the first job runs. */
@Component
class PackageAtStart implements SmartLifecycle {

    private final PackagedModels models;
    private boolean deployed;

    PackageAtStart(PackagedModels models) {
        this.models = models;
    }

    @Override
    public void start() {
        models.deploy();
        deployed = true;
    }

    @Override
    public void stop() {
        deployed = false;
    }

    @Override
    public boolean isRunning() {
        return deployed;
    }

    /** After whoever sets up groups and people in phase 0, long before the web server. */
    @Override
    public int getPhase() {
        return 1000;
    }
}
