package agency.frontline.client;

import agency.frontline.calendar.OpeningHours;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A client as the REST face writes it (api.md). Anything may be missing; what may not is told with all other faults. */
@Schema(name = "Client")
record ClientBody(
        @Nullable String code,
        @Nullable String name,
        @Nullable Tier tier,
        @Nullable Type type,
        @Schema(example = "Europe/London") @Nullable String timeZone,
        @Schema(example = "GB-ENG") @Nullable String holidayCalendar,
        @Nullable List<@Nullable HoursBody> hours,
        @Schema(example = "[\"en\"]") @Nullable List<String> languages,
        @Schema(example = "[\"birch.example\"]") @Nullable List<String> mailDomains,
        @Nullable Team team,
        @Nullable List<Contact> contacts,
        @Nullable Ethos ethos) {

    @Schema(name = "OpeningHours")
    record HoursBody(
            @Nullable Set<DayOfWeek> days,
            @Schema(type = "string", example = "09:00") @JsonFormat(pattern = "HH:mm") @Nullable LocalTime from,
            @Schema(type = "string", example = "17:30") @JsonFormat(pattern = "HH:mm") @Nullable LocalTime to) {}

    static ClientBody of(Client client) {
        return new ClientBody(
                client.code(),
                client.name(),
                client.tier(),
                client.type(),
                client.timeZone().getId(),
                client.holidayCalendar(),
                client.hours().stream()
                        .map(hours -> new HoursBody(new TreeSet<>(hours.days()), hours.from(), hours.to()))
                        .toList(),
                client.languages(),
                client.mailDomains(),
                client.team(),
                client.contacts(),
                client.ethos());
    }

    /**
     * The client of this code that is meant. What has no empty value is added to the faults when it is missing or makes no sense, and
     * something stands in for it, so that the rules can judge the rest in the same go.
     */
    Client toClient(String ofCode, List<FieldError> faults) {
        if (code != null && !code.strip().equals(ofCode)) {
            faults.add(new FieldError("code", "Write " + ofCode + " as in the address; a client keeps its code."));
        }
        if (tier == null) {
            faults.add(new FieldError("tier", "Say GOLD, SILVER or BRONZE."));
        }
        if (type == null) {
            faults.add(new FieldError("type", "Say RETAINER or PROJECT."));
        }
        return new Client(
                ofCode,
                Tidy.text(name),
                tier == null ? Tier.BRONZE : tier,
                type == null ? Type.PROJECT : type,
                zone(faults),
                Tidy.text(holidayCalendar),
                openingHours(faults),
                Tidy.list(languages),
                Tidy.list(mailDomains),
                team == null ? new Team("", null, "", Map.of()) : team,
                Tidy.list(contacts),
                ethos == null ? Ethos.unspoken() : ethos);
    }

    /** Only named zones: an offset such as +01:00 would ignore daylight saving. */
    private ZoneId zone(List<FieldError> faults) {
        if (timeZone != null && ZoneId.getAvailableZoneIds().contains(timeZone.strip())) {
            return ZoneId.of(timeZone.strip());
        }
        faults.add(new FieldError("timeZone", "Name a time zone of the IANA list, such as Europe/London."));
        return ZoneOffset.UTC;
    }

    private List<OpeningHours> openingHours(List<FieldError> faults) {
        var all = new ArrayList<OpeningHours>();
        var bodies = Tidy.list(hours);
        for (var i = 0; i < bodies.size(); i++) {
            var field = "hours[" + i + "]";
            var body = bodies.get(i);
            if (body.days == null || body.from == null || body.to == null) {
                faults.add(new FieldError(field, "Give days, from and to, such as [\"MONDAY\"], 09:00 and 17:30."));
            } else {
                try {
                    all.add(new OpeningHours(body.days, body.from, body.to));
                } catch (Refusal refusal) {
                    refusal.errors().forEach(error -> faults.add(new FieldError(field, error.message())));
                }
            }
        }
        return all;
    }
}
