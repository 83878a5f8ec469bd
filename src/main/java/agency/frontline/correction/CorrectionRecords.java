package agency.frontline.correction;

import agency.frontline.casefile.CaseRecords;
import agency.frontline.casefile.Conversation;
import agency.frontline.client.Clients;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was found in a case that has to be put right, on its page (C-88). */
@Component
class CorrectionRecords implements CaseRecords {

    private static final List<String> COLUMNS =
            List.of("What", "How much", "Days of warning", "When it could have been seen");

    private final Corrections corrections;
    private final Clients clients;

    CorrectionRecords(Corrections corrections, Clients clients) {
        this.corrections = corrections;
        this.clients = clients;
    }

    @Override
    public List<Document> documents(String businessKey) {
        return List.of();
    }

    @Override
    public List<Table> tables(String businessKey) {
        var found = corrections.ofCase(businessKey);
        return found.isEmpty()
                ? List.of()
                : List.of(new Table(
                        "Corrections", COLUMNS, found.stream().map(this::cells).toList()));
    }

    @Override
    public Optional<Conversation.File> file(String businessKey, String documentId) {
        return Optional.empty();
    }

    private List<String> cells(Correction correction) {
        var warning = correction.daysOfWarning(clients.get(correction.client()).timeZone());
        return List.of(
                correction.what(),
                "%s. %s"
                        .formatted(
                                correction.isSignificant() ? "Significant" : "Minor",
                                correction.why() == null ? "Somebody said so; no rule was asked." : correction.why()),
                warning == null ? "" : warning.toString(),
                correction.couldHaveSeen() == null ? "" : correction.couldHaveSeen());
    }
}
