package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.TouchBaseFlow.*;

import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.correction.CorrectionSource;
import agency.frontline.correction.flow.CorrectionsOnForm;
import agency.frontline.nextstep.flow.StepsOnForm;
import agency.frontline.notification.Notices;
import agency.frontline.touchbase.Talk;
import agency.frontline.touchbase.Thoughtfulness;
import agency.frontline.touchbase.TouchBases;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What came of the talk, where each part of it is found again (C-13, C-36, C-66, C-88). */
@Component
class RecordTouchBase implements JavaDelegate {

    private static final int PRESSURE_DAYS = 60;
    private static final int ON_THE_WATCH_LIST = 3;

    private final TouchBaseDesk desk;
    private final TouchBases touchBases;
    private final Thoughtfulness thoughtfulness;
    private final StepsOnForm steps;
    private final CorrectionsOnForm corrections;
    private final Conversation conversation;
    private final Notices notices;

    RecordTouchBase(
            TouchBaseDesk desk,
            TouchBases touchBases,
            Thoughtfulness thoughtfulness,
            StepsOnForm steps,
            CorrectionsOnForm corrections,
            Conversation conversation,
            Notices notices) {
        this.desk = desk;
        this.touchBases = touchBases;
        this.thoughtfulness = thoughtfulness;
        this.steps = steps;
        this.corrections = corrections;
        this.conversation = conversation;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var talk = desk.noted(execution);
        var key = desk.key(execution);
        var client = CLIENT.in(execution);
        var pressedBefore = touchBases.signals(client, PRESSURE_DAYS).size();
        touchBases.held(key, talk);
        corrections.note(execution, key, CorrectionSource.TOUCH_BASE, talk.corrections());
        steps.agree(execution, talk.steps());
        remember(execution, client, talk);
        conversation.record(new Message(
                key,
                desk.now(),
                Direction.IN,
                talk.channel(),
                desk.partner(execution).email(),
                OWNER.in(execution),
                SUBJECT.in(execution),
                talk.clientSaid(),
                null));
        // The model asks for these next.
        SEND_SUMMARY.set(execution, !talk.summary().isEmpty());
        WORRY.set(execution, talk.worry());
        watch(execution, client, pressedBefore);
    }

    private void remember(DelegateExecution execution, String client, Talk talk) {
        var partner = desk.partner(execution).email();
        if (talk.touchDone()) {
            thoughtfulness.done(partner);
        }
        if (!talk.touchIdea().isEmpty()) {
            thoughtfulness.think(client, partner, talk.touchIdea(), talk.touchBy());
        }
        if (talk.milestone() != null) {
            thoughtfulness.note(client, partner, talk.milestone());
        }
    }

    /** The third signal within sixty days, and only that one, puts the client on the watch list. */
    private void watch(DelegateExecution execution, String client, int before) {
        var signals = touchBases.signals(client, PRESSURE_DAYS);
        if (before < ON_THE_WATCH_LIST && signals.size() >= ON_THE_WATCH_LIST) {
            notices.watchList(
                    desk.about(execution, "watchList"),
                    desk.client(execution).team().director(),
                    OWNER.in(execution),
                    signals.stream()
                            .map(TouchBaseFormContext::inWords)
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
    }
}
