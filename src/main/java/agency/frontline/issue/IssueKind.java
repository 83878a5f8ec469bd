package agency.frontline.issue;

/** The six things an issue can be, each with its goal and the question that closes it (C-01). */
public enum IssueKind {
    PROBLEM("rectified", "Ask the client: is it put right?", false),
    OPPORTUNITY("exploited", "Ask the client: did we make the most of it?", false),
    QUESTION("answered", "Ask the client: is your question answered?", false),
    ANXIETY("calmed", "Ask the client: do you feel at ease about it now?", true),
    ANGER("defused", "Ask the client: is the anger gone, not only its cause? Is it defused?", true),
    ACCOUNT_AT_RISK("saved", "Ask the client: do you want to go on with us?", true);

    private final String goal;
    private final String closingQuestion;
    private final boolean moodMatters;

    IssueKind(String goal, String closingQuestion, boolean moodMatters) {
        this.goal = goal;
        this.closingQuestion = closingQuestion;
        this.moodMatters = moodMatters;
    }

    /** What it is when it has ended well, as a participle. */
    public String goal() {
        return goal;
    }

    public String closingQuestion() {
        return closingQuestion;
    }

    /** Whether the mood before and after is asked at the close (C-72). */
    public boolean moodMatters() {
        return moodMatters;
    }
}
