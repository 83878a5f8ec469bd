package agency.frontline.meeting.flow;

import static agency.frontline.meeting.flow.ConferenceReportFlow.*;

import agency.frontline.engine.FormContext;
import agency.frontline.meeting.Attendee.Side;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the form of a report shows beside its fields: the meeting, the people to choose from, the words to avoid. */
@Component
class MeetingFormContext implements FormContext {

    private final MeetingDesk desk;

    MeetingFormContext(MeetingDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean serves(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public Map<String, Function<DelegateTask, @Nullable Object>> values() {
        return Map.of(
                REPORT_BY_TEXT.name(),
                        on(execution -> REPORT_BY
                                .find(execution)
                                .map(by -> "It is due by " + desk.inWords(execution, by) + ".")
                                .orElse(null)),
                MEETING_TEXT.name(), on(this::meeting),
                ATTENDEE_OPTIONS.name(), on(this::people),
                STEP_OWNERS.name(), on(this::people),
                JARGON_TO_AVOID.name(), on(this::jargon));
    }

    private static Function<DelegateTask, @Nullable Object> on(Function<DelegateExecution, @Nullable Object> value) {
        return task -> value.apply(task.getExecution());
    }

    private String meeting(DelegateExecution execution) {
        var meeting = desk.meeting(execution);
        var how =
                switch (meeting.channel()) {
                    case VISIT -> "in person";
                    case VIDEO -> "by video";
                    default -> "on the phone";
                };
        return "%s, %s, %s".formatted(desk.client(execution).name(), how, desk.inWords(execution, meeting.startedAt()));
    }

    private SpinJsonNode people(DelegateExecution execution) {
        var options = Spin.JSON("[]");
        var client = desk.client(execution).code();
        desk.candidates(execution)
                .forEach(person -> options.append(Spin.JSON("{}")
                        .prop(
                                "label",
                                person.side() == Side.CLIENT ? person.name() + " (" + client + ")" : person.name())
                        .prop("value", person.id())));
        return options;
    }

    private SpinJsonNode jargon(DelegateExecution execution) {
        var words = Spin.JSON("[]");
        desk.client(execution).ethos().jargonToAvoid().forEach(words::append);
        return words;
    }
}
