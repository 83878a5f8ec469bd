package agency.frontline.endcheck.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.Client;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.Plans;
import agency.frontline.mail.OutgoingMail;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.text.Answers;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Plans that end, and what both sides say of their goals. */
@Component
class Ends {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s/]+(/plan-check/[A-Za-z0-9_-]{22})(?=\\s)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Cases cases;
    private final Plans plans;
    private final RuntimeService runtime;
    private final ManagementService management;

    Ends(Cases cases, Plans plans, RuntimeService runtime, ManagementService management) {
        this.cases = cases;
        this.plans = plans;
        this.runtime = runtime;
        this.management = management;
    }

    LocalDate today(Client client) {
        return LocalDate.ofInstant(cases.now(), client.timeZone());
    }

    /** A plan of this client, with these goals, that ends so many days from today. */
    void plan(Client client, int endsIn, String... goals) {
        var answers = new LinkedHashMap<String, Object>();
        var today = today(client);
        var rows = new ArrayList<Map<String, Object>>();
        for (var goal : goals) {
            rows.add(Map.of(
                    "what", goal, "measure", "Numbers", "sign", "A sign of " + goal, "signBy", today.toString()));
        }
        answers.put("goals", rows);
        answers.put("premises", List.of(Map.of("what", "People look for us by name")));
        answers.put("scopeIn", "Search");
        answers.put("scopeOut", "Films");
        answers.put("hoursAgreed", "100");
        answers.put("moneyAgreed", "54321");
        answers.put("currency", "GBP");
        answers.put("boughtInBy", client.contacts().get(0).name());
        answers.put("endsOn", today.plusDays(endsIn).toString());
        plans.record(client, PlanDraft.from(new Answers(answers::get), plans.room(client)), 0, "manager", null);
    }

    /** A new version of the same plan ends on another day. */
    void moves(Client client, LocalDate to) {
        var before = plans.latest(client.code()).orElseThrow();
        var answers = new LinkedHashMap<String, Object>(before.content().rows());
        answers.put("endsOn", to.toString());
        answers.put("changeReason", "It takes longer");
        plans.record(
                client,
                PlanDraft.from(new Answers(answers::get), plans.room(client)),
                before.version(),
                "manager",
                null);
    }

    /** Some hours have passed: the watch looks for plans that ended. */
    void hoursPass() {
        var tick = runtime.startProcessInstanceByKey("watchPlanEnds").getId();
        for (var jobs = management
                        .createJobQuery()
                        .processInstanceId(tick)
                        .messages()
                        .unlimitedList();
                !jobs.isEmpty();
                jobs = management
                        .createJobQuery()
                        .processInstanceId(tick)
                        .messages()
                        .unlimitedList()) {
            management.executeJob(jobs.get(0).getId());
        }
    }

    List<Case> open(Client client) {
        return cases.openOfClient(client.code(), "planEndCheck");
    }

    /** Somebody asks before the day has come. */
    Case asked(Client client) {
        return cases.started(
                "manager",
                "planEndCheck",
                Map.of("contact", client.contacts().get(0).email()));
    }

    /** Rows of a form: goal, verdict and words in turn. */
    static SpinJsonNode rows(String... said) {
        var rows = Spin.JSON("[]");
        for (int i = 0; i < said.length; i += 3) {
            rows.append(Spin.JSON("{}")
                    .prop("goalId", said[i])
                    .prop("verdict", said[i + 1])
                    .prop("words", said[i + 2]));
        }
        return rows;
    }

    static String linkIn(OutgoingMail mail) {
        var link = LINK.matcher(mail.text());
        assertThat(link.find()).as("a link in %s", mail.text()).isTrue();
        return link.group(1);
    }

    HttpResponse<String> opens(int port, String path) {
        return send(request(port, path).GET());
    }

    HttpResponse<String> sends(int port, String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(port, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** The client taps and sends; returns what they read then. */
    String answers(int port, String path, String... said) {
        var form = new LinkedHashMap<String, String>();
        for (int i = 0; i < said.length; i += 3) {
            form.put("verdict-" + said[i], said[i + 1]);
            form.put("words-" + said[i], said[i + 2]);
        }
        var sent = sends(port, path, form);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        return opens(port, sent.headers().firstValue("Location").orElseThrow()).body();
    }

    HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
