package agency.frontline.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says loudly that this is a demo, and refuses to be one where others could reach it: everybody knows its passwords. */
@Component
@Profile("demo")
class DemoNotice {

    private static final Logger LOG = LoggerFactory.getLogger(DemoNotice.class);

    DemoNotice(ServerProperties server) {
        var address = server.getAddress();
        if (address == null || !address.isLoopbackAddress()) {
            throw new IllegalStateException("The demo listens on this machine only, for everybody's password is 'demo'."
                    + " Leave server.address at 127.0.0.1, or start with --spring.profiles.active=production.");
        }
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        LOG.warn(
                """


                **********************************************************************
                *  DEMO: invented people and clients, everybody's password is "demo". *
                *  It listens on this machine only. Not for real work; for that start *
                *  it with --spring.profiles.active=production                        *
                **********************************************************************
                """);
    }
}
