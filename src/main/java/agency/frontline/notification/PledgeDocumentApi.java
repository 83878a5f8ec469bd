package agency.frontline.notification;

import agency.frontline.client.ClientSight;
import agency.frontline.client.pledge.Pledges;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A pledge as the document that the client has. */
@RestController
@Tag(name = "Pledges")
class PledgeDocumentApi {

    private final ClientSight sight;
    private final Pledges pledges;
    private final PledgeLetter letter;

    PledgeDocumentApi(ClientSight sight, Pledges pledges, PledgeLetter letter) {
        this.sight = sight;
        this.pledges = pledges;
        this.letter = letter;
    }

    @GetMapping(
            path = "/api/clients/{code}/pledge/versions/{version}/document",
            produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "One version of a pledge as PDF",
            description = "In the client's first language, unless another one is asked for.")
    ResponseEntity<byte[]> document(
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String language,
            Authentication caller) {
        var client = sight.get(code, caller);
        var pledge = pledges.get(client.code(), version);
        var tag = language == null ? client.languages().get(0) : language;
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(letter.fileName(client, pledge, tag), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(letter.pdf(client, pledge, tag));
    }
}
