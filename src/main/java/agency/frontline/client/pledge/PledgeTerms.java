package agency.frontline.client.pledge;

import agency.frontline.client.Channel;
import agency.frontline.client.Contact;
import agency.frontline.client.pledge.PledgeLine.Topic;
import agency.frontline.text.Answers;
import agency.frontline.text.SafeText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is pledged. A client's pledge starts from the terms of its tier ({@link Pledges#proposed}) and is changed in
 * discussion; forms and flows come in by {@link #from}.
 *
 * <p>The fields of a form:
 * <ul>
 *   <li>{@code emailHours}, {@code phoneHours}, {@code textHours}, {@code videoHours}, {@code webHours}: how soon we
 *       answer, in working hours of the client; the first three must be there
 *   <li>{@code rhythmDays}: we speak at least every so many days
 *   <li>{@code reportDays}: the conference report is there within so many business days
 *   <li>{@code badNewsBy}: a {@link BadNews}; {@code badNewsHours}: within how many working hours
 *   <li>{@code decider}: mail address of the client's person who decides, or a name
 *   <li>{@code decisionWay}: how decisions and feedback reach us
 *   <li>{@code furtherPledges}: what else we pledge, one a line
 * </ul>
 *
 * <p>{@link #rows()} gives what the fields start with.
 *
 * @param responseHours working hours of the client; a channel that is not in it was not spoken of
 * @param rhythmDays calendar days between two talks at most
 * @param reportDays business days of the client
 * @param badNewsHours working hours of the client
 * @param decider name of the client's person who decides (C-65); empty while nobody is named
 * @param deciderContact their mail address; null where they are no contact of the client
 */
public record PledgeTerms(
        Map<Channel, Integer> responseHours,
        int rhythmDays,
        int reportDays,
        BadNews badNews,
        int badNewsHours,
        String decider,
        @Nullable String deciderContact,
        String decisionWay,
        List<String> further) {

    private static final int LONGEST = 1000;
    private static final int MOST_LINES = 20;
    private static final Map<Channel, String> FIELDS = fields();

    public PledgeTerms {
        var hours = new EnumMap<Channel, Integer>(Channel.class);
        hours.putAll(responseHours);
        responseHours = Collections.unmodifiableMap(hours);
        further = List.copyOf(further);
    }

    private static Map<Channel, String> fields() {
        var fields = new EnumMap<Channel, String>(Channel.class);
        fields.put(Channel.EMAIL, "emailHours");
        fields.put(Channel.PHONE, "phoneHours");
        fields.put(Channel.TEXT, "textHours");
        fields.put(Channel.VIDEO, "videoHours");
        fields.put(Channel.WEB, "webHours");
        return Collections.unmodifiableMap(fields);
    }

    /**
     * Reads the form.
     *
     * @param contacts the client's people
     * @throws agency.frontline.text.Refusal with everything that is missing or impossible
     */
    public static PledgeTerms from(Answers answers, List<Contact> contacts) {
        var hours = new EnumMap<Channel, Integer>(Channel.class);
        FIELDS.forEach((channel, field) -> {
            var needed = channel == Channel.EMAIL || channel == Channel.PHONE || channel == Channel.TEXT;
            var number = needed
                    ? number(answers, field, 1, 40, "Say within how many working hours we answer.")
                    : answers.whole(field, 1, 40);
            if (number != null) {
                hours.put(channel, number);
            }
        });
        var rhythm = number(answers, "rhythmDays", 1, 90, "Say after how many days without a word we get in touch.");
        var report = number(answers, "reportDays", 1, 10, "Say within how many business days the report is there.");
        var badNews = answers.requiredChoice("badNewsBy", BadNews.class, "Say how this client wants to hear bad news.");
        var badNewsHours =
                number(answers, "badNewsHours", 1, 40, "Say within how many working hours bad news is told.");
        var decider = line(answers, "decider", 120);
        if (decider.isEmpty()) {
            answers.refuse("decider", "Name the one person at the client who decides where wishes differ.");
        }
        var known = contacts.stream()
                .filter(contact -> contact.email().equalsIgnoreCase(decider)
                        || contact.name().equalsIgnoreCase(decider))
                .findFirst();
        if (known.isEmpty() && decider.contains("@")) {
            answers.refuse(
                    "decider",
                    "There is no contact %s at the client; choose one, or write the person's name.".formatted(decider));
        }
        var decisionWay = line(answers, "decisionWay", LONGEST);
        var further = SafeText.clean(answers.text("furtherPledges"))
                .lines()
                .map(line -> SafeText.line(line, LONGEST))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (further.size() > MOST_LINES) {
            answers.refuse("furtherPledges", "Pledge at most %d further things.".formatted(MOST_LINES));
        }
        answers.done();
        return new PledgeTerms(
                hours,
                Objects.requireNonNull(rhythm),
                Objects.requireNonNull(report),
                Objects.requireNonNull(badNews),
                Objects.requireNonNull(badNewsHours),
                known.map(Contact::name).orElse(decider),
                known.map(Contact::email).orElse(null),
                decisionWay,
                further);
    }

    private static @Nullable Integer number(Answers answers, String field, int least, int most, String remedy) {
        if (answers.text(field).isEmpty()) {
            answers.refuse(field, remedy);
            return null;
        }
        return answers.whole(field, least, most);
    }

    private static String line(Answers answers, String field, int longest) {
        var line = SafeText.line(answers.text(field), Integer.MAX_VALUE);
        if (line.length() > longest) {
            answers.refuse(field, "Say it in at most %d characters; these are %d.".formatted(longest, line.length()));
        }
        return line;
    }

    /** The fields as a form starts with them. */
    public Map<String, Object> rows() {
        var fields = new LinkedHashMap<String, Object>();
        FIELDS.forEach((channel, field) -> {
            if (responseHours.containsKey(channel)) {
                fields.put(field, responseHours.get(channel));
            }
        });
        fields.put("rhythmDays", rhythmDays);
        fields.put("reportDays", reportDays);
        fields.put("badNewsBy", badNews.name());
        fields.put("badNewsHours", badNewsHours);
        fields.put("decider", deciderContact == null ? decider : deciderContact);
        fields.put("decisionWay", decisionWay);
        fields.put("furtherPledges", String.join("\n", further));
        return fields;
    }

    /** Line by line, each with its measure. */
    public List<PledgeLine> lines() {
        var lines = new ArrayList<PledgeLine>();
        responseHours.forEach((channel, hours) ->
                lines.add(new PledgeLine(Topic.RESPONSE, channel, hours, null, PledgeMeasure.FIRST_RESPONSES)));
        lines.add(new PledgeLine(Topic.RHYTHM, null, rhythmDays, null, PledgeMeasure.RHYTHM));
        lines.add(new PledgeLine(Topic.REPORT, null, reportDays, null, PledgeMeasure.REPORTS));
        lines.add(new PledgeLine(Topic.BAD_NEWS, null, badNewsHours, badNews.name(), PledgeMeasure.NOT_MEASURED));
        if (!decider.isEmpty()) {
            lines.add(new PledgeLine(Topic.DECIDER, null, null, decider, PledgeMeasure.NOT_MEASURED));
        }
        if (!decisionWay.isEmpty()) {
            lines.add(new PledgeLine(Topic.DECISIONS, null, null, decisionWay, PledgeMeasure.NOT_MEASURED));
        }
        further.forEach(text -> lines.add(new PledgeLine(Topic.FURTHER, null, null, text, PledgeMeasure.NOT_MEASURED)));
        return lines;
    }
}
