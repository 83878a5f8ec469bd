package agency.frontline.calendar;

import agency.frontline.text.Mailbox;
import agency.frontline.text.SafeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * Entries for people's calendars (RFC 5545, RFC 5546; F12, O11). An entry is known by its name for ever; whoever changes
 * it counts up its revision, and calendars take the highest. Times stand in the client's zone with its rules beside
 * them, so that they are right on both sides of a change of the clocks.
 */
public final class CalendarFile {

    private final ZoneId zone;
    private final String domain;
    private final List<VEvent> events = new ArrayList<>();
    private boolean timed;

    /**
     * @param domain the agency's own, so that entries of two agencies never meet
     */
    public CalendarFile(ZoneId zone, String domain) {
        this.zone = zone;
        this.domain = domain;
    }

    /**
     * What an entry says.
     *
     * @param name what it is known by, unique in this installation
     * @param revision from 0, one higher at each change
     */
    public record Entry(String name, int revision, String title, String description) {}

    /** A calendar file and the method it asks for (RFC 5546), which the mail must name, too. */
    public record Written(String method, byte[] content) {}

    public boolean isEmpty() {
        return events.isEmpty();
    }

    /** An entry of a day, which blocks no time. */
    public void allDay(Entry entry, LocalDate day) {
        var event = new VEvent(day, SafeText.line(entry.title(), 200));
        event.add(new Transp(ImmutableTransp.VALUE_TRANSPARENT));
        add(entry, event);
    }

    public void timed(Entry entry, Instant start, Duration length, @Nullable String place) {
        var event = rules() == null
                ? new VEvent(start, length, SafeText.line(entry.title(), 200))
                : new VEvent(start.atZone(zone), length, SafeText.line(entry.title(), 200));
        if (place != null && !place.isBlank()) {
            event.add(new Location(SafeText.line(place, 400)));
        }
        timed = true;
        add(entry, event);
    }

    private void add(Entry entry, VEvent event) {
        event.add(new Uid(entry.name() + "@" + domain));
        event.add(new Sequence(entry.revision()));
        event.add(new Description(SafeText.clean(entry.description())));
        events.add(event);
    }

    /** For information: nobody is asked to answer. */
    public Written publish(Mailbox organizer) {
        events.forEach(event -> event.add(organizer(organizer)));
        return written("PUBLISH", ImmutableMethod.PUBLISH, () -> ImmutableStatus.VEVENT_CONFIRMED);
    }

    /** As an invitation that calendars offer to accept. */
    public Written request(Mailbox organizer, List<Mailbox> attendees) {
        for (var event : events) {
            event.add(organizer(organizer));
            attendees.forEach(attendee -> event.add(attendee(attendee)));
        }
        return written("REQUEST", ImmutableMethod.REQUEST, () -> ImmutableStatus.VEVENT_CONFIRMED);
    }

    /** Takes the entries out of the calendars again. */
    public Written cancel(Mailbox organizer) {
        events.forEach(event -> event.add(organizer(organizer)));
        return written("CANCEL", ImmutableMethod.CANCEL, () -> ImmutableStatus.VEVENT_CANCELLED);
    }

    private Written written(String name, net.fortuna.ical4j.model.property.Method method, Supplier<Status> status) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Frontline//Client service//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        var rules = rules();
        if (timed && rules != null) {
            calendar.add(rules);
        }
        for (var event : events) {
            event.add(status.get());
            calendar.add(event);
        }
        var out = new ByteArrayOutputStream();
        try {
            new CalendarOutputter().output(calendar, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Written(name, out.toByteArray());
    }

    /** The rules of the zone; null for one that calendars do not know by name, whose times are then said in UTC. */
    private @Nullable VTimeZone rules() {
        var known = TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(zone.getId());
        return known == null ? null : known.getVTimeZone();
    }

    private static Organizer organizer(Mailbox mailbox) {
        var organizer = new Organizer(uri(mailbox));
        organizer.add(name(mailbox));
        return organizer;
    }

    private static Attendee attendee(Mailbox mailbox) {
        var attendee = new Attendee(uri(mailbox));
        attendee.add(name(mailbox));
        attendee.add(Role.REQ_PARTICIPANT);
        attendee.add(PartStat.NEEDS_ACTION);
        attendee.add(Rsvp.TRUE);
        return attendee;
    }

    /** A parameter's value knows no way to write a double quote (RFC 5545, 3.2). */
    private static Cn name(Mailbox mailbox) {
        var name = mailbox.name() == null ? mailbox.address() : mailbox.name();
        return new Cn(SafeText.line(name.replace('"', '\''), 200));
    }

    private static URI uri(Mailbox mailbox) {
        try {
            return new URI("mailto", mailbox.address(), null);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
