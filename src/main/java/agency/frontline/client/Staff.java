package agency.frontline.client;

/** Who works at the agency. Asked before somebody is put on a client's team; without an answerer nothing is checked. */
public interface Staff {

    /** Whether this user exists and is a member of this group, such as {@code account-managers}. */
    boolean isIn(String user, String group);
}
