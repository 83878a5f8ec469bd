package agency.frontline.issue;

/** Who an unknown sender turned out to be. */
public enum SenderIs {
    NEW_CONTACT,
    EXISTING_CASE,
    NOT_FOR_US
}
