package agency.frontline.whereweare;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.CaseSearch;
import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.Plans;
import agency.frontline.client.plan.SomePlan;
import agency.frontline.mail.MailFile;
import agency.frontline.mail.MailRefused;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.story.Refused;
import agency.frontline.text.Answers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName("A client gets where we are on demand, each reader in their language, once for each press (C-80)")
class PlanPageIsSentTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Plans plans;

    @Autowired
    PlanLetters letters;

    @Autowired
    CaseRegister register;

    private Client withPlan(String like) {
        var client = cases.clientLike(like);
        var answers = SomePlan.answers();
        answers.put("boughtInBy", client.contacts().get(0).name());
        answers.put("endsOn", "2099-06-30");
        plans.record(client, PlanDraft.from(new Answers(answers::get), plans.room(client)), 0, "manager", null);
        return client;
    }

    private String pressed(Client client, String press, String... contacts) {
        var fields = new HashMap<String, Object>();
        fields.put("contacts", List.of(contacts));
        fields.put("press", press);
        return cases.as("manager", () -> letters.send(client, new Answers(fields::get), "manager"));
    }

    private List<String> casesOf(Client client) {
        return register
                .search(new CaseSearch(List.of(client.code()), null, false, null, null, null, null, null))
                .stream()
                .filter(head -> head.process().equals("whereWeAre"))
                .map(head -> head.businessKey())
                .toList();
    }

    private static String text(MailFile file) throws IOException {
        try (var document = Loader.loadPDF(file.content())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    @DisplayName("a mail to read with the whole page as PDF, kept in a case of its own")
    void theMailCarriesThePage() throws IOException {
        var client = withPlan("BIRCH");
        var odile = client.contacts().get(0);

        Case sent = cases.find(pressed(client, "one", odile.email())).settle();

        sent.endsAs(Status.RESOLVED);
        assertThat(sent.key()).matches("WWA-\\d{4}-\\d{5}");
        assertThat(sent.head().subject()).isEqualTo("Where we are: Birch & Sons Outdoor");
        assertThat(sent.messages()).hasSize(1);
        var mail = sent.lastToClient();
        assertThat(mail.to()).extracting(to -> to.address()).containsExactly(odile.email());
        assertThat(mail.automatic()).isFalse();
        assertThat(mail.text())
                .contains(
                        "Hello Odile",
                        "We are laying the ground.",
                        "- Ten leads a month: expected by 27 February 2099",
                        "Nothing waits for you");
        assertThat(mail.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).startsWith("Where we are " + client.code()).endsWith(".pdf");
            assertThat(text(file))
                    .contains(
                            "Where we are: Birch",
                            "Thirty leads a month",
                            "What we do not do",
                            "Films",
                            "Agreed by Odile")
                    .doesNotContain("120", "15000", "G1.1", "W1");
            Files.createDirectories(Path.of("target/documents"));
            Files.write(Path.of("target/documents/where-we-are-en.pdf"), file.content());
        });
    }

    @Test
    @DisplayName("a Polish reader gets it in Polish")
    void inTheirLanguage() throws IOException {
        var client = withPlan("CEDAR");

        var sent = cases.find(pressed(client, "one", client.contacts().get(0).email()))
                .settle();

        var mail = sent.lastToClient();
        assertThat(mail.subject()).startsWith("Na czym stoimy: Cedar");
        assertThat(mail.text()).contains("Dzień dobry,", "Kładziemy fundamenty.", "do 27 lutego 2099");
        assertThat(mail.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).startsWith("Na czym stoimy");
            assertThat(text(file)).contains("Do czego dążymy", "Po czym to poznamy", "Czego nie robimy", "Zgoda: ");
            Files.write(Path.of("target/documents/where-we-are-pl.pdf"), file.content());
        });
    }

    @Test
    @DisplayName("two presses at once send once; another press sends again")
    void aDoubleClickSendsOnce() throws Exception {
        var client = withPlan("BIRCH");
        var address = client.contacts().get(0).email();
        var clicks = new ArrayList<Callable<String>>();
        for (int i = 0; i < 4; i++) {
            clicks.add(() -> pressed(client, "same", address));
        }
        var fingers = Executors.newFixedThreadPool(clicks.size());
        try {
            for (var click : fingers.invokeAll(clicks)) {
                assertThat(click.get()).isEqualTo(casesOf(client).get(0));
            }
        } finally {
            fingers.shutdown();
        }
        assertThat(casesOf(client)).hasSize(1);
        assertThat(cases.find(casesOf(client).get(0)).settle().toClient()).hasSize(1);

        pressed(client, "other", address);
        assertThat(casesOf(client)).hasSize(2);
    }

    @Test
    @DisplayName("whoever is no contact of the client gets nothing, and nobody chosen is refused")
    void onlyTheirContacts() {
        var client = withPlan("BIRCH");

        assertThat(Refused.by(() -> pressed(client, "x", "somebody@else.example")))
                .containsOnlyKeys("contacts");
        assertThat(Refused.by(() -> pressed(client, "x"))).containsOnlyKeys("contacts");
        assertThat(casesOf(client)).isEmpty();
    }

    @Test
    @DisplayName("tools read it and send it as the manager would, and nobody else's tool can")
    void tools() {
        var client = withPlan("BIRCH");
        var all = client.contacts().stream()
                .map(contact -> '"' + contact.email() + '"')
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();

        var read = call("auditor", client, null);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body())
                .contains("\"phase\":\"BEGINNING\"", "\"normalNow\":\"We are laying", "\"Ten leads a month\"")
                .doesNotContain("hours", "money");
        assertThat(call("manager2", client, null).statusCode()).isEqualTo(404);

        var order = "{\"contacts\":[" + all + "],\"sendNow\":true,\"press\":\"p-1\"}";
        assertThat(call("auditor", client, order).statusCode()).isEqualTo(403);
        assertThat(call("writer", client, order).statusCode()).isEqualTo(403);
        assertThat(call("manager2", client, order).statusCode()).isEqualTo(404);
        assertThat(call("manager", client, "{\"contacts\":[]}").statusCode()).isEqualTo(400);
        assertThat(call("manager", cases.clientLike("BIRCH"), order).statusCode())
                .isEqualTo(404);
        assertThat(casesOf(client)).isEmpty();

        var sent = call("manager", client, order);
        var again = call("director", client, order);
        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(sent.body());
        var kept = cases.find(casesOf(client).get(0)).settle();
        assertThat(kept.toClient())
                .as("one to each reader")
                .hasSize(client.contacts().size());
        assertThat(kept.toClient())
                .allSatisfy(mail -> assertThat(mail.notBefore()).isNull());
    }

    @Test
    @DisplayName("a mail that comes back is told to the manager")
    void itComesBack(@Autowired org.springframework.context.ApplicationEventPublisher events) {
        var client = withPlan("BIRCH");
        var sent = cases.find(pressed(client, "one", client.contacts().get(0).email()))
                .settle();

        events.publishEvent(new MailRefused(
                sent.key(),
                "sendPlanPage",
                sent.messages().get(0).messageId(),
                client.contacts().get(0).email(),
                "550 no such user"));

        assertThat(sent.told("manager")).containsExactly("deliveryFailed");
    }

    @Test
    @DisplayName("nobody starts it beside the page")
    void notByHand() {
        assertThat(cases.refusesToStart("manager", "whereWeAre", Map.of())).containsOnlyKeys("client");
    }

    private HttpResponse<String> call(String user, Client client, String order) {
        var login = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:%d/api/clients/%s/plan/where-we-are".formatted(port, client.code())))
                .header("Authorization", "Basic " + login);
        if (order != null) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(order));
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new AssertionError(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
