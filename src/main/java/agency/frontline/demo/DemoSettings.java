package agency.frontline.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be moved in the demo.
 *
 * @param smtpPort where the demo mail server takes mail, on loopback; 0 for any free port
 * @param imapPort where mail programs fetch it; 0 for any free port
 * @param keepMail whether its mailboxes are still filled after a restart; only sensible where the database is kept, too
 */
@ConfigurationProperties("frontline.demo")
record DemoSettings(
        @DefaultValue("3025") int smtpPort,
        @DefaultValue("3143") int imapPort,
        @DefaultValue("true") boolean keepMail) {}
