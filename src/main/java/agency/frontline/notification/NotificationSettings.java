package agency.frontline.notification;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the mails need to know of this installation.
 *
 * @param baseUrl where people reach Frontline; the only source of links in mails, never a request's host (S18)
 * @param staffLanguage the language of notices to our own people; one of the folders under {@code mail/}
 * @param staffDomain mail domain of people for whom no address is on record
 */
@ConfigurationProperties("frontline")
record NotificationSettings(
        URI baseUrl, @DefaultValue("en") String staffLanguage, @DefaultValue("frontline.example") String staffDomain) {

    NotificationSettings {
        if (baseUrl == null || !baseUrl.isAbsolute()) {
            throw new IllegalArgumentException(
                    "Set frontline.base-url to the address people type, https://… included.");
        }
    }

    String casePage(String businessKey) {
        return root() + "/cases/" + businessKey;
    }

    /** @param token what opens the page in the place of a login */
    String pulsePage(String token) {
        return root() + "/pulse/" + token;
    }

    /** @param token what opens the page in the place of a login */
    String endCheckPage(String token) {
        return root() + "/plan-check/" + token;
    }

    String tasklist() {
        return root() + "/camunda/app/tasklist/";
    }

    private String root() {
        return baseUrl.toString().replaceAll("/+$", "");
    }
}
