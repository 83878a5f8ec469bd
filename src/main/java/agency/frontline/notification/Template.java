package agency.frontline.notification;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The mails a language folder must hold, each as {@code .html} and {@code .txt}, and what each may name. */
enum Template {
    ACKNOWLEDGEMENT("acknowledgement", signed("by")),
    FIRST_VIEW("first-view", signed("view", "colleagues", "by")),
    REPLY("reply", signed("position", "positionBy", "text", "promises")),
    /** A few lines of the manager's own: chaser and update. */
    NOTE("note", signed("text")),
    NEW_OWNER("new-owner", signed("about", "previous")),
    TOO_LARGE("too-large", signed("size", "most")),
    /** The same words as in the document that goes along. */
    CONFERENCE_REPORT("conference-report", signed("report")),
    /** What a client is asked to approve; the document goes along. */
    DELIVERABLE("deliverable", signed("deliverable")),
    /** What we pledge, line by line, the same as in the document that goes along. */
    PLEDGE("pledge", signed("pledge")),
    /** What came of doubts about the plan. */
    PLAN_DECISION(
            "plan-decision",
            signed(
                    "fears",
                    "questions",
                    "decision",
                    "decidedBy",
                    "planChanges",
                    "comesIn",
                    "goesOut",
                    "endsOn",
                    "reviewOn")),
    /** Where the plan stands, in short; the whole page goes along. */
    WHERE_WE_ARE("where-we-are", signed("where")),
    /** Three questions behind one link, and the same once more. */
    PULSE("pulse", signed("opening", "link", "until")),
    /** Did we get there? Goal by goal, behind one link, and the same once more. */
    END_CHECK("end-check", signed("opening", "link", "until")),
    /** To our own people. */
    NOTICE(
            "notice",
            Set.of(
                    "language",
                    "greeting",
                    "happened",
                    "quote",
                    "due",
                    "toDo",
                    "quietWins",
                    "standIn",
                    "caseKey",
                    "casePage",
                    "tasklist"));

    private final String file;
    private final Set<String> variables;

    Template(String file, Set<String> variables) {
        this.file = file;
        this.variables = variables;
    }

    /** Path below {@code mail/}. */
    String in(Language language, String extension) {
        return language.tag() + "/" + file + "." + extension;
    }

    Set<String> variables() {
        return variables;
    }

    private static Set<String> signed(String... own) {
        var all = new HashSet<>(List.of(own));
        all.addAll(Set.of("language", "greeting", "closing", "signedBy", "reach"));
        return Set.copyOf(all);
    }
}
