package agency.frontline.deliverable;

/** What is drafted. Which parts each kind has and what is checked before it goes out stands in tables. */
public enum DeliverableKind {
    /** C-31 */
    LETTER_OF_PROPOSAL("letter of proposal"),
    /** C-32 */
    CREATIVE_BRIEF("creative brief"),
    /** C-33 */
    POINT_OF_VIEW("point of view"),
    /** C-34 */
    PRESENTATION("presentation"),
    SCHEDULE_AND_BUDGET("schedule and budget");

    private final String words;

    DeliverableKind(String words) {
        this.words = words;
    }

    /** Within a sentence, in English, for our own people. */
    public String words() {
        return words;
    }
}
