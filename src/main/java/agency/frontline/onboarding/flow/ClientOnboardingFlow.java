package agency.frontline.onboarding.flow;

import agency.frontline.client.Channel;
import agency.frontline.client.Tier;
import agency.frontline.client.Type;
import agency.frontline.engine.Variable;
import agency.frontline.flow.CaseDesk;
import agency.frontline.flow.WordsOnForms;
import agency.frontline.onboarding.KickOffResult;
import agency.frontline.onboarding.Pace;
import agency.frontline.onboarding.PlanDecision;
import agency.frontline.onboarding.PlanJudgement;
import java.time.Instant;
import java.util.Set;
import org.camunda.spin.json.SpinJsonNode;

/** What Java knows of {@code processes/client-onboarding.bpmn}. */
final class ClientOnboardingFlow {

    static final String KEY = "clientOnboarding";

    // Messages
    static final String CLIENT_WITHDREW = "clientOnboarding.clientWithdrew";
    static final String WISHES_CONFLICTED = "clientOnboarding.wishesConflicted";
    static final Set<String> MESSAGES = Set.of(CLIENT_WITHDREW, WISHES_CONFLICTED);

    // Tasks and events that Java looks for
    static final String REGISTER_CLIENT = "registerClient";
    static final String MEET_CONTACTS = "meetContacts";
    static final String APPOINT_TEAM = "appointTeam";
    static final String WRITE_LETTER_OF_PROPOSAL = "writeLetterOfProposal";
    static final String WRITE_CREATIVE_BRIEF = "writeCreativeBrief";
    static final String DRAFT_SCHEDULE_AND_BUDGET = "draftScheduleAndBudget";
    static final String WEIGH_UNREALISTIC_PLAN = "weighUnrealisticPlan";
    static final String RECORD_PLAN_BASELINE = "recordPlanBaseline";
    static final String AGREE_SERVICE_PLEDGE = "agreeServicePledge";
    static final String SCHEDULE_KICK_OFF = "scheduleKickOff";
    static final String ATTEND_KICK_OFF = "attendKickOff";
    static final String HOLD_KICK_OFF = "holdKickOff";
    static final String TOUCH_BASE_WITH_CLIENT = "touchBaseWithClient";
    static final String ASK_FOR_PULSE = "askForPulse";
    static final String RECORD_RULING = "recordRuling";
    static final String ONBOARDING_BEHIND = "onboardingBehind";
    static final String ONBOARDING_STUCK = "onboardingStuck";
    static final String CLIENT_ONBOARDED = "clientOnboarded";

    // Start
    static final Variable<String> CLIENT = CaseDesk.CLIENT;
    static final Variable<String> OWNER = CaseDesk.OWNER;
    static final Variable<String> DIRECTOR = Variable.text("director");
    static final Variable<String> CLIENT_NAME = Variable.text("clientName");
    static final Variable<String> CONTACT = Variable.text("contact");
    static final Variable<String> CONTACT_NAME = Variable.text("contactName");
    static final Variable<String> PURPOSE = Variable.text("purpose");
    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<Boolean> MORE_TO_SAY = Variable.flag("moreToSay");

    // What is known already
    static final Variable<Boolean> EXISTING_CLIENT = Variable.flag("existingClient");
    static final Variable<Boolean> CLIENT_REGISTERED = Variable.flag("clientRegistered");
    static final Variable<Boolean> PEOPLE_MET = Variable.flag("peopleMet");
    static final Variable<Boolean> TEAM_APPOINTED = Variable.flag("teamAppointed");
    static final Variable<Boolean> PLAN_RECORDED = Variable.flag("planRecorded");
    static final Variable<Boolean> PLEDGE_ACCEPTED = Variable.flag("pledgeAccepted");

    // Course and pace
    static final Variable<Boolean> LETTER_NEEDED = Variable.flag("letterNeeded");
    static final Variable<Boolean> BUDGET_NEEDED = Variable.flag("budgetNeeded");
    static final Variable<Boolean> BRIEF_NEEDED = Variable.flag("briefNeeded");
    static final Variable<Boolean> KICK_OFF_NEEDED = Variable.flag("kickOffNeeded");
    static final Variable<Integer> REQUESTS_PER_DAY = Variable.integer("requestsPerDay");
    static final Variable<Integer> BEHIND_AFTER_DAYS = Variable.integer("behindAfterDays");
    static final Variable<Integer> STUCK_AFTER_DAYS = Variable.integer("stuckAfterDays");
    static final Variable<String> TOUCH_BASE_ON_DAYS = Variable.text("touchBaseOnDays");
    static final Variable<String> PULSE_ON_DAYS = Variable.text("pulseOnDays");
    static final Variable<SpinJsonNode> TOUCH_BASE_DAYS = Variable.json("touchBaseDays");
    static final Variable<SpinJsonNode> PULSE_DAYS = Variable.json("pulseDays");
    static final Variable<Integer> PROGRESS = Variable.integer("progress");
    static final Variable<Pace> PACE = Variable.choice("pace", Pace.class);
    static final Variable<Instant> STEP_BY = Variable.instant("stepBy");

