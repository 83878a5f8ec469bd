package agency.frontline.story;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts every story on Monday 18 January 2027 at 09:30 in London, a working day without holidays around. */
final class StoryClock implements BeforeEachCallback, AfterEachCallback {

    static final Instant MONDAY_MORNING = Instant.parse("2027-01-18T09:30:00Z");

    @Override
    public void beforeEach(ExtensionContext context) {
        ClockUtil.setCurrentTime(Date.from(MONDAY_MORNING));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ClockUtil.reset();
    }
}
