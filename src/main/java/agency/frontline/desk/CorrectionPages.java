package agency.frontline.desk;

import agency.frontline.client.ClientSight;
import agency.frontline.correction.Correction;
import agency.frontline.correction.CorrectionSource;
import agency.frontline.correction.CorrectionsOfClient;
import agency.frontline.correction.CorrectionsOfClient.Entry;
import agency.frontline.correction.CorrectionsOfClient.Sum;
import agency.frontline.correction.Steadied;
import agency.frontline.correction.TalksBefore.TalkBefore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What had to be put right with a client: small things early, or large ones late (C-88). For whoever may see the client. */
@Controller
@RequestMapping("/clients/{code}/corrections")
class CorrectionPages {

    private final ClientSight sight;
    private final CorrectionsOfClient corrections;

    CorrectionPages(ClientSight sight, CorrectionsOfClient corrections) {
        this.sight = sight;
        this.corrections = corrections;
    }

    /** One of them as it is read; {@code mark} is the class that colours its size. */
    record Row(
            String what,
            String size,
            String mark,
            String why,
            String source,
            String businessKey,
            Instant notedAt,
            @Nullable LocalDate bitesOn,
            String warning,
            boolean significant,
            @Nullable String couldHaveSeen,
            @Nullable String seniors,
            List<TalkBefore> before) {}

    @GetMapping
    String list(@PathVariable String code, Authentication login, Model model) {
        var client = sight.get(code, login);
        var sum = corrections.of(client, CorrectionsOfClient.DAYS);
        model.addAttribute("client", client.name());
        model.addAttribute("code", client.code());
        model.addAttribute("days", sum.days());
        model.addAttribute("minor", sum.minor());
        model.addAttribute("significant", sum.significant());
        model.addAttribute("warning", usualWarning(sum));
        model.addAttribute("steadied", inWords(sum.steadied()));
        model.addAttribute(
                "rows", sum.entries().stream().map(CorrectionPages::row).toList());
        return "corrections";
    }

    private static Row row(Entry entry) {
        var correction = entry.correction();
        return new Row(
                correction.what(),
                correction.isSignificant() ? "Significant" : "Minor",
                correction.isSignificant() ? "amber" : "green",
                Objects.requireNonNullElse(correction.why(), "Somebody said so; no rule was asked."),
                inWords(correction.source()),
                correction.businessKey(),
                correction.notedAt(),
                correction.bitesOn(),
                warning(entry.daysOfWarning()),
                correction.isSignificant(),
                correction.couldHaveSeen(),
                seniors(correction),
                entry.talksBefore());
    }

    private static @Nullable String seniors(Correction correction) {
        var joined = correction.seniorsJoined();
        return joined == null ? null : joined ? "A planner or the director came in." : "No senior had to come in.";
    }

    private static String inWords(CorrectionSource source) {
        return switch (source) {
            case TOUCH_BASE -> "a touch-base";
            case REPORT -> "a conference report";
            case RESET -> "a strategy reset";
        };
    }

    private static String warning(@Nullable Integer days) {
        if (days == null) {
            return "nobody named a day";
        }
        return days < 0 ? days(-days) + " too late" : days(days) + " of warning";
    }

    private static String usualWarning(Sum sum) {
        var usual = sum.usualWarning();
        if (usual == null) {
            return "not known yet";
        }
        return "%s (%s)"
                .formatted(
                        usual < 0 ? days(-usual) + " too late" : days(usual),
                        sum.warningKnown() == 1
                                ? "one of them names a day"
                                : sum.warningKnown() + " of them name a day");
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String inWords(Steadied.Share share) {
        return share.of() == 0 ? "no plan was doubted" : "%d of %d".formatted(share.withoutSeniors(), share.of());
    }
}
