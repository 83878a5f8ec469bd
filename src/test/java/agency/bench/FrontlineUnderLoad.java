package agency.bench;

import agency.frontline.Frontline;
import agency.frontline.mail.Inbox;
import agency.frontline.mail.MailAccepted;
import agency.frontline.mail.MailDrop;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.spring.boot.starter.event.TaskEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The whole of Frontline, with its own workers, under load. Mails lie in the inbox; the rest is its own doing. */
final class FrontlineUnderLoad implements Lifecycles.Actors {

    private static final List<String> CLIENTS =
            List.of("ceo@birch.example", "marketing@birch.example", "marketing@cedar.example", "brand@maple.example");
    private static final int LATENCY_SAMPLES = 20;

    private final ProcessEngine engine;
    private final MailDrop mails;
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, String> clientOfMail = new ConcurrentHashMap<>();

    private record Person(List<String> groups, List<String> tenants) {}

    private FrontlineUnderLoad(ProcessEngine engine, MailDrop mails) {
        this.engine = engine;
        this.mails = mails;
    }

    /** {@code --bench.smtp-port=<port>} and the like, as {@link Benchmark} gives them. */
    public static void main(String[] arguments) throws Exception {
        Lifecycles.moveClockToMonday();
        try (var app = new SpringApplicationBuilder(Frontline.class, Beside.class).run(arguments)) {
            long startMillis = Lifecycles.millisSinceJvmStart();
            var result = new ObjectMapper().createObjectNode();
            result.put("startMillis", startMillis);
            int lifecycles = app.getEnvironment().getRequiredProperty("bench.lifecycles", Integer.class);
            if (lifecycles == 0) {
                Lifecycles.memory().forEach(result::put);
            } else {
                load(app, lifecycles, result);
            }
            Lifecycles.print(result);
        }
    }

    private static void load(ConfigurableApplicationContext app, int lifecycles, ObjectNode result)
            throws InterruptedException {
        var environment = app.getEnvironment();
        var actors = new FrontlineUnderLoad(
                app.getBean(ProcessEngine.class), new MailDrop(app.getBean(Inbox.class), app.getBean(Clock.class)));
        var beside = app.getBean(Beside.class);
        result.put(
                "mailToTaskMillis",
                actors.mailToTaskMillis(beside, environment.getRequiredProperty("bench.smtp-port", Integer.class)));
        beside.lifecycles = new Lifecycles(
                actors,
                app.getBean(Meter.class),
                environment.getRequiredProperty("bench.warm-up", Integer.class),
                lifecycles,
                environment.getRequiredProperty("bench.in-flight", Integer.class));
        beside.actors = actors;
        result.setAll(beside.lifecycles.run());
        result.put("fileMegabytes", fileMegabytes(environment.getRequiredProperty("frontline.data-dir")));
        Lifecycles.memory().forEach(result::put);
    }

    private static long fileMegabytes(String directory) {
        return Path.of(directory, "frontline.mv.db").toFile().length() >> 20;
    }

    /** The middle one of some mails that go in by SMTP one after the other: from handing in to the task. */
    private long mailToTaskMillis(Beside beside, int smtpPort) throws InterruptedException {
        var millis = new long[LATENCY_SAMPLES];
        for (int i = 0; i < millis.length; i++) {
            beside.created.clear();
            long began = System.nanoTime();
            sendBySmtp(smtpPort, "Latency " + i);
            if (beside.created.poll(2, TimeUnit.MINUTES) == null) {
                throw new IllegalStateException("A mail has become no task");
            }
            millis[i] = (System.nanoTime() - began) / 1_000_000;
        }
        Arrays.sort(millis);
        return millis[millis.length / 2];
    }

    private static void sendBySmtp(int port, String subject) {
        var session = Session.getInstance(new Properties());
        try (Transport transport = session.getTransport("smtp")) {
            var mail = new MimeMessage(session);
            mail.setFrom(CLIENTS.get(0));
            mail.setRecipients(RecipientType.TO, "service@frontline.example");
            mail.setSubject(subject);
            mail.setText("How long does it take until somebody has this on the desk? " + subject);
            mail.saveChanges();
            transport.connect("127.0.0.1", port, null, null);
            transport.sendMessage(mail, new InternetAddress[] {new InternetAddress("service@frontline.example")});
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void writes(int number) {
        mails.put(
                CLIENTS.get(number % CLIENTS.size()),
                "<first-" + number + "@bench.example>",
                null,
                "Launch number " + number,
                "Will the posters of number " + number + " be there on the first? Our shops plan with them.");
    }

    @Override
    public void answers(String messageId, int number) {
        mails.put(
                clientOfMail.remove(messageId),
                "<answer-" + number + "@bench.example>",
                messageId,
                "Re: Launch",
                "Wonderful, thank you for number " + number + "!");
    }

    @Override
    public void completes(String taskId, String step, @Nullable String assignee, boolean consult) {
        var user = assignee == null ? "planner" : assignee;
        as(user, () -> {
            if (assignee == null) {
                engine.getTaskService().claim(taskId, user);
            }
            engine.getFormService().submitTaskForm(taskId, Forms.of(step, consult));
        });
    }

    /** Who somebody is, Tasklist asks once a session. */
    private void as(String user, Runnable deed) {
        var identity = engine.getIdentityService();
        var person = people.computeIfAbsent(user, this::person);
        identity.setAuthentication(user, person.groups(), person.tenants());
        try {
            deed.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    private Person person(String user) {
        var identity = engine.getIdentityService();
        return new Person(
                identity.createGroupQuery().groupMember(user).list().stream()
                        .map(Group::getId)
                        .toList(),
                identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                        .map(Tenant::getId)
                        .toList());
    }

    /** Stands beside the product in its context and hears what happens. */
    @Configuration
    static class Beside {

        private final BlockingQueue<String> created = new LinkedBlockingQueue<>();
        private volatile Lifecycles lifecycles;
        private volatile FrontlineUnderLoad actors;
        private final String url;

        Beside(@Value("${spring.datasource.url}") String url) {
            this.url = url;
        }

        /** Asks beside the meter. */
        private String contactOf(String businessKey) {
            try (var connection = DriverManager.getConnection(url, "frontline", "");
                    var query = connection.prepareStatement("select contact from fl_case where business_key = ?")) {
                query.setString(1, businessKey);
                try (var answer = query.executeQuery()) {
                    answer.next();
                    return answer.getString(1);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Bean
        static Meter meter() {
            return new Meter();
        }

        @EventListener
        void task(TaskEvent task) {
            var driver = lifecycles;
            if (driver != null) {
                driver.taskCreated(task);
            } else if ("create".equals(task.getEventName())) {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        created.add(task.getId());
                    }
                });
            }
        }

        @EventListener
        void accepted(MailAccepted mail) {
            var driver = lifecycles;
            if (driver != null && mail.purpose().equals("sendReply") && mail.businessKey() != null) {
                actors.clientOfMail.put(mail.messageId(), contactOf(mail.businessKey()));
                driver.replied(mail.messageId());
            }
        }
    }
}
