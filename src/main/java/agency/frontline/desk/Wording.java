package agency.frontline.desk;

import agency.frontline.audit.CaseStory;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import agency.frontline.mail.Delivery;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What the pages call things that are constants or numbers to us. */
final class Wording {

    /** How another case has to do with this one, by the name of the relation. */
    static final Map<String, String> RELATED = Map.of(
            CaseStory.Related.How.REOPENS.name(), "Carries on ",
            CaseStory.Related.How.REOPENED_BY.name(), "Carried on by ",
            CaseStory.Related.How.MERGED_INTO.name(), "Merged into ",
            CaseStory.Related.How.MERGED_HERE.name(), "Carries on, after a merge, ");

    private Wording() {}

    static String of(Status status) {
        return switch (status) {
            case OPEN -> "Open, our turn";
            case WAITING_FOR_CLIENT -> "Waiting for the client";
            case RESOLVED -> "Resolved";
            case WITHDRAWN -> "Withdrawn";
            case MERGED -> "Merged";
        };
    }

    static String of(Channel channel) {
        return switch (channel) {
            case EMAIL -> "mail";
            case PHONE -> "phone";
            case VIDEO -> "video call";
            case VISIT -> "visit";
            case TEXT -> "text message";
            case WEB -> "web";
        };
    }

    static String of(Delivery.State state) {
        return switch (state) {
            case PENDING -> "Waits to be sent";
            case SENT -> "Delivered to the mail server";
            case FAILED -> "Not delivered";
            case BOUNCED -> "Came back undelivered";
            case SUPPRESSED -> "Not sent by itself; this address had its share of automatic mails";
        };
    }

    static String of(Direction direction) {
        return direction == Direction.IN ? "The client" : "We";
    }

    /** "1.4 MB"; whole units where a fraction would say nothing. */
    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " bytes";
        }
        if (bytes < 1024 * 1024) {
            return Math.round(bytes / 1024.0) + " kB";
        }
        return String.format(Locale.ENGLISH, "%.1f MB", bytes / (1024.0 * 1024));
    }

    /** "2 days 3 hours", "40 minutes"; "no time" for less than a minute. */
    static String duration(Duration time) {
        if (time.toMinutes() == 0) {
            return "no time";
        }
        if (time.toHours() == 0) {
            return count(time.toMinutes(), "minute");
        }
        if (time.toDays() == 0) {
            var minutes = time.toMinutesPart();
            return count(time.toHours(), "hour") + (minutes == 0 ? "" : " " + count(minutes, "minute"));
        }
        var hours = time.toHoursPart();
        return count(time.toDays(), "day") + (hours == 0 ? "" : " " + count(hours, "hour"));
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    /** "firstResponse" and "ATTACHMENT_READ" as a reader would write them. */
    static String humanised(String name) {
        var words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replace('_', ' ')
                .replace('-', ' ')
                .toLowerCase(Locale.ROOT)
                .strip();
        return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String note(String kind) {
        return switch (kind) {
            case "CONTACT_LOGGED" -> "Logged a contact";
            case "OWNER_CHANGED" -> "Handed the case over";
            case "WITHDRAWN" -> "Withdrew the case";
            case "STEP_RETRIED" -> "Let a failed step try again";
            case "MAIL_TRIED_AGAIN" -> "Let a mail try again";
            case "MAIL_GIVEN_UP" -> "Gave a mail up";
            case "CASE_CLOSED" -> "Closed a case whose process was gone";
            case "MERGED" -> "Merged cases";
            case "PULSE_NOT_SENT" -> "Did not ask how we are doing";
            case "PULSE_NOT_REPEATED" -> "Did not remind of the question";
            case "AUTOMATIC_MESSAGE" -> "An automatic message came in";
            case "CLIENT_ANSWERED" -> "The client has answered, apart";
            case "ATTACHMENT_READ" -> "Downloaded a file";
            default -> humanised(kind);
        };
    }
}
