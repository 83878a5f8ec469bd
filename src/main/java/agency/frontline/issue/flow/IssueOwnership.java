package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseOwnership;
import agency.frontline.engine.AsSystem;
import agency.frontline.engine.CurrentPerson;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** An issue goes to its new owner by a message, so that the model says what goes along and who is told (C-04). */
@Component
class IssueOwnership implements CaseOwnership {

    private final CaseNotes notes;
    private final CurrentPerson person;
    private final AsSystem asSystem;
    private final RuntimeService runtime;

    IssueOwnership(CaseNotes notes, CurrentPerson person, AsSystem asSystem, @Lazy RuntimeService runtime) {
        this.notes = notes;
        this.person = person;
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    @Override
    public boolean knows(String process) {
        return process.equals(KEY);
    }

    @Override
    public void giveTo(CaseHead head, String owner, String reason) {
        notes.add(
                head.businessKey(),
                person.id().orElseThrow(),
                "OWNER_CHANGED",
                "from " + head.owner() + " to " + owner + ": " + reason);
        asSystem.perform(() -> runtime.createMessageCorrelation(OWNER_CHANGED)
                .processInstanceId(head.processInstanceId())
                .setVariables(Map.of(NEW_OWNER.name(), owner, REASON.name(), reason))
                .correlate());
    }
}
