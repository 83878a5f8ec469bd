package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Status;
import agency.frontline.deliverable.Deliverables;
import agency.frontline.mail.MailFile;
import agency.frontline.notification.Letters;
import agency.frontline.report.Documents;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client gets the document and is asked whether it is right (C-31, C-32). */
@Component
class AskClientApproval implements JavaDelegate {

    private final DeliverableDesk desk;
    private final Deliverables deliverables;
    private final CaseRegister register;
    private final Letters letters;
    private final Documents documents;

    AskClientApproval(
            DeliverableDesk desk,
            Deliverables deliverables,
            CaseRegister register,
            Letters letters,
            Documents documents) {
        this.desk = desk;
        this.deliverables = deliverables;
        this.register = register;
        this.letters = letters;
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = desk.key(execution);
        var number = desk.version(execution);
        var draft = deliverables.newest(key).orElseThrow().draft();
        var words = desk.words(execution, draft, number, false, deliverables.changesForClient(key, number));
        var letter = desk.letter(execution);
        var pdf = documents.pdf(letters.deliverablePage(letter, words));
        var leaves = letters.deliverable(
                letter,
                words,
                List.of(new MailFile(letters.fileName(letter, words), "application/pdf", pdf)),
                SEND_NOW.find(execution).orElse(false));
        deliverables.sent(key, number, leaves, pdf);
        // What was said before was about what they had then.
        CLIENT_WORDS.clear(execution);
        SILENCES.set(execution, 0);
        FOLLOW_UP_BY.set(execution, desk.calendar(execution).plusBusinessDays(leaves, FOLLOW_UP_DAYS.in(execution)));
        register.moveTo(key, Status.WAITING_FOR_CLIENT);
    }
}
