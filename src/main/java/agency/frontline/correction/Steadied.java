package agency.frontline.correction;

/** How often a client who doubted was steadied, and how often without seniors; the module that keeps resets answers (C-87). */
public interface Steadied {

    /** @param of all resets that were decided */
    record Share(int withoutSeniors, int of) {}

    /** Of the resets of the last days. */
    Share steadied(String client, int days);
}
