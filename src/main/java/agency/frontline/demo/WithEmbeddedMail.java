package agency.frontline.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;

/** Only in the demo, and not where {@code frontline.demo.mail-server=external} lets it use the configured mail server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Profile("demo")
@ConditionalOnProperty(name = "frontline.demo.mail-server", havingValue = "embedded", matchIfMissing = true)
@interface WithEmbeddedMail {}
