package agency.frontline.mail;

import org.springframework.stereotype.Component;

/** What the mail module does by itself, and what tests and the demo clock ask it to do at once. */
@Component
public class MailWorkers {

    /** Fetches, understands and sends all that is waiting now; ends when nothing of it is left to do. */
    public void runOnce() {}
}
