package agency.frontline.engine;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts {@link RestProblems} into the engine's REST API, and into the same API as the webapps have it. */
@Configuration(proxyBeanMethods = false)
class RestApis {

    @Bean
    CamundaJerseyResourceConfig engineRestApi(FinishedTasks finished) {
        return new Api(finished);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ServletContextInitializer webappApis(FinishedTasks finished, CamundaBpmProperties properties) {
        // The starter leaves alone what is registered under these names already.
        var apis = Map.of(
                "Cockpit Api", new CockpitApplication(),
                "Admin Api", new AdminApplication(),
                "Tasklist Api", new TasklistApplication(),
                "Engine Api", new EngineRestApplication(),
                "Welcome Api", new WelcomeApplication());
        var path = properties.getWebapp().getApplicationPath() + "/api/";
        return context -> apis.forEach((name, api) -> register(
                context,
                name,
                path + name.toLowerCase(Locale.ROOT).replace(" api", "") + "/*",
                new Answering(api, RestProblems.forOneApi(finished))));
    }

    private static void register(ServletContext context, String name, String path, Application api) {
        context.addServlet(name, new ServletContainer(ResourceConfig.forApplication(api)))
                .addMapping(path);
    }

    @ApplicationPath("/engine-rest")
    private static final class Api extends CamundaJerseyResourceConfig {

        private final FinishedTasks finished;

        private Api(FinishedTasks finished) {
            this.finished = finished;
        }

        @Override
        protected void registerCamundaRestResources() {
            var configuration = new HashSet<>(CamundaRestResources.getConfigurationClasses());
            configuration.removeAll(RestProblems.REPLACED);
            registerClasses(CamundaRestResources.getResourceClasses());
            registerClasses(configuration);
            register(JacksonFeature.withoutExceptionMappers());
            RestProblems.forOneApi(finished).forEach(this::register);
        }
    }

    /** An API of a webapp, whose parts are known only once the webapp is up. */
    private static final class Answering extends Application {

        private final Application api;
        private final Set<Object> problems;

        private Answering(Application api, Set<Object> problems) {
            this.api = api;
            this.problems = problems;
        }

        @Override
        public Set<Class<?>> getClasses() {
            var classes = new HashSet<>(api.getClasses());
            classes.removeAll(RestProblems.REPLACED);
            return classes;
        }

        @Override
        @SuppressWarnings("deprecation")
        public Set<Object> getSingletons() {
            return problems;
        }
    }
}
