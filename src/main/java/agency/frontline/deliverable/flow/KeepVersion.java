package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.casefile.Deadlines;
import agency.frontline.deliverable.Changes;
import agency.frontline.deliverable.Deliverables;
import agency.frontline.deliverable.Draft;
import agency.frontline.engine.FormAnswers;
import agency.frontline.notification.Letters;
import agency.frontline.report.Documents;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Every draft is a version that stays: its words, and the document made of them. */
@Component
class KeepVersion implements JavaDelegate {

    private final DeliverableDesk desk;
    private final Deliverables deliverables;
    private final Deadlines deadlines;
    private final Letters letters;
    private final Documents documents;

    KeepVersion(
            DeliverableDesk desk,
            Deliverables deliverables,
            Deadlines deadlines,
            Letters letters,
            Documents documents) {
        this.desk = desk;
        this.deliverables = deliverables;
        this.deadlines = deadlines;
        this.letters = letters;
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = desk.key(execution);
        var draft = Draft.from(FormAnswers.in(execution), desk.room(execution).later());
        var before = deliverables.newest(key);
        var changes = before.map(version -> Changes.between(version.draft().parts(), draft.parts()))
                .orElseGet(Changes::none);
        var number = desk.version(execution) + 1;
        DELIVERABLE_VERSION.set(execution, number);
        var letter = desk.letter(execution);
        var pdf = documents.pdf(letters.deliverablePage(letter, desk.words(execution, draft, number, true, changes)));
        deliverables.keep(
                key,
                number,
                letter.contact().language(),
                DRAFTER.find(execution).orElse(OWNER.in(execution)),
                draft,
                pdf);
        deadlines.met(key, DeliverableDesk.DRAFT, desk.now());
        var seen = number > 1 && TEAM_HAS_SEEN_IT.find(execution).orElse(false);
        TEAM_LOOKS.set(execution, !seen && !desk.specialists(execution).isEmpty());
        var challengeDays = CHALLENGE_DAYS.in(execution);
        CHALLENGE_BY.set(execution, desk.inDays(execution, challengeDays));
        DISCUSSION_ENDS_AT.set(execution, desk.inDays(execution, DISCUSSION_DAYS.in(execution)));
        OPINION_BY.set(execution, desk.inDays(execution, (TEAM_LOOKS.in(execution) ? challengeDays : 0) + 1));
    }
}
