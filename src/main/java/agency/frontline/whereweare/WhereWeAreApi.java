package agency.frontline.whereweare;

import agency.frontline.client.ClientSight;
import agency.frontline.client.plan.BuyIn;
import agency.frontline.client.plan.PlanPhase;
import agency.frontline.notification.PlainLanguage;
import agency.frontline.notification.WhereWeAreLetter;
import agency.frontline.notification.WhereWeArePage;
import agency.frontline.notification.WhereWeArePage.GoalPart;
import agency.frontline.notification.WhereWeArePage.OutPart;
import agency.frontline.notification.WhereWeArePage.SectionPart;
import agency.frontline.notification.WhereWeArePage.VersionPart;
import agency.frontline.notification.WhereWeArePage.WorkPart;
import agency.frontline.text.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a plan stands, for tools: to read, and to send to the client. */
@RestController
@RequestMapping("/api/clients/{code}/plan/where-we-are")
@Tag(name = "Plans")
class WhereWeAreApi {

    private final ClientSight sight;
    private final Whereabouts whereabouts;
    private final WhereWeAreLetter letter;
    private final PlanLetters letters;

    WhereWeAreApi(ClientSight sight, Whereabouts whereabouts, WhereWeAreLetter letter, PlanLetters letters) {
        this.sight = sight;
        this.whereabouts = whereabouts;
        this.letter = letter;
        this.letters = letters;
    }

    /** What the client reads, part by part. */
    @Schema(name = "WhereWeAre")
    record Body(
            String client,
            int version,
            @Schema(description = "The version that holds now") int newest,
            String language,
            LocalDate asOf,
            LocalDate begins,
            LocalDate endsOn,
            PlanPhase phase,
            String normalNow,
            List<GoalPart> goals,
            List<WhereWeArePage.StepPart> next,
            @Nullable Instant nextTalk,
            List<WorkPart> work,
            List<String> scopeIn,
            List<SectionPart> sections,
            List<OutPart> scopeOut,
            List<VersionPart> versions,
            List<BuyIn> agreedBy,
            @Schema(description = "Words in it that the client does not want to read") List<String> jargon) {}

    /** To whom, and whether at once. */
    @Schema(name = "WhereWeAreLetter")
    record Order(
            @Schema(description = "mail addresses of the client's contacts", example = "[\"ceo@birch.example\"]")
                    @Nullable List<@Nullable String> contacts,
            @Schema(description = "whether it may leave outside the client's hours") @Nullable Boolean sendNow,
            @Schema(description = "the same one sends once; left out, each call sends") @Nullable String press) {}

    @Schema(name = "WhereWeAreSent")
    record Sent(String businessKey) {}

    @GetMapping
    @Operation(
            summary = "Where a client's plan stands today, in the client's words",
            description = "In the client's first language and of the newest version, unless others are asked for.")
    Body read(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String language,
            Authentication caller) {
        var client = sight.get(code, caller);
        var tag = letter.language(language == null ? client.languages().get(0) : language);
        var where = whereabouts.get(client, version, tag);
        var page = letter.page(client, where, tag);
        return new Body(
                client.code(),
                where.plan().version(),
                where.newest(),
                page.language(),
                where.today(),
                where.begins(),
                where.plan().endsOn(),
                where.phase(),
                String.join(
                        "\n\n",
                        page.normal().stream()
                                .map(lines -> String.join("\n", lines))
                                .toList()),
                page.goals(),
                page.steps(),
                where.talk(),
                page.work(),
                page.in(),
                page.sections(),
                page.out(),
                page.versions(),
                where.plan().buyIns(),
                PlainLanguage.jargonIn(client, String.join("\n", page.written())));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Sends the client where we are",
            description =
                    "For the client's account manager and account directors. Each contact gets it in their language,"
                            + " with the document, in their hours. The case that keeps it is answered.")
    Sent send(@PathVariable String code, @RequestBody Order order, Authentication caller) {
        var client = sight.getToKeep(code, caller);
        var fields = new HashMap<String, Object>();
        if (order.contacts() != null) {
            fields.put(
                    PlanLetters.CONTACTS,
                    order.contacts().stream().map(one -> one == null ? "" : one).toList());
        }
        fields.put(PlanLetters.SEND_NOW, order.sendNow());
        fields.put(PlanLetters.PRESS, order.press());
        return new Sent(letters.send(client, new Answers(fields::get), caller.getName()));
    }
}