    // Who they are
    static final Variable<Tier> TIER = Variable.choice("tier", Tier.class);
    static final Variable<Type> CLIENT_TYPE = Variable.choice("clientType", Type.class);
    static final Variable<String> TIME_ZONE = Variable.text("timeZone");
    static final Variable<String> HOLIDAY_CALENDAR = Variable.text("holidayCalendar");
    static final Variable<SpinJsonNode> LANGUAGES = Variable.json("languages");
    static final Variable<String> MAIL_DOMAINS = Variable.text("mailDomains");
    static final Variable<String> TONE = Variable.text("tone");
    static final Variable<String> JARGON_TO_AVOID = Variable.text("jargonToAvoid");
    static final Variable<SpinJsonNode> CONTACTS = Variable.json("contacts");
    static final Variable<String> ACCOUNT_MANAGER = Variable.text("accountManager");
    static final Variable<String> DEPUTY = Variable.text("deputy");
    static final Variable<SpinJsonNode> SPECIALISTS = Variable.json("specialists");

    // Schedule and budget
    static final Variable<String> PLANNED_END = Variable.text("plannedEnd");
    static final Variable<Integer> BUFFER_DAYS = Variable.integer("bufferDays");
    static final Variable<Integer> BUDGET_AMOUNT = Variable.integer("budgetAmount");
    static final Variable<Integer> BUFFER_PERCENT = Variable.integer("bufferPercent");
    static final Variable<Integer> CONTINGENCY_PERCENT = Variable.integer("contingencyPercent");
    static final Variable<Integer> CAPACITY_PERCENT = Variable.integer("capacityPercent");
    static final Variable<PlanJudgement> PLAN_JUDGEMENT = Variable.choice("planJudgement", PlanJudgement.class);
    static final Variable<String> PLAN_JUDGEMENT_WHY = Variable.text("planJudgementWhy");
    static final Variable<PlanDecision> PLAN_DECISION = Variable.choice("planDecision", PlanDecision.class);
    static final Variable<String> PLAN_DECISION_REASON = Variable.text("planDecisionReason");

    // Documents
    static final Variable<String> LETTER_TITLE = Variable.text("letterTitle");
    static final Variable<String> BRIEF_TITLE = Variable.text("briefTitle");

    // The plan, as the domain reads it
    static final Variable<SpinJsonNode> GOALS = Variable.json("goals");
    static final Variable<SpinJsonNode> PREMISES = Variable.json("premises");
    static final Variable<SpinJsonNode> SECTIONS = Variable.json("sections");
    static final Variable<SpinJsonNode> WORK_ITEMS = Variable.json("workItems");
    static final Variable<SpinJsonNode> BOUGHT_IN_BY = Variable.json("boughtInBy");
    static final Variable<String> SCOPE_IN = Variable.text("scopeIn");
    static final Variable<String> SCOPE_OUT = Variable.text("scopeOut");
    static final Variable<String> HOURS_AGREED = Variable.text("hoursAgreed");
    static final Variable<String> MONEY_AGREED = Variable.text("moneyAgreed");
    static final Variable<String> CURRENCY = Variable.text("currency");
    static final Variable<String> BOUGHT_IN_ON = Variable.text("boughtInOn");
    static final Variable<String> ENDS_ON = Variable.text("endsOn");

    // The pledge, as the domain reads it
    static final Variable<Integer> EMAIL_HOURS = Variable.integer("emailHours");
    static final Variable<Integer> PHONE_HOURS = Variable.integer("phoneHours");
    static final Variable<Integer> TEXT_HOURS = Variable.integer("textHours");
    static final Variable<Integer> RHYTHM_DAYS = Variable.integer("rhythmDays");
    static final Variable<Integer> REPORT_DAYS = Variable.integer("reportDays");
    static final Variable<Integer> BAD_NEWS_HOURS = Variable.integer("badNewsHours");
    static final Variable<String> BAD_NEWS_BY = Variable.text("badNewsBy");
    static final Variable<String> DECISION_WAY = Variable.text("decisionWay");
    static final Variable<String> FURTHER_PLEDGES = Variable.text("furtherPledges");
    static final Variable<String> ACCEPTED_BY = Variable.text("acceptedBy");
    static final Variable<String> ACCEPTED_ON = Variable.text("acceptedOn");
    static final Variable<String> PLEDGE_OUTCOME = Variable.text("pledgeOutcome");
    static final Variable<Integer> PLEDGE_VERSION = Variable.integer("pledgeVersion");
    static final Variable<String> CLIENT_WISH = Variable.text("clientWish");

