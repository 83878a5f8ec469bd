package agency.frontline.correction;

import agency.frontline.client.Channel;
import agency.frontline.client.ClientSight;
import agency.frontline.client.plan.PremiseState;
import agency.frontline.text.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The corrections of a client by REST, for whoever may see the client (S14, C-88). */
@RestController
@RequestMapping("/api/clients")
@Tag(name = "Clients")
class CorrectionApi {

    private static final int DAYS_AT_MOST = 3650;

    private final ClientSight sight;
    private final CorrectionsOfClient corrections;

    CorrectionApi(ClientSight sight, CorrectionsOfClient corrections) {
        this.sight = sight;
        this.corrections = corrections;
    }

    record Body(
            @Schema(description = "Of how many days back these are") int days,
            int minor,
            int significant,
            @Schema(
                            description =
                                    "Half of the corrections were seen at least so many days before they would hurt; null where nobody named a day")
                    @Nullable Integer daysOfWarning,
            Steadied steadied,
            @Schema(description = "The newest first") List<One> corrections) {}

    @Schema(name = "SteadiedWithoutSeniors")
    record Steadied(int withoutSeniors, @Schema(description = "All resets that were decided") int of) {}

    @Schema(name = "Correction")
    record One(
            String what,
            CorrectionSize size,
            @Schema(description = "The reason of the rule that decided; null where a person said the size") @Nullable String why,
            @Nullable Changes changes,
            CorrectionSource source,
            @Schema(description = "The case in which it was found") String businessKey,
            Instant notedAt,
            @Schema(description = "From this day at the client's on it would hurt") @Nullable LocalDate bitesOn,
            @Schema(description = "Less than nothing where it hurt already") @Nullable Integer daysOfWarning,
            @Schema(description = "For a significant one; null until somebody has answered") @Nullable String couldHaveSeen,
            @Schema(description = "Of a reset: whether a planner or the director had to come in") @Nullable Boolean seniorsJoined,
            @Schema(description = "For a significant one, those of the thirty days before, the newest first")
                    List<Before> touchBasesBefore) {}

    @Schema(name = "WhatACorrectionChanges")
    record Changes(Effect scope, Effect budget, Effect schedule, PremiseState premise) {}

    @Schema(name = "TouchBaseBefore")
    record Before(String businessKey, LocalDate day, Channel channel, List<String> putRight) {}

    @GetMapping("/{code}/corrections")
    @Operation(
            summary = "What had to be put right with a client, minor and significant",
            description =
                    "From touch-bases, conference reports and strategy resets, with the class that the table"
                            + " correctionSize (for resets: planImpact) gave each, and the days of warning there were. A significant one"
                            + " has the answer to \"when could we have seen it?\" and the touch-bases of the thirty days before.")
    Body corrections(
            @PathVariable String code,
            @Schema(description = "How far back, from 1 to 3650") @RequestParam(defaultValue = "365") String days,
            Authentication caller) {
        var client = sight.get(code, caller);
        var answers = new Answers(Map.of("days", (Object) days)::get);
        var back = answers.whole("days", 1, DAYS_AT_MOST);
        answers.done();
        var sum = corrections.of(client, back == null ? CorrectionsOfClient.DAYS : back);
        return new Body(
                sum.days(),
                sum.minor(),
                sum.significant(),
                sum.usualWarning(),
                new Steadied(sum.steadied().withoutSeniors(), sum.steadied().of()),
                sum.entries().stream().map(CorrectionApi::one).toList());
    }

    private static One one(CorrectionsOfClient.Entry entry) {
        var correction = entry.correction();
        var changes = correction.changes();
        return new One(
                correction.what(),
                correction.size(),
                correction.why(),
                changes == null
                        ? null
                        : new Changes(changes.scope(), changes.budget(), changes.schedule(), changes.premise()),
                correction.source(),
                correction.businessKey(),
                correction.notedAt(),
                correction.bitesOn(),
                entry.daysOfWarning(),
                correction.couldHaveSeen(),
                correction.seniorsJoined(),
                entry.talksBefore().stream()
                        .map(talk -> new Before(talk.businessKey(), talk.day(), talk.channel(), talk.putRight()))
                        .toList());
    }
}
