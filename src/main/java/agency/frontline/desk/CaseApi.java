package agency.frontline.desk;

import agency.frontline.audit.CaseStories;
import agency.frontline.audit.CaseVisibility;
import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseRecords;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Status;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.mail.Deliveries;
import agency.frontline.text.Refusal;
import agency.frontline.text.SafeText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases, read by REST: a list of heads, one with its whole story, and the files that came along (api.md). */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Cases")
class CaseApi {

    private final CaseVisibility visibility;
    private final CaseStories stories;
    private final Conversation conversation;
    private final List<CaseRecords> records;
    private final Deliveries deliveries;
    private final CaseNotes notes;
    private final CurrentPerson person;

    CaseApi(
            CaseVisibility visibility,
            CaseStories stories,
            Conversation conversation,
            List<CaseRecords> records,
            Deliveries deliveries,
            CaseNotes notes,
            CurrentPerson person) {
        this.visibility = visibility;
        this.stories = stories;
        this.conversation = conversation;
        this.records = records;
        this.deliveries = deliveries;
        this.notes = notes;
        this.person = person;
    }

    @GetMapping
    @Operation(
            summary = "The cases you may see, newest first",
            description = "Finds ended ones, too. At most 500; narrow the search to see others.")
    List<CaseBody.Head> list(
            @Parameter(description = "Client code, such as BIRCH") @RequestParam(required = false) @Nullable String client,
            @Parameter(description = "OPEN, WAITING_FOR_CLIENT, RESOLVED, WITHDRAWN or MERGED")
                    @RequestParam(required = false)
                    @Nullable String status,
            @Parameter(description = "Looked for in number, subject, contact and messages")
                    @RequestParam(required = false)
                    @Nullable String text) {
        return visibility.search(client, status(status), text, null, null).stream()
                .map(CaseBody.Head::of)
                .toList();
    }

    @GetMapping("/{key}")
    @Operation(
            summary = "One case with its whole story",
            description = "Who did what and when, on which version of the process, what they wrote, what the client"
                    + " wrote and got, and which rule of which table set the dates.")
    CaseBody one(@PathVariable String key) {
        var head = visibility.read(key);
        return CaseBody.of(
                stories.of(head),
                deliveries.of(head.businessKey()),
                records.stream()
                        .flatMap(known -> known.documents(head.businessKey()).stream())
                        .toList());
    }

    @GetMapping("/{key}/attachments/{id}")
    @Transactional
    @Operation(
            summary = "A file of the case, as a download",
            description = "Who read it is noted in the case (F30). A refused file was not kept and is not found.")
    ResponseEntity<byte[]> attachment(@PathVariable String key, @PathVariable String id) {
        var head = visibility.read(key);
        var file = conversation
                .file(head.businessKey(), id)
                .filter(found -> found.content() != null)
                .orElseThrow(() -> Refusal.notFound("There is no such file in this case."));
        return download(head, file);
    }

    private ResponseEntity<byte[]> download(CaseHead head, Conversation.File file) {
        notes.add(head.businessKey(), person.id().orElseThrow(), "ATTACHMENT_READ", SafeText.line(file.name(), 200));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore())
                .contentType(Download.type(file.type()))
                .body(file.content());
    }

    @GetMapping("/{key}/documents/{id}")
    @Transactional
    @Operation(
            summary = "A version of a document that we wrote in the case, as a download",
            description = "Who read it is noted in the case (F30).")
    ResponseEntity<byte[]> document(@PathVariable String key, @PathVariable String id) {
        var head = visibility.read(key);
        var file = records.stream()
                .flatMap(known -> known.file(head.businessKey(), id).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no such document in this case."));
        return download(head, file);
    }

    static @Nullable Status status(@Nullable String status) {
        if (status == null || status.isBlank()) {
            return null;
        }
        for (var known : Status.values()) {
            if (known.name().equals(status.strip().toUpperCase(Locale.ROOT))) {
                return known;
            }
        }
        throw Refusal.of("status", "Choose one of OPEN, WAITING_FOR_CLIENT, RESOLVED, WITHDRAWN, MERGED.");
    }
}
