package agency.frontline.mail;

import agency.frontline.casefile.Attachment;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.client.Channel;
import agency.frontline.mail.Delivery.State;
import agency.frontline.text.Mailbox;
import agency.frontline.text.SafeText;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes mails down in the transaction of whoever hands them in; {@link MailSender} takes them from there. */
@Component
@Transactional
class MailOutbox implements Outbox, DeliveryReports {

    private static final Logger LOG = LoggerFactory.getLogger(MailOutbox.class);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    /** Purposes of what tells of a storm, which must not fall under the rules against it. */
    private static final Set<String> OF_STORMS = Set.of("digest", "mailAlarm");

    private static final int SUBJECT_LENGTH = 200;
    private static final int TEXT_LENGTH = 1_000_000;
    private static final int RECIPIENTS_LENGTH = 400;
    private static final int REASON_LENGTH = 300;
    private static final Pattern ANSWERS_ALREADY = Pattern.compile("^\\s*re\\s*:", Pattern.CASE_INSENSITIVE);

    private final OutboxTable table;
    private final Conversation conversation;
    private final CaseNotes notes;
    private final MailSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MailOutbox(
            OutboxTable table,
            Conversation conversation,
            CaseNotes notes,
            MailSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.conversation = conversation;
        this.notes = notes;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String send(OutgoingMail mail) {
        return table.messageId(mail.idempotencyKey()).orElseGet(() -> write(mail));
    }

    private String write(OutgoingMail mail) {
        var to = onceEach(mail.to());
        if (to.isEmpty()) {
            throw new IllegalArgumentException("A mail needs a recipient: " + mail.idempotencyKey());
        }
        var thread = mail.toClient() && mail.businessKey() != null
                ? MailThread.behind(conversation.letters(mail.businessKey()))
                : MailThread.NONE;
        var subject = subject(mail, thread);
        var text = text(mail);
        var html = mail.html() == null || mail.html().length() > TEXT_LENGTH ? null : SafeText.clean(mail.html());
        var messageId = OwnMessageId.create(settings.address());
        var suppressed = tooMany(mail, to);
        table.add(mail, messageId, subject, text, html, thread, to, suppressed.orElse(null), held(mail, to));
        if (suppressed.isPresent()) {
            LOG.warn("Mail {} of {} is not sent: {}", mail.purpose(), mail.businessKey(), suppressed.get());
            if (mail.businessKey() != null) {
                notes.add(mail.businessKey(), "system", "MAIL_SUPPRESSED", mail.purpose() + ": " + suppressed.get());
            }
        } else if (mail.toClient() && mail.businessKey() != null) {
            if (mail.notBefore() == null && !mail.automatic()) {
                // A letter sent at once must not arrive before an older one that waits for the client's morning.
                table.waitNoLonger(mail.businessKey());
            }
            var leaves = mail.notBefore() == null ? clock.instant() : mail.notBefore();
            conversation.record(
                    new Message(
                            null,
                            mail.businessKey(),
                            leaves,
                            Direction.OUT,
                            Channel.EMAIL,
                            settings.address(),
                            SafeText.line(
                                    to.stream().map(Mailbox::address).collect(Collectors.joining(", ")),
                                    RECIPIENTS_LENGTH),
                            subject,
                            mail.withoutSecret(text),
                            mail.withoutSecret(html),
                            messageId,
                            mail.files().stream().map(MailOutbox::kept).toList()),
                    contents(mail.files()));
        }
        return messageId;
    }

    private static Attachment kept(MailFile file) {
        return new Attachment(null, file.name(), file.bareType(), file.content().length, null);
    }

    private static Map<Integer, byte[]> contents(List<MailFile> files) {
        return IntStream.range(0, files.size()).boxed().collect(Collectors.toMap(place -> place, place -> files.get(
                        place)
                .content()));
    }

    private static List<Mailbox> onceEach(List<Mailbox> to) {
        var byAddress = new LinkedHashMap<String, Mailbox>();
        to.forEach(mailbox -> byAddress.putIfAbsent(mailbox.address(), mailbox));
        return List.copyOf(byAddress.values());
    }

    private static String subject(OutgoingMail mail, MailThread thread) {
        var answers = thread.inReplyTo() != null
                && !ANSWERS_ALREADY.matcher(mail.subject()).lookingAt();
        return SafeText.line(answers ? "Re: " + mail.subject() : mail.subject(), SUBJECT_LENGTH);
    }

    /** A person learns that a letter is too long before it is cut; a notice may be, for it only points to the case. */
    private static String text(OutgoingMail mail) {
        if (mail.toClient()) {
            return SafeText.requireAtMost("text", mail.text(), TEXT_LENGTH);
        }
        var text = SafeText.clean(mail.text());
        return text.length() <= TEXT_LENGTH ? text : SafeText.clean(text.substring(0, TEXT_LENGTH - 1)) + "…";
    }

    /** The last net under the loop guard: two robots stop here, whatever their headers say (F6, I10). */
    private Optional<String> tooMany(OutgoingMail mail, List<Mailbox> to) {
        if (!mail.automatic() || !mail.toClient()) {
            return Optional.empty();
        }
        var most = settings.automaticPerContactAndDay();
        var since = clock.instant().minus(DAY);
        return to.stream()
                .map(Mailbox::address)
                .filter(address -> table.automaticSince(address, since) >= most)
                .findFirst()
                .map(address -> {
                    alarm(
                            MailAlarm.Kind.LOOP_STOPPED,
                            address + ":" + clock.instant().truncatedTo(ChronoUnit.DAYS),
                            address);
                    return "%s was sent %d automatic mails within a day, which is the most frontline.mail."
                                    .formatted(address, most)
                            + "automatic-per-contact-and-day allows.";
                });
    }

    /** A storm of notices fills nobody's mailbox: what is more than an hour may bring waits for a digest (O10). */
    private Set<Mailbox> held(OutgoingMail mail, List<Mailbox> to) {
        if (!mail.automatic() || mail.toClient() || OF_STORMS.contains(mail.purpose())) {
            return Set.of();
        }
        var held = new LinkedHashSet<Mailbox>();
        for (var mailbox : to) {
            if (table.holds(mailbox.address())) {
                held.add(mailbox);
            } else if (table.noticesSince(mailbox.address(), clock.instant().minus(AN_HOUR))
                    >= settings.noticesPerColleagueAndHour()) {
                held.add(mailbox);
                LOG.error("A storm of notices: what comes to {} is held for an hour", mailbox.address());
                // One alarm an hour, however many colleagues a storm hits.
                var hour = clock.instant().truncatedTo(ChronoUnit.HOURS).toString();
                alarm(MailAlarm.Kind.NOTICES_HELD, hour, mailbox.address());
            }
        }
        return held;
    }

    private void alarm(MailAlarm.Kind kind, String key, String address) {
        events.publishEvent(new MailAlarm(kind, key, address));
    }

    @Override
    public boolean bounced(String messageId, @Nullable String recipient, String reason) {
        var known = table.byMessageId(messageId);
        known.ifPresent(mail -> {
            var why = SafeText.line(reason, REASON_LENGTH);
            var failed = mail.recipients().stream()
                    .filter(candidate ->
                            mail.recipients().size() == 1 || candidate.address().equalsIgnoreCase(recipient))
                    .filter(candidate -> table.bounce(mail, candidate, why))
                    .toList();
            table.reported(
                    mail.with(mail.recipients().stream()
                            .map(each -> failed.contains(each) ? each.with(State.BOUNCED, why) : each)
                            .toList()),
                    why);
            for (var lost : failed) {
                LOG.warn("Mail {} to {} came back: {}", messageId, lost.address(), why);
                events.publishEvent(
                        new MailRefused(mail.businessKey(), mail.purpose(), messageId, lost.address(), why));
            }
        });
        return known.isPresent();
    }
}
