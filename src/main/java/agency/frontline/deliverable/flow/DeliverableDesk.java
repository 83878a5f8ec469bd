package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Deadlines;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.deliverable.ChallengeVerdict;
import agency.frontline.deliverable.Changes;
import agency.frontline.deliverable.Deliverables;
import agency.frontline.deliverable.Deliverables.Deliverable;
import agency.frontline.deliverable.Draft;
import agency.frontline.deliverable.PurposeMet;
import agency.frontline.deliverable.Signature;
import agency.frontline.deliverable.Statement;
import agency.frontline.engine.FormAnswers;
import agency.frontline.engine.Variable;
import agency.frontline.flow.CaseDesk;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.DeliverableWords;
import agency.frontline.notification.Letter;
import agency.frontline.notification.PlainLanguage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the steps of a review need to know: the deliverable, the rules of its kind, its dates. */
@Component
class DeliverableDesk extends CaseDesk {

    /** What the date of the draft is called among the deadlines of its case. */
    static final String DRAFT = "draft";

    private final Deliverables deliverables;
    private final PartsTable parts;
    private final ChecklistTable checklist;
    private final Deadlines deadlines;

    DeliverableDesk(
            CaseRegister register,
            Clients clients,
            Colleagues colleagues,
            Deliverables deliverables,
            PartsTable parts,
            ChecklistTable checklist,
            Deadlines deadlines,
            Clock clock) {
        super(register, clients, colleagues, clock);
        this.deliverables = deliverables;
        this.parts = parts;
        this.checklist = checklist;
        this.deadlines = deadlines;
    }

    Deliverable deliverable(DelegateExecution execution) {
        return deliverables.get(key(execution));
    }

    int version(DelegateExecution execution) {
        return DELIVERABLE_VERSION.in(execution);
    }

    /** Sets the date by which the next version is drafted. */
    void expectDraft(DelegateExecution execution) {
        var days = DRAFT_DAYS.in(execution);
        var due = inDays(execution, days);
        DRAFT_BY.set(execution, due);
        deadlines.set(
                key(execution),
                DRAFT,
                due,
                "%d business days for version %d, in the client's calendar.".formatted(days, version(execution) + 1));
    }

    Instant inDays(DelegateExecution execution, int businessDays) {
        return calendar(execution).plusBusinessDays(now(), businessDays);
    }

    Draft.Room room(DelegateExecution execution) {
        var kind = DELIVERABLE_KIND.in(execution);
        var client = client(execution);
        return new Draft.Room(
                kind,
                parts.of(execution),
                WORDS_AT_MOST.find(execution).orElse(0),
                text -> PlainLanguage.jargonIn(client, text));
    }

    Signature.Room signingRoom(DelegateExecution execution) {
        var kind = DELIVERABLE_KIND.in(execution);
        return new Signature.Room(kind, checklist.of(execution), isUndiscussed(execution), today(execution));
    }

    /** Whether it must have been discussed, and nobody has challenged any version of it (C-49). */
    boolean isUndiscussed(DelegateExecution execution) {
        return MUST_BE_DISCUSSED.find(execution).orElse(false)
                && deliverables.challenges(key(execution)).isEmpty();
    }

    Letter letter(DelegateExecution execution) {
        return new Letter(
                passage(execution),
                theCase(execution),
                client(execution),
                contact(execution),
                person(OWNER.in(execution)));
    }

    /** The deliverable as its reader sees it. */
    DeliverableWords words(DelegateExecution execution, Draft draft, int version, boolean isDraft, Changes changes) {
        var deliverable = deliverable(execution);
        return new DeliverableWords(
                deliverable.kind().name(),
                deliverable.title(),
                version,
                isDraft,
                draft.parts().stream()
                        .map(part -> new DeliverableWords.Part(part.name(), part.heading(), part.text()))
                        .toList(),
                changes.parts().stream()
                        .map(changed -> new DeliverableWords.Changed(
                                changed.part().name(),
                                changed.part().heading(),
                                changed.passages().stream()
                                        .map(passage -> new DeliverableWords.Passage(
                                                passage.before(),
                                                passage.after(),
                                                passage.pieces().stream()
                                                        .map(piece -> new DeliverableWords.Piece(
                                                                piece.kind().name(), piece.text()))
                                                        .toList()))
                                        .toList()))
                        .toList());
    }

    /** Whether the kind has a part that is written in this field. */
    boolean has(DelegateExecution execution, Variable<String> part) {
        return parts.of(execution).stream().anyMatch(known -> known.name().equals(part.name()));
    }

    /** Reads what stands in the form, with every refusal that is due. */
    Statement statement(DelegateTask task) {
        return Statement.from(FormAnswers.in(task), deliverables.challenges(key(task), version(task.getExecution())));
    }

    /** Reads what stands in the form, with every refusal that is due. */
    Signature signature(DelegateTask task) {
        return Signature.from(FormAnswers.in(task), signingRoom(task.getExecution()));
    }

    /** What the discussion of the newest version let in, where the account manager stands, what the work does not do yet. */
    String whatToChange(DelegateExecution execution) {
        var newest = deliverables.newest(key(execution)).orElse(null);
        if (newest == null || newest.answer() != null) {
            return "";
        }
        var owner = person(OWNER.in(execution)).name();
        var said = new ArrayList<String>();
        if (newest.opinion() != null) {
            said.add(owner + ": " + newest.opinion());
        }
        deliverables.challenges(key(execution), newest.number()).stream()
                .filter(raised -> raised.verdict() == ChallengeVerdict.ACCEPTED)
                .map(raised -> "Goes in (%s): %s%s"
                        .formatted(
                                Deliverables.weight(raised.challenge()),
                                raised.challenge().what(),
                                raised.answer() == null || raised.answer().isEmpty() ? "" : "\n" + raised.answer()))
                .forEach(said::add);
        if (newest.purposeMet() == PurposeMet.NO) {
            said.add("It does not do yet what it is for: " + newest.purposeNote());
        }
        return String.join("\n\n", said);
    }

    /** The name of a person at the client's, or what they are known by. */
    String nameAtClient(DelegateExecution execution, String address) {
        return client(execution).contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(address))
                .findFirst()
                .map(Contact::name)
                .orElse(address);
    }

    /** Ids of the groups that challenge it. */
    List<String> specialists(DelegateExecution execution) {
        return SPECIALISTS.in(execution).elements().stream()
                .map(group -> group.stringValue())
                .toList();
    }
}
