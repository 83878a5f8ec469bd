package agency.frontline.issue;

/** What the account manager does about a silent client. */
public enum FollowUpAction {
    SEND_CHASER,
    CLIENT_SPOKE
}
