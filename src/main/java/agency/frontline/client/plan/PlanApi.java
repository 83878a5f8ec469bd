package agency.frontline.client.plan;

import agency.frontline.client.Client;
import agency.frontline.client.ClientSight;
import agency.frontline.client.plan.PlanBody.UseBody;
import agency.frontline.client.plan.PlanBody.VersionBody;
import agency.frontline.text.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The REST face of {@link Plans}. */
@RestController
@RequestMapping("/api/clients/{code}/plan")
@Tag(name = "Plans")
class PlanApi {

    private static final int MAX_BYTES = 5 * 1024 * 1024;

    private final ClientSight sight;
    private final Plans plans;

    PlanApi(ClientSight sight, Plans plans) {
        this.sight = sight;
        this.plans = plans;
    }

    /** What was used up, as JSON has it. */
    @Schema(name = "PlanUsage")
    record Usage(
            @Schema(description = "the day until whose end this was used", example = "2026-03-02") @Nullable LocalDate asOf,
            @Schema(description = "by work item") @Nullable List<@Nullable Item> items,
            @Schema(description = "of the plan as a whole") @Nullable BigDecimal hoursUsed,
            @Nullable BigDecimal moneyUsed,
            @Schema(description = "per cent") @Nullable BigDecimal progress,
            @Nullable LocalDate forecast) {

        private Map<String, Object> whole() {
            return fields(null, hoursUsed, moneyUsed, progress, forecast);
        }
    }

    @Schema(name = "PlanUsageItem")
    record Item(
            @Schema(example = "W1") @Nullable String workItem,
            @Nullable BigDecimal hoursUsed,
            @Nullable BigDecimal moneyUsed,
            @Schema(description = "per cent") @Nullable BigDecimal progress,
            @Schema(description = "when it will be done, as it looks now") @Nullable LocalDate forecast) {

        private Map<String, Object> fields() {
            return PlanApi.fields(workItem, hoursUsed, moneyUsed, progress, forecast);
        }
    }

    private static Map<String, Object> fields(
            @Nullable String workItem,
            @Nullable BigDecimal hoursUsed,
            @Nullable BigDecimal moneyUsed,
            @Nullable BigDecimal progress,
            @Nullable LocalDate forecast) {
        var fields = new HashMap<String, Object>();
        put(fields, "workItem", workItem);
        put(fields, "hoursUsed", hoursUsed);
        put(fields, "moneyUsed", moneyUsed);
        put(fields, "progress", progress);
        put(fields, "forecast", forecast);
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
    }

    @GetMapping
    @Operation(
            summary = "The newest version of a client's plan, how much of it is used up, and what each version changed")
    PlanBody newest(@PathVariable String code, Authentication caller) {
        var client = sight.get(code, caller).code();
        var versions = plans.versions(client);
        if (versions.isEmpty()) {
            throw noPlan(client);
        }
        var newest = versions.get(versions.size() - 1);
        return PlanBody.of(
                newest,
                plans.changesOf(newest),
                plans.use(client).orElse(null),
                versions.stream().map(this::version).toList());
    }

    private VersionBody version(Plan plan) {
        return new VersionBody(
                plan.version(),
                plan.content().reason(),
                plan.recordedAt(),
                plan.recordedBy(),
                plan.agreedIn(),
                plan.buyIns(),
                plans.changesOf(plan).inWords());
    }

    @GetMapping("/versions/{version}")
    @Operation(summary = "One version of a client's plan, as it was recorded")
    PlanBody version(@PathVariable String code, @PathVariable int version, Authentication caller) {
        var client = sight.get(code, caller).code();
        var plan = plans.version(client, version)
                .orElseThrow(
                        () -> Refusal.notFound("There is no version %d of the plan of %s.".formatted(version, client)));
        return PlanBody.of(plan, plans.changesOf(plan), null, null);
    }

    @PutMapping(path = "/usage", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Notes what was used up, from the tools that know it",
            description =
                    "For the client's account manager and account directors, and the tools that act as one of them. Amounts"
                            + " are absolute, so that saying it twice changes nothing; what is left out stays as it was"
                            + " reported last. By work item, or for the plan as a whole. All or nothing. Where the budget or"
                            + " a date will not hold, the account manager gets a task (planWatch).")
    UseBody use(@PathVariable String code, @RequestBody Usage usage, Authentication caller) {
        var client = sight.getToKeep(code, caller);
        var items = usage.items() == null ? List.<@Nullable Item>of() : usage.items();
        return report(
                client,
                caller,
                reading -> reading.json(
                        usage.asOf() == null ? "" : usage.asOf().toString(),
                        items.stream()
                                .map(item -> item == null ? Map.<String, Object>of() : item.fields())
                                .toList(),
                        usage.whole()));
    }

    /** Read by hand: of a body that is too large no more than that is read. */
    @PutMapping(
            path = "/usage",
            consumes = {"text/csv", "text/plain", "application/csv", "application/vnd.ms-excel"})
    @Operation(
            summary = "Notes what was used up, from a CSV file",
            description =
                    "The same, a line a work item, or the plan as a whole where none is named; UTF-8, the cells apart"
                            + " by comma, semicolon or tab. Each fault is told as \"line 7, progress\".",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"),
                                            examples =
                                                    @ExampleObject(
                                                            "asOf,workItem,hoursUsed,moneyUsed,progress,forecast\n"
                                                                    + "2026-03-02,W1,36,3900,90,\n"
                                                                    + "2026-03-02,W2,54.5,7000,40,2026-05-20\n"))))
    UseBody useOfFile(@PathVariable String code, HttpServletRequest request, Authentication caller) throws IOException {
        var client = sight.getToKeep(code, caller);
        var file = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (file.length > MAX_BYTES) {
            throw new ResponseStatusException(
                    HttpStatus.PAYLOAD_TOO_LARGE, "A list of usage has 5 MB at most; send it in parts.");
        }
        return report(client, caller, reading -> reading.csv(file));
    }

    private UseBody report(Client client, Authentication caller, Function<UsageReading, List<UsageReport>> reading) {
        if (plans.latest(client.code()).isEmpty()) {
            throw noPlan(client.code());
        }
        var reports = reading.apply(plans.usageReading(client));
        return UseBody.of(plans.report(client.code(), reports, caller.getName()));
    }

    private static Refusal noPlan(String client) {
        return Refusal.notFound("There is no plan of " + client + " yet; its baseline comes first.");
    }
}
