package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.client.Channel;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.engine.FormAnswers;
import agency.frontline.engine.TaskGate;
import agency.frontline.notification.PlainLanguage;
import agency.frontline.strategy.ChangeOrderDecision;
import agency.frontline.strategy.ClientDecision;
import agency.frontline.strategy.Decided;
import agency.frontline.strategy.Heard;
import agency.frontline.strategy.NextVersion;
import agency.frontline.strategy.Option;
import agency.frontline.text.Answers;
import agency.frontline.text.Nameless;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What must be heard, judged and answered before the next step makes sense; the rules are the domain's. */
@Component
class StrategyGates implements TaskGate {

    private static final Set<String> GUARDED = Set.of(
            RECORD_PLAN_BASELINE,
            LISTEN_TO_CLIENT,
            MAP_TO_PLAN,
            SHOW_HOW_PLAN_HOLDS,
            PROPOSE_OPTIONS,
            REWRITE_PREMISES,
            APPROVE_CHANGE_ORDER,
            NOTE_CLIENT_DECISION,
            RECORD_DECISION);

    private static final Set<Channel> MEETINGS = EnumSet.of(Channel.VISIT, Channel.VIDEO, Channel.PHONE);
    private static final int REASON_AT_MOST = 2000;

    private final StrategyDesk desk;

    StrategyGates(StrategyDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean guards(String processKey, String taskKey) {
        return processKey.startsWith(KEY) && GUARDED.contains(taskKey);
    }

    @Override
    public void check(DelegateTask task) {
        var execution = task.getExecution();
        var answers = FormAnswers.in(task);
        switch (task.getTaskDefinitionKey()) {
            case RECORD_PLAN_BASELINE -> PlanDraft.from(answers, desk.room(execution));
            case LISTEN_TO_CLIENT -> Heard.from(answers);
            case MAP_TO_PLAN -> desk.mapped(execution, answers);
            case SHOW_HOW_PLAN_HOLDS -> desk.answerSheet(execution, answers);
            case PROPOSE_OPTIONS -> Option.from(answers);
            case REWRITE_PREMISES -> premises(execution, answers);
            case APPROVE_CHANGE_ORDER -> changeOrder(answers);
            case NOTE_CLIENT_DECISION -> clientDecision(execution, answers);
            default -> decision(execution, answers);
        }
        answers.done();
    }

    /** The plan would be the same but for its premises, so that whatever is wrong is wrong with them. */
    private void premises(DelegateExecution execution, Answers answers) {
        var room = desk.room(execution);
        var rewritten = new NextVersion(
                desk.plan(execution),
                PlanDraft.BASELINE,
                null,
                desk.mapped(execution, FormAnswers.in(execution)),
                answers.rows(PREMISES.name()),
                null,
                "",
                "",
                null);
        PlanDraft.from(rewritten.answers(), room.later());
    }

    private static void changeOrder(Answers answers) {
        var decision = answers.requiredChoice(
                CHANGE_ORDER_DECISION.name(), ChangeOrderDecision.class, "Say what becomes of this change.");
        if (decision == ChangeOrderDecision.WAIVED) {
            answers.required(CHANGE_ORDER_REASON.name(), "Say why we do it without charging for it; it is kept.");
        } else if (decision == ChangeOrderDecision.REFUSED) {
            answers.required(CHANGE_ORDER_REASON.name(), "Say why we do not offer it; the account manager reads it.");
        }
        if (answers.text(CHANGE_ORDER_REASON.name()).length() > REASON_AT_MOST) {
            answers.refuse(CHANGE_ORDER_REASON.name(), "Say it in at most %,d characters.".formatted(REASON_AT_MOST));
        }
    }

    private void clientDecision(DelegateExecution execution, Answers answers) {
        var decision = answers.requiredChoice(
                CLIENT_DECISION.name(), ClientDecision.class, "Say what the client made of the options.");
        if (decision == ClientDecision.ACCEPTED) {
            var chosen = answers.required(CHOSEN_OPTION.name(), "Say which option they chose.");
            if (!chosen.isEmpty()
                    && desk.standing(execution).stream()
                            .noneMatch(option -> option.option().id().equals(chosen))) {
                answers.refuse(CHOSEN_OPTION.name(), "Choose one of the options that were presented.");
            }
        } else if (decision != null) {
            answers.required(CLIENT_SAID.name(), "Write down what they said, in their words; the next step needs it.");
        }
        var channel = answers.requiredChoice(PRESENTATION_CHANNEL.name(), Channel.class, "Say how you met.");
        if (channel != null && !MEETINGS.contains(channel)) {
            answers.refuse(PRESENTATION_CHANNEL.name(), "Options are presented in person, by video or on the phone.");
        }
        var presented = answers.moment(PRESENTED_ON.name());
        if (presented != null && presented.isAfter(desk.now())) {
            answers.refuse(PRESENTED_ON.name(), "It has not been presented yet; come back when it has.");
        }
        if (answers.list(ATTENDEES.name()).isEmpty()) {
            answers.refuse(ATTENDEES.name(), "Choose who was there, of the client's people and of ours.");
        }
    }

    /** The next version of the plan has to make sense before anybody is told of it. */
    private void decision(DelegateExecution execution, Answers answers) {
        // When it could have been seen, not by whom (C-27).
        Nameless.check(answers, List.of(COULD_HAVE_SEEN.name()), desk.colleagueNames(execution));
        var decided = desk.decided(execution, answers);
        PlanDraft.from(desk.nextVersion(execution, answers).answers(), desk.room(execution));
        if (answers.flag(DECISION_LETTER.name()) && !answers.flag(KEEP_AS_IS.name())) {
            plainWords(execution, answers, decided);
        }
    }

    /** What the client is going to read avoids the words of their list (C-71). */
    private void plainWords(DelegateExecution execution, Answers answers, Decided decided) {
        var jargon = PlainLanguage.jargonIn(desk.client(execution), decided.forTheClient());
        if (!jargon.isEmpty()) {
            answers.refuse(
                    KEEP_AS_IS.name(),
                    "This client does not want to read %s. Say it in plainer words, or tick \"Keep it as it is\"."
                            .formatted(jargon.stream()
                                    .map(word -> "\"" + word + "\"")
                                    .collect(Collectors.joining(", "))));
        }
    }
}
