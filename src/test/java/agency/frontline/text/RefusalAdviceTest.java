package agency.frontline.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@DisplayName("The REST face says which field is wrong and what would do, and nothing about our insides")
class RefusalAdviceTest {

    enum Colour {
        RED,
        GREEN
    }

    record Leaf(Colour colour, @Nullable LocalTime from) {}

    record Tree(
            @Nullable @NotBlank(message = "Name the tree.") String name,
            @Nullable Integer rings,
            @Nullable List<Leaf> leaves,
            @Nullable Map<String, List<String>> birds,
            @Nullable Instant felled) {

        Tree {
            if (rings != null && rings == 13) {
                throw Refusal.of("rings", "Choose a luckier number.");
            }
        }
    }

    @RestController
    static class Forest {

        @PostMapping("/trees")
        Tree plant(@Valid @RequestBody Tree tree) {
            return tree;
        }

        @GetMapping("/trees")
        List<Tree> look(
                @RequestParam Colour colour, @RequestParam @Min(value = 1, message = "At least one.") int atLeast) {
            return List.of();
        }

        @GetMapping("/fails")
        void fail(@RequestParam String how) {
            throw switch (how) {
                case "notAllowed" -> Refusal.notAllowed("Only foresters do that.");
                case "notFound" -> Refusal.notFound("There is no such tree.");
                case "tooLate" -> Refusal.tooLate("already done by fern");
                case "raced" -> new OptimisticLockingFailureException("update fl_tree");
                case "wrapped" -> new IllegalStateException("engine", Refusal.of("name", "Name the tree."));
                default -> new IllegalStateException("select secret from fl_tree");
            };
        }
    }

    private final ObjectMapper mapper = mapper();
    private final MockMvc web = MockMvcBuilders.standaloneSetup(new Forest())
            .setControllerAdvice(new RefusalAdvice())
            .setMessageConverters(new MappingJackson2HttpMessageConverter(mapper))
            .build();

    private static ObjectMapper mapper() {
        var builder = Jackson2ObjectMapperBuilder.json();
        new StrictJson().strictness().customize(builder);
        return builder.build();
    }

    @Test
    void whatIsRightPasses() throws Exception {
        assertThat(
                        post("""
                        {"name": "Fir", "rings": 7, "leaves": [{"colour": "RED"}], "birds": {"top": ["owl"]}}
                        """)
                                .getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"name":"Fir","ring":7}                            | ring             | There is no such field; known here are
            {"leaves":[{"colour":"RED","size":1}]}             | leaves[0].size   | known here are colour, from.
            {"leaves":[{"colour":"RED"},{"colour":"BLUE"}]}    | leaves[1].colour | Give one of RED, GREEN.
            {"leaves":[{"colour":0}]}                          | leaves[0].colour | Give one of RED, GREEN.
            {"leaves":[{"colour":""}]}                         | leaves[0].colour | Give one of RED, GREEN.
            {"leaves":[{"colour":"RED","from":"nine"}]}        | leaves[0].from   | Give a time of day, such as 09:30.
            {"leaves":{"colour":"RED"}}                        | leaves           | Give a list in square brackets.
            {"leaves":["RED"]}                                 | leaves[0]        | Give an object in curly brackets.
            {"name":7}                                         | name             | Give a text in quotes.
            {"name":["Fir"]}                                   | name             | Give a text in quotes.
            {"rings":"seven"}                                  | rings            | Give a whole number.
            {"rings":"7"}                                      | rings            | Give a whole number.
            {"rings":7.5}                                      | rings            | Give a whole number.
            {"rings":99999999999}                              | rings            | This number is out of range
            {"rings":13}                                       | rings            | Choose a luckier number.
            {"felled":"yesterday"}                             | felled           | Give a time in UTC, such as 2026-03-02T09:30:00Z.
            {"birds":{"top":"owl"}}                            | birds.top        | Give a list in square brackets.
            {"name":"Fir","name":"Elm"}                        | name             | This field stands here twice; name it once.
            {"leaves":[{"colour":"RED","colour":"GREEN"}]}     | leaves[0].colour | This field stands here twice; name it once.
            {"birds":{"top":[],"top":[]}}                      | birds.top        | This field stands here twice; name it once.
            {"name":"Fir"                                      | body             | This is no readable JSON; look at line 1, column
            {"name":"Fir"} {}                                  | body             | Send one JSON value and nothing behind it.
            ["Fir"]                                            | body             | Give an object in curly brackets.
            {"rings":7}                                        | name             | Name the tree.
            """)
    void aFaultIsNamedWithItsRemedy(String body, String field, String remedy) throws Exception {
        var answer = post(body);

        var error = problem(answer, 400).at("/errors/0");
        assertThat(error.get("field").asText()).isEqualTo(field);
        assertThat(error.get("message").asText()).contains(remedy);
    }

    @Test
    void aBodyIsNeeded() throws Exception {
        assertThat(problem(post(""), 400).at("/errors/0/field").asText()).isEqualTo("body");
    }

    @Test
    void aBottomlessBodyIsRefusedToo() throws Exception {
        var deep = "{\"leaves\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        problem(post(deep), 400);
        problem(post("{\"name\":" + "[".repeat(5000) + "]".repeat(5000) + "}"), 400);
    }

    @Test
    @DisplayName("a number nobody can count and a list without end are bad input, told at once (D10)")
    void whatIsMeantToChokeUsIsBadInput() throws Exception {
        problem(post("{\"rings\":1e400}"), 400);
        problem(post("{\"rings\":" + "9".repeat(100_000) + "}"), 400);
        problem(post("{\"leaves\":[" + "{},".repeat(200_000) + "7]}"), 400);
        problem(post("{\"" + "x".repeat(100_000) + "\":1}"), 400);
        problem(post("{\"birds\":" + "{\"a\":".repeat(10_000) + "[]" + "}".repeat(10_000) + "}"), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "/trees?atLeast=1, colour",
        "/trees?colour=BLUE&atLeast=1, colour",
        "/trees?colour=RED&atLeast=x, atLeast",
        "/trees?colour=RED&atLeast=0, atLeast"
    })
    void aParameterIsNamedToo(String address, String field) throws Exception {
        assertThat(problem(get(address), 400).at("/errors/0/field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "notAllowed, 403, Only foresters do that.",
        "notFound, 404, There is no such tree.",
        "tooLate, 409, already done by fern",
        "raced, 409, Somebody else changed this",
        "wrapped, 400, name: Name the tree."
    })
    void everyNoHasItsStatus(String how, int status, String detail) throws Exception {
        assertThat(problem(get("/fails?how=" + how), status).get("detail").asText())
                .startsWith(detail);
    }

    @Test
    void whatBrokeOnOurSideIsToldByANumberOnly() throws Exception {
        var answer = get("/fails?how=badly");

        problem(answer, 500);
        assertThat(answer.getContentAsString()).doesNotContain("select", "Exception", "agency.", "java.");
    }

    private MockHttpServletResponse post(String body) throws Exception {
        return perform(MockMvcRequestBuilders.post("/trees")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private MockHttpServletResponse get(String address) throws Exception {
        return perform(MockMvcRequestBuilders.get(address));
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse();
    }

    private JsonNode problem(MockHttpServletResponse answer, int status) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        var problem = mapper.readTree(answer.getContentAsString());
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank().doesNotContain("java.", "agency.", "Exception");
        assertThat(problem.get("errors").isArray()).isTrue();
        return problem;
    }
}
