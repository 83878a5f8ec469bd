package agency.frontline.desk;

import agency.frontline.client.ClientImport;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import agency.frontline.text.SafeText;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where an account director brings in the clients from the spreadsheet they stood in, and reads what is wrong with it. */
@Controller
@RequestMapping("/clients/import")
class ClientImportPage {

    private final ClientImport clients;
    private final CurrentPerson person;

    ClientImportPage(ClientImport clients, CurrentPerson person) {
        this.clients = clients;
        this.person = person;
    }

    /** What is wrong at one place of the file; the column is empty where the whole line or file is meant. */
    record Fault(String line, String column, String message) {

        static Fault of(FieldError error) {
            var parts = error.field().split(", ", 2);
            return new Fault(parts[0], parts.length == 1 ? "" : parts[1], error.message());
        }
    }

    @GetMapping
    String form(Model model) {
        director();
        model.addAttribute("faults", List.of());
        return "clients-import";
    }

    @PostMapping
    ModelAndView read(@RequestParam(required = false) MultipartFile file) throws IOException {
        var director = director();
        if (file == null || file.isEmpty()) {
            return refused(
                    HttpStatus.BAD_REQUEST, "", List.of(new FieldError("file", "Choose a file that is not empty.")));
        }
        var name = SafeText.line(String.valueOf(file.getOriginalFilename()), 200);
        if (file.getSize() > ClientImport.MAX_BYTES) {
            return refused(HttpStatus.PAYLOAD_TOO_LARGE, name, List.of(new FieldError("file", ClientImport.TOO_LARGE)));
        }
        try {
            var page = new ModelAndView("clients-import");
            page.addObject("imported", clients.read(file.getBytes(), director));
            page.addObject("fileName", name);
            page.addObject("faults", List.of());
            return page;
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.BAD_INPUT) {
                throw refusal;
            }
            return refused(HttpStatus.BAD_REQUEST, name, refusal.errors());
        }
    }

    private static ModelAndView refused(HttpStatus status, String fileName, List<FieldError> errors) {
        var page = new ModelAndView("clients-import", status);
        page.addObject("fileName", fileName);
        page.addObject("faults", errors.stream().map(Fault::of).toList());
        return page;
    }

    private String director() {
        if (!person.isIn("account-directors")) {
            throw Refusal.notAllowed("Only account directors import clients.");
        }
        return person.id().orElseThrow();
    }
}
