package agency.frontline.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What programs can ask of Frontline, and of the engine below it. */
@RestController
@Hidden
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Frontline",
                        version = "1",
                        description = "Clients, their messages and their cases. A refusal is application/problem+json"
                                + " (RFC 9457): 400 names each field and what would do, 403 the role, 404 also what"
                                + " you may not see, 409 that somebody was first. All times are UTC.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/"),
        security = @SecurityRequirement(name = "login"))
@SecurityScheme(name = "login", type = SecuritySchemeType.HTTP, scheme = "basic")
class ApiDocs {

    private final ObjectMapper json;

    ApiDocs(ObjectMapper json) {
        this.json = json;
    }

    /** The engine's own description, with this server in place of the example it names. */
    @GetMapping(path = "/v3/api-docs/engine-rest", produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode engine() throws IOException {
        try (var description = new ClassPathResource("openapi.json").getInputStream()) {
            var openApi = (ObjectNode) json.readTree(description);
            openApi.putArray("servers").addObject().put("url", "/engine-rest");
            return openApi;
        }
    }
}
