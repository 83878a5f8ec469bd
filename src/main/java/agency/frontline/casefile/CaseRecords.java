package agency.frontline.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a flow keeps of its cases beside their conversation: documents in their versions, and lists that a reader may go
 * through. A flow module answers for its own cases; whoever asks has asked before whether they may read the case.
 */
public interface CaseRecords {

    /**
     * A document that the agency wrote.
     *
     * @param id unique within the case; harmless in an address
     * @param name of the file
     * @param about who wrote it when and what became of it, in a phrase
     * @param text the words of it
     */
    record Document(String id, String name, Instant at, String about, String text) {}

    /** A list with its columns; each row has as many cells. */
    record Table(String title, List<String> columns, List<List<String>> rows) {}

    /** Oldest first; empty if the case is another flow's. */
    List<Document> documents(String businessKey);

    /** Only those with rows; empty if the case is another flow's. */
    List<Table> tables(String businessKey);

    /** The document with its bytes; empty if there is none in this case. */
    Optional<Conversation.File> file(String businessKey, String documentId);
}
