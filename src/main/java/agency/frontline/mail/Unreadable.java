package agency.frontline.mail;

/** A mail that must not be taken apart: too deep, too many parts, or broken beyond reading (I14). Trying again is no use. */
final class Unreadable extends Exception {

    /** @param message one sentence for a person */
    Unreadable(String message) {
        super(message);
    }
}
