package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.notification.Letters;
import agency.frontline.onboarding.Onboardings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** What the table of courses decided: which parts there are, how many requests a day, when it stands still (C-63, F9). */
@Component
class CourseChosen implements ExecutionListener {

    private final OnboardingDesk desk;
    private final Onboardings onboardings;
    private final Letters letters;

    CourseChosen(OnboardingDesk desk, Onboardings onboardings, Letters letters) {
        this.desk = desk;
        this.onboardings = onboardings;
        this.letters = letters;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var course = ((DmnDecisionResult) execution.getVariable("decisionResult")).getSingleResult();
        LETTER_NEEDED.set(execution, course.getEntry(LETTER_NEEDED.name()));
        BUDGET_NEEDED.set(execution, course.getEntry(BUDGET_NEEDED.name()));
        BRIEF_NEEDED.set(execution, course.getEntry(BRIEF_NEEDED.name()));
        KICK_OFF_NEEDED.set(execution, course.getEntry(KICK_OFF_NEEDED.name()));
        REQUESTS_PER_DAY.set(execution, Math.max(1, course.<Integer>getEntry(REQUESTS_PER_DAY.name())));
        BEHIND_AFTER_DAYS.set(execution, course.getEntry(BEHIND_AFTER_DAYS.name()));
        STUCK_AFTER_DAYS.set(execution, course.getEntry(STUCK_AFTER_DAYS.name()));
        TOUCH_BASE_DAYS.set(execution, days(course, TOUCH_BASE_ON_DAYS.name()));
        PULSE_DAYS.set(execution, days(course, PULSE_ON_DAYS.name()));
        onboardings.atMostADay(desk.key(execution), REQUESTS_PER_DAY.in(execution));
        onboardings.consistsOf(desk.key(execution), parts(execution));
        LETTER_TITLE.set(execution, title(execution, "LETTER_OF_PROPOSAL"));
        BRIEF_TITLE.set(execution, title(execution, "CREATIVE_BRIEF"));
        desk.moved(execution);
    }

    /** What the document is called in the language in which the client reads it. */
    private String title(DelegateExecution execution, String kind) {
        var letter = desk.letter(execution, desk.lead(execution), List.of());
        return letters.phrase(letter, "deliverable.kind." + kind, Map.of()) + ": " + CLIENT_NAME.in(execution);
    }

    private static SpinJsonNode days(DmnDecisionResultEntries course, String output) {
        var days = Spin.JSON("[]");
        Arrays.stream(course.<String>getEntry(output).split("\\D+"))
                .filter(day -> !day.isEmpty())
                .map(Integer::valueOf)
                .forEach(days::append);
        return days;
    }

    private static ArrayList<String> parts(DelegateExecution execution) {
        var parts = new ArrayList<String>();
        if (LETTER_NEEDED.in(execution)) {
            parts.add(WRITE_LETTER_OF_PROPOSAL);
        }
        if (BUDGET_NEEDED.in(execution)) {
            parts.add(DRAFT_SCHEDULE_AND_BUDGET);
        }
        if (BRIEF_NEEDED.in(execution)) {
            parts.add(WRITE_CREATIVE_BRIEF);
        }
        if (KICK_OFF_NEEDED.in(execution)) {
            parts.add(ATTEND_KICK_OFF);
            parts.add(HOLD_KICK_OFF);
            TOUCH_BASE_DAYS.in(execution).elements().forEach(day -> parts.add(part(TOUCH_BASE_WITH_CLIENT, day)));
            PULSE_DAYS.in(execution).elements().forEach(day -> parts.add(part(ASK_FOR_PULSE, day)));
        }
        return parts;
    }

    /** A step that comes more than once is a part on each of its days. */
    static String part(String step, SpinJsonNode day) {
        return step + "/" + day.numberValue().intValue();
    }
}
