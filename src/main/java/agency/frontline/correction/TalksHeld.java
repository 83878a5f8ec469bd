package agency.frontline.correction;

import agency.frontline.client.Channel;
import java.time.Instant;
import java.util.List;

/** When a client was spoken to at the agreed rhythm; the module that keeps touch-bases answers. */
public interface TalksHeld {

    /** A touch-base that was held. */
    record HeldTalk(String businessKey, Instant heldAt, Channel channel) {}

    /** Those held from one moment to another, both included, the newest first. */
    List<HeldTalk> held(String client, Instant from, Instant to);
}
