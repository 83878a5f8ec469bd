package agency.frontline;

import java.util.Locale;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Client service for agencies: one person in front of the client, held by three processes drawn as BPMN. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "Frontline", sharedModules = "engine")
public class Frontline {

    public static void main(String[] arguments) {
        // The engine stores local times without a zone; every node must therefore agree on one.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        // Numbers and cases of letters must mean the same wherever it runs: a case's number has plain digits (D11).
        Locale.setDefault(Locale.ENGLISH);
        SpringApplication.run(Frontline.class, arguments);
    }
}
