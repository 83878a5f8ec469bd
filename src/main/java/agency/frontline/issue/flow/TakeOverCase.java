package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Promises;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Whoever spoke in the other case hears from us too, by the earlier date, and gets what was promised there (F19). */
@Component
class TakeOverCase implements JavaDelegate {

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final CaseRegister register;
    private final Promises promises;

    TakeOverCase(IssueDesk desk, IssueClocks clocks, CaseRegister register, Promises promises) {
        this.desk = desk;
        this.clocks = clocks;
        this.register = register;
        this.promises = promises;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var merged = register.get(MERGED_CASE.in(execution));
        addContacts(execution, merged.businessKey());
        desk.refreshClientWords(execution);
        clocks.takeOverFirstResponse(execution, merged);
        var toKeep = Spin.JSON("[]");
        for (var promise : promises.takeOver(merged.businessKey(), desk.key(execution))) {
            toKeep.append(Spin.JSON("{}")
                    .prop("id", promise.id())
                    .prop("what", promise.what())
                    .prop("owner", promise.owner())
                    .prop(
                            "due",
                            desk.calendar(execution).localDate(promise.due()).toString()));
        }
        PROMISES_TO_KEEP.set(execution, toKeep);
    }

    private void addContacts(DelegateExecution execution, String merged) {
        var others = Spin.JSON("[]");
        register.contactsOf(merged).stream()
                .filter(contact -> !contact.address()
                        .equalsIgnoreCase(desk.theCase(execution).contact()))
                .forEach(contact -> others.append(
                        Spin.JSON("{}").prop("email", contact.address()).prop("name", contact.name())));
        for (var known :
                OTHER_CONTACTS.find(execution).orElseGet(() -> Spin.JSON("[]")).elements()) {
            var address = known.prop("email").stringValue();
            if (others.elements().stream()
                    .noneMatch(other -> other.prop("email").stringValue().equalsIgnoreCase(address))) {
                others.append(known);
            }
        }
        OTHER_CONTACTS.set(execution, others);
    }
}
