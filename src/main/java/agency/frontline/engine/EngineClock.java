package agency.frontline.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * The one clock of engine and domain, always UTC. It reads the engine's clock, so whoever moves that one (a story test,
 * the demo clock) moves both. Nothing else in Frontline may ask the system for the time.
 */
@Component
class EngineClock extends Clock {

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Frontline keeps UTC; show local times in the reader's zone instead");
    }
}
