package agency.frontline.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Before anything is opened in the production profile: refuses to start while a secret is unset, or where two nodes could
 * share an H2 database, and says which (architecture.md, operations contract).
 */
final class ProductionChecks implements EnvironmentPostProcessor, Ordered {

    private static final int PASSWORD_AT_LEAST = 8;

    /** A setting that must be there, and the name an operator gives it by. */
    private record Needed(String property, String variable, String what) {}

    private static final List<Needed> NEEDED = List.of(
            new Needed("spring.datasource.url", "FRONTLINE_DB_URL", "the database, as jdbc:postgresql://host/name"),
            new Needed("frontline.base-url", "FRONTLINE_BASE_URL", "the address people type, https://… included"),
            new Needed("frontline.admin-password", "FRONTLINE_ADMIN_PASSWORD", "the first administrator's password"),
            new Needed(
                    "frontline.mail.smtp.host",
                    "FRONTLINE_MAIL_HOST",
                    "the mail server (or FRONTLINE_SMTP_HOST and FRONTLINE_IMAP_HOST)"),
            new Needed(
                    "frontline.mail.imap.host",
                    "FRONTLINE_MAIL_HOST",
                    "the mail server (or FRONTLINE_SMTP_HOST and FRONTLINE_IMAP_HOST)"),
            new Needed("frontline.mail.imap.username", "FRONTLINE_MAIL_USER", "who logs in to the agency's mailbox"),
            new Needed("frontline.mail.imap.password", "FRONTLINE_MAIL_PASSWORD", "the mailbox's password"),
            new Needed("frontline.mail.address", "FRONTLINE_MAIL_ADDRESS", "the agency's mail address"));

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE; // behind what reads the configuration files
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            var faults = faults(environment);
            if (!faults.isEmpty()) {
                throw new NotReadyForProduction(faults);
            }
        }
    }

    static List<String> faults(Environment environment) {
        var faults = new ArrayList<String>();
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            faults.add("the profiles demo and production exclude each other; leave demo out");
        }
        for (var needed : NEEDED) {
            if (!isSet(environment, needed.property())) {
                faults.add("%s is not set: %s".formatted(needed.variable(), needed.what()));
            }
        }
        password(environment, faults);
        database(environment, faults);
        return faults.stream().distinct().toList();
    }

    private static void password(Environment environment, List<String> faults) {
        var password = environment.getProperty("frontline.admin-password", "");
        if (StringUtils.hasText(password) && password.length() < PASSWORD_AT_LEAST) {
            faults.add("FRONTLINE_ADMIN_PASSWORD is too short: use %d characters or more".formatted(PASSWORD_AT_LEAST));
        }
    }

    private static void database(Environment environment, List<String> faults) {
        var url = environment.getProperty("spring.datasource.url", "").toLowerCase(Locale.ROOT);
        if (url.startsWith("jdbc:h2:mem:")) {
            faults.add("FRONTLINE_DB_URL names an H2 database in memory: it forgets everything at a stop");
        } else if (url.startsWith("jdbc:h2:")) {
            if (url.contains("auto_server=true") || url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:")) {
                faults.add("FRONTLINE_DB_URL lets a second node share an H2 database: use PostgreSQL for that,"
                        + " or a file of its own (jdbc:h2:file:…) for a single node");
            }
        } else if (!url.isEmpty() && !url.contains("password=") && !isSet(environment, "spring.datasource.password")) {
            faults.add("FRONTLINE_DB_PASSWORD is not set: the database's password");
        }
    }

    private static boolean isSet(Environment environment, String property) {
        return StringUtils.hasText(environment.getProperty(property));
    }
}
