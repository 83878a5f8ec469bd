package agency.bench;

import agency.frontline.engine.TidyFile;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.spring.boot.starter.event.TaskEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The same model on Camunda as the starters set it up, on the same kind of database, with delegates that do nothing. What
 * Frontline's own steps would have put into the case (dates, the owner) is there from the start.
 */
final class BareEngineUnderLoad implements Lifecycles.Actors {

    private final ProcessEngine engine;

    private BareEngineUnderLoad(ProcessEngine engine) {
        this.engine = engine;
    }

    public static void main(String[] arguments) throws Exception {
        Lifecycles.moveClockToMonday();
        var spring = new SpringApplicationBuilder(Bare.class);
        spring.application().addInitializers(emptyDelegates());
        try (var app = spring.run(arguments)) {
            var engine = app.getBean(ProcessEngine.class);
            deploy(engine);
            var environment = app.getEnvironment();
            var bare = app.getBean(Bare.class);
            bare.lifecycles = new Lifecycles(
                    new BareEngineUnderLoad(engine),
                    app.getBean(Meter.class),
                    environment.getRequiredProperty("bench.warm-up", Integer.class),
                    environment.getRequiredProperty("bench.lifecycles", Integer.class),
                    environment.getRequiredProperty("bench.in-flight", Integer.class));
            ObjectNode result = new ObjectMapper().createObjectNode();
            result.setAll(bare.lifecycles.run());
            Lifecycles.memory().forEach(result::put);
            Lifecycles.print(result);
        }
    }

    private static void deploy(ProcessEngine engine) throws IOException {
        var deployment = engine.getRepositoryService().createDeployment();
        var resources = new PathMatchingResourcePatternResolver();
        for (var pattern : new String[] {
            "processes/client-issue.bpmn", "processes/satisfaction-pulse.bpmn", "processes/*.dmn", "forms/*.form"
        }) {
            for (var resource : resources.getResources("classpath*:" + pattern)) {
                deployment.addInputStream(resource.getFilename(), resource.getInputStream());
            }
        }
        deployment.deploy();
    }

    /** One for each name that the model calls. */
    private static ApplicationContextInitializer<ConfigurableApplicationContext> emptyDelegates() {
        return context -> {
            try {
                var models = new StringBuilder();
                for (var file : new String[] {"client-issue", "satisfaction-pulse"}) {
                    models.append(new PathMatchingResourcePatternResolver()
                            .getResource("classpath:processes/" + file + ".bpmn")
                            .getContentAsString(StandardCharsets.UTF_8));
                }
                var names =
                        Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"").matcher(models);
                while (names.find()) {
                    var name = names.group(1);
                    if (!context.getBeanFactory().containsSingleton(name)) {
                        context.getBeanFactory().registerSingleton(name, emptyDelegate(name, context));
                    }
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static DoesNothing emptyDelegate(String name, ConfigurableApplicationContext context) {
        return switch (name) {
            case "sendReply" -> new SendsNothing(context);
            case "gatherPulseFacts" -> new WasAskedYesterday();
            default -> new DoesNothing();
        };
    }

    private static class DoesNothing implements JavaDelegate, ExecutionListener, TaskListener {

        @Override
        public void execute(DelegateExecution execution) {}

        @Override
        public void notify(DelegateExecution execution) {}

        @Override
        public void notify(DelegateTask task) {}
    }

    /** As in Frontline, where few contacts have many issues here: nearly nobody may be asked how we are doing. */
    private static final class WasAskedYesterday extends DoesNothing {

        @Override
        public void notify(DelegateExecution execution) {
            execution.setVariable("daysSinceLastPulse", 1);
            execution.setVariable("openIssueKinds", "");
        }
    }

    /** The client hears it by telepathy. */
    private static final class SendsNothing extends DoesNothing {

        private final ConfigurableApplicationContext context;

        private SendsNothing(ConfigurableApplicationContext context) {
            this.context = context;
        }

        @Override
        public void execute(DelegateExecution execution) {
            context.getBean(Bare.class).lifecycles.replied(execution.getProcessInstanceId());
        }
    }

    @Override
    public void writes(int number) {
        var now = ClockUtil.getCurrentTime().toInstant();
        var later = Date.from(now.plus(Duration.ofDays(2)));
        var variables = new HashMap<String, Object>(Map.of(
                "client", "BIRCH",
                "contact", "ceo@birch.example",
                "contactName", "Charlotte Birch",
                "owner", "manager",
                "requester", "CLIENT",
                "channel", "EMAIL",
                "tier", "GOLD",
                "subject", "Launch number " + number,
                "clientWords",
                        "Will the posters of number " + number + " be there on the first? Our shops plan with them.",
                "contactedAt", Date.from(now)));
        for (var date : new String[] {
            "respondBy", "firstResponseAtRiskAt", "directorToldAt", "nextUpdateBy", "followUpBy", "opinionBy"
        }) {
            variables.put(date, later);
        }
        variables.put("emergency", false);
        variables.put("lessonOwed", true);
        variables.put("silences", 0);
        for (var unknownYet : new String[] {"issueKind", "urgency", "promises"}) {
            variables.put(unknownYet, null);
        }
        engine.getRuntimeService()
                .createMessageCorrelation("clientIssue.clientMessageReceived")
                .setVariables(variables)
                .correlateStartMessage();
    }

    @Override
    public void completes(String taskId, String step, @Nullable String assignee, boolean consult) {
        if (assignee == null) {
            engine.getTaskService().claim(taskId, "planner");
        }
        engine.getFormService().submitTaskForm(taskId, Forms.of(step, consult));
    }

    @Override
    public void answers(String instance, int number) {
        engine.getRuntimeService()
                .createMessageCorrelation("clientIssue.clientReplied")
                .processInstanceId(instance)
                .correlate();
    }

    /** An application with Camunda's starters and nothing else. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Bare {

        private volatile Lifecycles lifecycles;

        @Bean
        static Meter meter() {
            return new Meter();
        }

        /** Without it the file would grow by 3 MB a lifecycle, and the database would be measured instead of the engine. */
        @Bean
        static SmartLifecycle tidyFile(ObjectProvider<DataSource> database) {
            return TidyFile.behind(database);
        }

        @EventListener
        void task(TaskEvent task) {
            lifecycles.taskCreated(task);
        }
    }
}
