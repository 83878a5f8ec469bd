package agency.frontline.access;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Frontline does not start, because it would not be safe. Names everything that is missing at once. */
final class NotReadyForProduction extends RuntimeException {

    private final List<String> faults;

    NotReadyForProduction(List<String> faults) {
        super("Frontline is not ready for production: " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }

    /** Shows it at start as a list instead of a stack. */
    static final class Analyzer extends AbstractFailureAnalyzer<NotReadyForProduction> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, NotReadyForProduction cause) {
            return new FailureAnalysis(
                    "Frontline is not ready for production:\n\n  - " + String.join("\n  - ", cause.faults()),
                    "Mend these and start it again. Without --spring.profiles.active=production it starts as a demo.",
                    cause);
        }
    }
}
