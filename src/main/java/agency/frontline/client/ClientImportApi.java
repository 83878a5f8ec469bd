package agency.frontline.client;

import agency.frontline.text.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Many clients at once, from a list that stood in a spreadsheet before. */
@RestController
@Tag(name = "Clients")
class ClientImportApi {

    private final ClientImport clients;

    ClientImportApi(ClientImport clients) {
        this.clients = clients;
    }

    /** Read by hand: of a body that is too large no more than that is read. */
    @PostMapping(
            path = "/api/clients/import",
            // What browsers and spreadsheets call it differs from machine to machine.
            consumes = {
                "text/csv",
                "text/plain",
                "application/csv",
                "application/vnd.ms-excel",
                "application/octet-stream"
            })
    @Operation(
            summary = "Registers and changes clients from a CSV file, all or nothing",
            description =
                    "For account directors. One line a contact, UTF-8, the cells apart by comma, semicolon or tab; at"
                            + " most 5 MB. A client's own columns are the same on each of its lines. What has no column"
                            + " stays as it is, and so does a contact who is not in the file; a new client is at work from"
                            + " Monday to Friday, 9 to 17. Each fault is told as \"line 7, tier\".",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"),
                                            examples =
                                                    @ExampleObject(
                                                            "code,name,tier,type,timeZone,holidayCalendar,language,accountManager,deputy,contactName,contactEmail\n"
                                                                    + "ROWAN,Rowan Books,SILVER,RETAINER,Europe/Warsaw,PL,pl,manager,manager2,Ewa Jarzębina,ewa@rowan.example\n"))))
    Imported read(HttpServletRequest request, Authentication caller) throws IOException {
        if (!ClientRole.changesAll(caller)) {
            throw Refusal.notAllowed("Only account directors import clients.");
        }
        var file = request.getInputStream().readNBytes(ClientImport.MAX_BYTES + 1);
        if (file.length > ClientImport.MAX_BYTES) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, ClientImport.TOO_LARGE);
        }
        return clients.read(file, caller.getName());
    }
}