    // Kick-off and the first months
    static final Variable<String> KICK_OFF_ON = Variable.text("kickOffOn");
    static final Variable<Instant> KICK_OFF_AT = Variable.instant("kickOffAt");
    static final Variable<String> KICK_OFF_PLACE = Variable.text("kickOffPlace");
    static final Variable<String> KICK_OFF_TITLE = Variable.text("kickOffTitle");
    static final Variable<KickOffResult> KICK_OFF_RESULT = Variable.choice("kickOffResult", KickOffResult.class);
    static final Variable<String> BEGAN_AT = Variable.text("beganAt");
    static final Variable<Instant> KICK_OFF_BEGAN = Variable.instant("kickOffBegan");
    static final Variable<Channel> CHANNEL = Variable.choice("channel", Channel.class);
    static final Variable<SpinJsonNode> ATTENDEES = Variable.json("attendees");
    static final Variable<SpinJsonNode> TOUCH_BASE_DAY = Variable.json("touchBaseDay");
    static final Variable<SpinJsonNode> PULSE_DAY = Variable.json("pulseDay");
    static final Variable<String> TOUCH_BASE_OUTCOME = Variable.text("touchBaseOutcome");
    static final Variable<String> SATISFACTION_PULSE_OUTCOME = Variable.text("satisfactionPulseOutcome");
    static final Variable<String> CONFERENCE_REPORT_OUTCOME = Variable.text("conferenceReportOutcome");
    static final Variable<Instant> TOUCH_BASE_ON = Variable.instant("touchBaseOn");
    static final Variable<Instant> PULSE_ON = Variable.instant("pulseOn");

    // What the client wrote meanwhile
    static final Variable<String> CLIENT_WORDS = WordsOnForms.CLIENT_WORDS;

    // Two people, two wishes
    static final Variable<SpinJsonNode> WISHES = Variable.json("wishes");
    static final Variable<String> DECIDER = Variable.text("decider");
    static final Variable<String> RULING = Variable.text("ruling");
    static final Variable<String> DECIDED_BY = Variable.text("decidedBy");
    static final Variable<Instant> RULING_BY = Variable.instant("rulingBy");

    // The end
    static final Variable<String> REASON = Variable.text("reason");
    static final Variable<String> OUTCOME = Variable.text("clientOnboardingOutcome");
    static final Variable<String> DELIVERABLE_REVIEW_OUTCOME = Variable.text("deliverableReviewOutcome");

    // Shown by the forms
    static final Variable<String> PROGRESS_TEXT = Variable.text("progressText");
    static final Variable<String> PURPOSE_TEXT = Variable.text("purposeText");
    static final Variable<SpinJsonNode> TIME_ZONES = Variable.json("timeZones");
    static final Variable<SpinJsonNode> HOLIDAY_CALENDARS = Variable.json("holidayCalendars");
    static final Variable<SpinJsonNode> LANGUAGE_OPTIONS = Variable.json("languageOptions");
    static final Variable<SpinJsonNode> MANAGER_OPTIONS = Variable.json("managerOptions");
    static final Variable<SpinJsonNode> SPECIALIST_OPTIONS = Variable.json("specialistOptions");
    static final Variable<SpinJsonNode> CLIENT_PEOPLE = Variable.json("clientPeople");
    static final Variable<SpinJsonNode> ATTENDEE_OPTIONS = Variable.json("attendeeOptions");
    static final Variable<String> PLAN_FACTS_TEXT = Variable.text("planFactsText");
    static final Variable<String> KICK_OFF_TEXT = Variable.text("kickOffText");
    static final Variable<String> LAST_WISH_TEXT = Variable.text("lastWishText");
    static final Variable<String> PLEDGE_TEXT = Variable.text("pledgeText");
    static final Variable<Boolean> PLEDGE_SENT = Variable.flag("pledgeSent");
    static final Variable<String> WISHES_TEXT = Variable.text("wishesText");

    private ClientOnboardingFlow() {}
}
