package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.client.Channel;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.pledge.PledgeAnswer;
import agency.frontline.client.pledge.PledgeTerms;
import agency.frontline.engine.FormAnswers;
import agency.frontline.engine.TaskGate;
import agency.frontline.onboarding.AppointedTeam;
import agency.frontline.onboarding.KickOffResult;
import agency.frontline.onboarding.PeopleMet;
import agency.frontline.onboarding.PlanDecision;
import agency.frontline.onboarding.Registration;
import agency.frontline.onboarding.ScheduleAndBudget;
import agency.frontline.text.Answers;
import agency.frontline.text.Refusal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What must be known before the next step makes sense; the rules are the domain's, this says where they hold. */
@Component
class OnboardingGates implements TaskGate {

    private static final Set<String> GUARDED = Set.of(
            REGISTER_CLIENT,
            MEET_CONTACTS,
            APPOINT_TEAM,
            DRAFT_SCHEDULE_AND_BUDGET,
            WEIGH_UNREALISTIC_PLAN,
            RECORD_PLAN_BASELINE,
            AGREE_SERVICE_PLEDGE,
            SCHEDULE_KICK_OFF,
            ATTEND_KICK_OFF,
            RECORD_RULING);

    private static final Set<Channel> MEETINGS = EnumSet.of(Channel.VISIT, Channel.VIDEO, Channel.PHONE);

    /** What the directory calls a field, and what the form does. */
    private static final Map<String, String> FIELDS = Map.of(
            "tier", "tier",
            "type", "clientType",
            "team.accountManager", "accountManager",
            "team.deputy", "deputy");

    private final OnboardingDesk desk;
    private final Clients clients;

    OnboardingGates(OnboardingDesk desk, Clients clients) {
        this.desk = desk;
        this.clients = clients;
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
            case REGISTER_CLIENT -> {
                var registration = Registration.from(answers);
                answers.done();
                fits(registration.applyTo(desk.client(execution)));
            }
            case MEET_CONTACTS -> {
                var met = PeopleMet.from(answers, desk.client(execution));
                answers.done();
                fits(met.applyTo(desk.client(execution)));
            }
            case APPOINT_TEAM -> {
                var team = AppointedTeam.from(answers);
                answers.done();
                fits(team.applyTo(desk.client(execution)));
            }
            case DRAFT_SCHEDULE_AND_BUDGET -> ScheduleAndBudget.from(answers, desk.today(execution));
            case WEIGH_UNREALISTIC_PLAN -> weigh(answers);
            case RECORD_PLAN_BASELINE -> PlanDraft.from(answers, desk.planRoom(execution));
            case AGREE_SERVICE_PLEDGE -> pledge(execution, answers);
            case SCHEDULE_KICK_OFF -> schedule(answers);
            case ATTEND_KICK_OFF -> attend(answers);
            default -> ruling(answers);
        }
        answers.done();
    }

    /** The directory has rules of its own; its remedies are told under the fields of the form. */
    private void fits(Client client) {
        var faults = clients.faultsOf(client);
        if (!faults.isEmpty()) {
            throw Refusal.of(faults.stream()
                    .map(fault -> new Refusal.FieldError(field(fault.field()), fault.message()))
                    .toList());
        }
    }

    private static String field(String known) {
        if (known.startsWith("team.specialists")) {
            return "specialists";
        }
        var list = known.indexOf('[');
        return known.startsWith("contacts") || list < 0
                ? FIELDS.getOrDefault(known, known)
                : FIELDS.getOrDefault(known.substring(0, list), known.substring(0, list));
    }

    private static void weigh(Answers answers) {
        var decision = answers.requiredChoice(
                PLAN_DECISION.name(), PlanDecision.class, "Send it back to be drawn again, or accept it.");
        if (decision == PlanDecision.ACCEPT) {
            answers.required(
                    PLAN_DECISION_REASON.name(), "Say why we promise what the table does not believe in; it is kept.");
        }
    }

    private void pledge(DelegateExecution execution, Answers answers) {
        var contacts = desk.client(execution).contacts();
        if (PLEDGE_VERSION.find(execution).isPresent()) {
            var answer = PledgeAnswer.from(answers, contacts, desk.today(execution));
            if (answer.outcome() == PledgeAnswer.Outcome.ACCEPTED) {
                return;
            }
        }
        PledgeTerms.from(answers, contacts);
    }

    private void schedule(Answers answers) {
        toCome(answers);
        var channel = answers.requiredChoice(CHANNEL.name(), Channel.class, "Say how you meet.");
        if (channel != null && !MEETINGS.contains(channel)) {
            answers.refuse(CHANNEL.name(), "People kick off in person, by video or on the phone.");
        }
        if (answers.list(ATTENDEES.name()).isEmpty()) {
            answers.refuse(ATTENDEES.name(), "Choose who comes, of the client's people and of ours.");
        }
    }

    private void attend(Answers answers) {
        var result = answers.requiredChoice(
                KICK_OFF_RESULT.name(), KickOffResult.class, "Say whether it was held or has moved.");
        if (result == KickOffResult.MOVED) {
            toCome(answers);
        } else {
            var began = answers.moment(BEGAN_AT.name());
            if (began != null && began.isAfter(desk.now())) {
                answers.refuse(
                        BEGAN_AT.name(), "It has not begun yet. Say when it began once it has, or that it moves.");
            }
        }
    }

    private void toCome(Answers answers) {
        var start = answers.moment(KICK_OFF_ON.name());
        if (answers.text(KICK_OFF_ON.name()).isEmpty()) {
            answers.refuse(KICK_OFF_ON.name(), "Choose the day and hour.");
        } else if (start != null && !start.isAfter(desk.now())) {
            answers.refuse(KICK_OFF_ON.name(), "Choose an hour that is still to come.");
        }
    }

    private static void ruling(Answers answers) {
        answers.required(RULING.name(), "Write down what was decided, in their words.");
        answers.required(DECIDED_BY.name(), "Say who at the client decided it.");
    }
}
