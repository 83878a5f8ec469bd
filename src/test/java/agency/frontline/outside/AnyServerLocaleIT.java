package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The language of the server's machine changes no meaning (D11)")
class AnyServerLocaleIT {

    @TempDir
    Path directory;

    @Test
    void digitsStayDigitsWhereOthersAreUsual() {
        try (var frontline = RunningFrontline.start(
                directory, "-Duser.language=ar", "-Duser.country=EG", "-Duser.extensions=nu-arab")) {
            var answer = Rest.as("intake", frontline)
                    .post(
                            "/api/client-messages",
                            Map.of("from", "ceo@birch.example", "text", "Is it 1,5 or 1.5?", "messageId", "locale-1"));

            var key = answer.get("businessKey").asText();
            assertThat(key).matches("ISS-[0-9]{4}-[0-9]{5}");
            var found = Rest.as("director", frontline).get("/api/cases/" + key);
            assertThat(found.get("messages").get(0).get("text").asText()).isEqualTo("Is it 1,5 or 1.5?");
            assertThat(found.get("deadlines").toString()).matches("[\\p{ASCII}]*");
        }
    }

    @Test
    void anIIsAnIWhereItHasTwoForms() {
        try (var frontline = RunningFrontline.launch(
                        directory, BuiltFrontline.asItIs(), "-Duser.language=tr", "-Duser.country=TR")
                .awaitReady()) {
            var answer = Rest.as("intake", frontline)
                    .post(
                            "/api/client-messages",
                            Map.of(
                                    "from",
                                    "CEO@BIRCH.EXAMPLE",
                                    "text",
                                    "INVOICE?",
                                    "messageId",
                                    "locale-2",
                                    "channel",
                                    "VISIT"));

            assertThat(answer.get("outcome").asText()).isEqualTo("OPENED");
            assertThat(Rest.as("director", frontline)
                            .get("/api/cases/" + answer.get("businessKey").asText())
                            .get("messages")
                            .get(0)
                            .get("channel")
                            .asText())
                    .isEqualTo("VISIT");
        }
    }
}
