package agency.frontline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

@DisplayName("In production Frontline refuses to start while something is missing, and says what")
class ProductionChecksTest {

    private static final Map<String, Object> COMPLETE = Map.of(
            "FRONTLINE_DB_URL", "jdbc:postgresql://db/frontline",
            "FRONTLINE_DB_PASSWORD", "a long secret",
            "FRONTLINE_BASE_URL", "https://frontline.agency.example",
            "FRONTLINE_ADMIN_PASSWORD", "another long secret",
            "FRONTLINE_MAIL_HOST", "mail.agency.example",
            "FRONTLINE_MAIL_USER", "service@agency.example",
            "FRONTLINE_MAIL_PASSWORD", "a third secret");

    @Test
    void nothingIsMissingWhenAllIsSet() throws Exception {
        assertThat(ProductionChecks.faults(environment(COMPLETE))).isEmpty();
    }

    @Test
    void everyUnsetSecretIsNamedAtOnce() throws Exception {
        var faults = ProductionChecks.faults(environment(Map.of()));

        assertThat(faults)
                .extracting(fault -> fault.substring(0, fault.indexOf(' ')))
                .containsExactly(
                        "FRONTLINE_DB_URL",
                        "FRONTLINE_BASE_URL",
                        "FRONTLINE_ADMIN_PASSWORD",
                        "FRONTLINE_MAIL_HOST",
                        "FRONTLINE_MAIL_USER",
                        "FRONTLINE_MAIL_PASSWORD",
                        "FRONTLINE_MAIL_ADDRESS");
    }

    @Test
    void theStartIsRefusedAndTheListIsShown() throws Exception {
        var environment = environment(Map.of());

        assertThatThrownBy(() -> new ProductionChecks().postProcessEnvironment(environment, new SpringApplication()))
                .isInstanceOf(NotReadyForProduction.class);
        var shown = new NotReadyForProduction.Analyzer()
                .analyze(new NotReadyForProduction(List.of("FRONTLINE_BASE_URL is not set")))
                .getDescription();
        assertThat(shown).contains("not ready for production", "- FRONTLINE_BASE_URL is not set");
    }

    @Test
    void otherProfilesAreLeftAlone() throws Exception {
        var environment = environment(Map.of());
        environment.setActiveProfiles("demo");

        new ProductionChecks().postProcessEnvironment(environment, new SpringApplication());
    }

    @Test
    void theDemoIsNoPartOfProduction() throws Exception {
        var environment = environment(COMPLETE);
        environment.addActiveProfile("demo");

        assertThat(ProductionChecks.faults(environment))
                .singleElement()
                .asString()
                .contains("demo and production");
    }

    @Test
    void aPasswordMustBeOne() throws Exception {
        assertThat(ProductionChecks.faults(environment(with("FRONTLINE_ADMIN_PASSWORD", "demo"))))
                .singleElement()
                .asString()
                .contains("FRONTLINE_ADMIN_PASSWORD is too short");
        assertThat(ProductionChecks.faults(environment(with("FRONTLINE_DB_PASSWORD", " "))))
                .singleElement()
                .asString()
                .contains("FRONTLINE_DB_PASSWORD");
    }

    @Test
    void twoNodesNeverShareH2() throws Exception {
        assertThat(ProductionChecks.faults(environment(with("FRONTLINE_DB_URL", "jdbc:h2:file:/data/frontline"))))
                .isEmpty();
        for (var shared : List.of("jdbc:h2:tcp://db/frontline", "jdbc:h2:/data/frontline;AUTO_SERVER=TRUE")) {
            assertThat(ProductionChecks.faults(environment(with("FRONTLINE_DB_URL", shared))))
                    .singleElement()
                    .asString()
                    .contains("second node");
        }
        assertThat(ProductionChecks.faults(environment(with("FRONTLINE_DB_URL", "jdbc:h2:mem:frontline"))))
                .singleElement()
                .asString()
                .contains("forgets everything");
        var shown = new SecondNodeOnH2().analyze(new IllegalStateException(new SQLException("in use", "90020", 90020)));
        assertThat(shown.getDescription()).contains("second node on H2 is refused");
        assertThat(new SecondNodeOnH2().analyze(new IllegalStateException(new SQLException("other", "08000", 1))))
                .isNull();
    }

    private static Map<String, Object> with(String name, String value) {
        var changed = new HashMap<>(COMPLETE);
        changed.put(name, value);
        return changed;
    }

    private static StandardEnvironment environment(Map<String, Object> variables) throws Exception {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addLast(new MapPropertySource("variables", variables));
        for (var file : List.of("application-production.yaml", "application.yaml")) {
            new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file))
                    .forEach(environment.getPropertySources()::addLast);
        }
        environment.setActiveProfiles("production");
        return environment;
    }
}
