package agency.frontline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** As {@link FrontlineTest}, on a real PostgreSQL; all such tests share one context and one database, too. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"demo", "test"})
@ContextConfiguration(initializers = FrontlineOnPostgresTest.Database.class)
public @interface FrontlineOnPostgresTest {

    /** A new database for the context. */
    final class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = RealPostgres.empty();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "postgres",
                            Map.of(
                                    "spring.datasource.url",
                                    database.getUrl(),
                                    "spring.datasource.username",
                                    database.getUser(),
                                    "spring.datasource.password",
                                    "",
                                    // The engine's REST API finds engines by name and for the whole JVM: under the
                                    // default name this one would answer for the tests on H2.
                                    "camunda.bpm.process-engine-name",
                                    "postgres")));
        }
    }
}
