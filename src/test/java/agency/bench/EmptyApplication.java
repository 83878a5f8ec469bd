package agency.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Frontline's starters and libraries with nothing written on top: what starting and running costs anyhow. */
final class EmptyApplication {

    private EmptyApplication() {}

    public static void main(String[] arguments) {
        try (var app = new SpringApplicationBuilder(Empty.class).run(arguments)) {
            long startMillis = Lifecycles.millisSinceJvmStart();
            var result = new ObjectMapper().createObjectNode();
            result.put("startMillis", startMillis);
            Lifecycles.memory().forEach(result::put);
            Lifecycles.print(result);
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Empty {}
}
