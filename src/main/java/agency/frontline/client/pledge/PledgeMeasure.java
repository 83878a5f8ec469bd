package agency.frontline.client.pledge;

/** The fact of our service by which a line of a pledge is measured, or that none is (C-61). */
public enum PledgeMeasure {
    /** First responses within their time. */
    FIRST_RESPONSES("first responses in time"),
    /** Touch-bases held rather than skipped. */
    RHYTHM("touch-bases held"),
    /** Conference reports sent within their time. */
    REPORTS("conference reports in time"),
    NOT_MEASURED("not measured");

    private final String words;

    PledgeMeasure(String words) {
        this.words = words;
    }

    /** For colleagues, in lower case. */
    public String inWords() {
        return words;
    }
}
