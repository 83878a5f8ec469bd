package agency.frontline.strategy.flow;

import agency.frontline.client.Channel;
import agency.frontline.client.plan.PremiseState;
import agency.frontline.correction.Effect;
import agency.frontline.engine.Variable;
import agency.frontline.flow.CaseDesk;
import agency.frontline.flow.WordsOnForms;
import agency.frontline.strategy.ChangeOrderDecision;
import agency.frontline.strategy.ClientDecision;
import agency.frontline.strategy.PlanImpact;
import agency.frontline.strategy.ScopeVerdict;
import java.time.Instant;
import org.camunda.spin.json.SpinJsonNode;

/** What Java knows of {@code processes/strategy-reset.bpmn}, {@code plan-impact.dmn} and {@code scope-check.dmn}. */
final class StrategyResetFlow {

    static final String KEY = "strategyReset";

    // Tasks and ends that Java looks for
    static final String RECORD_PLAN_BASELINE = "recordPlanBaseline";
    static final String LISTEN_TO_CLIENT = "listenToClient";
    static final String MAP_TO_PLAN = "mapToPlan";
    static final String SHOW_HOW_PLAN_HOLDS = "showHowPlanHolds";
    static final String PROPOSE_OPTIONS = "proposeOptions";
    static final String REWRITE_PREMISES = "rewritePremises";
    static final String APPROVE_CHANGE_ORDER = "approveChangeOrder";
    static final String NOTE_CLIENT_DECISION = "noteClientDecision";
    static final String RECORD_DECISION = "recordDecision";
    static final String PRESENTATION_REPORTED = "presentationReported";

    // Start
    static final Variable<String> CLIENT = CaseDesk.CLIENT;
    static final Variable<String> OWNER = CaseDesk.OWNER;
    static final Variable<String> DIRECTOR = Variable.text("director");
    static final Variable<String> CONTACT = Variable.text("contact");
    static final Variable<Channel> CHANNEL = Variable.choice("channel", Channel.class);
    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<String> CLIENT_WORDS = WordsOnForms.CLIENT_WORDS;
    static final Variable<String> PARENT_CASE = Variable.text("parentCase");
    static final Variable<Boolean> PLAN_AGREED = Variable.flag("planAgreed");
    static final Variable<Instant> STEP_BY = Variable.instant("stepBy");
    static final Variable<String> OUTCOME = Variable.text("strategyResetOutcome");

    // The plan, where it was never written down: the form of the baseline, see PlanDraft
    static final Variable<SpinJsonNode> GOALS = Variable.json("goals");
    static final Variable<SpinJsonNode> PREMISES = Variable.json("premises");
    static final Variable<SpinJsonNode> SECTIONS = Variable.json("sections");
    static final Variable<SpinJsonNode> WORK_ITEMS = Variable.json("workItems");
    static final Variable<String> SCOPE_IN = Variable.text("scopeIn");
    static final Variable<String> SCOPE_OUT = Variable.text("scopeOut");
    static final Variable<String> HOURS_AGREED = Variable.text("hoursAgreed");
    static final Variable<String> MONEY_AGREED = Variable.text("moneyAgreed");
    static final Variable<String> CURRENCY = Variable.text("currency");
    static final Variable<SpinJsonNode> BOUGHT_IN_BY = Variable.json("boughtInBy");
    static final Variable<String> BOUGHT_IN_ON = Variable.text("boughtInOn");
    static final Variable<Boolean> MORE_TO_SAY = Variable.flag("moreToSay");

    // What was heard, and what it means for the plan
    static final Variable<SpinJsonNode> FEARS = Variable.json("fears");
    static final Variable<SpinJsonNode> QUESTIONS = Variable.json("questions");
    static final Variable<SpinJsonNode> NEW_INFORMATION = Variable.json("newInformation");
    static final Variable<String> UNSAID = Variable.text("unsaid");
    static final Variable<SpinJsonNode> MAPPED_QUESTIONS = Variable.json("mappedQuestions");
    static final Variable<SpinJsonNode> WEIGHED_INFORMATION = Variable.json("weighedInformation");
    static final Variable<Effect> SCOPE_EFFECT = Variable.choice("scopeEffect", Effect.class);
    static final Variable<Effect> BUDGET_EFFECT = Variable.choice("budgetEffect", Effect.class);
    static final Variable<Effect> SCHEDULE_EFFECT = Variable.choice("scheduleEffect", Effect.class);
    static final Variable<PremiseState> PREMISE_STATE = Variable.choice("premiseState", PremiseState.class);
    static final Variable<PlanImpact> PLAN_IMPACT = Variable.choice("planImpact", PlanImpact.class);
    static final Variable<String> PLAN_IMPACT_WHY = Variable.text("planImpactWhy");
    static final Variable<SpinJsonNode> ANSWER_SHEET = Variable.json("answerSheet");

    // Options and their scope
    static final Variable<SpinJsonNode> OPTIONS = Variable.json("options");
    static final Variable<SpinJsonNode> OPTION = Variable.json("option");
    static final Variable<Boolean> PREMISES_CHANGE = Variable.flag("premisesChange");
    static final Variable<Boolean> PREMISES_REWRITTEN = Variable.flag("premisesRewritten");
    static final Variable<Integer> HOURS_PERCENT = Variable.integer("hoursPercent");
    static final Variable<Integer> MONEY_PERCENT = Variable.integer("moneyPercent");
    static final Variable<Boolean> LEAVES_SOMETHING_OUT = Variable.flag("leavesSomethingOut");
    static final Variable<ScopeVerdict> SCOPE_VERDICT = Variable.choice("scopeVerdict", ScopeVerdict.class);
    static final Variable<String> SCOPE_VERDICT_WHY = Variable.text("scopeVerdictWhy");
    static final Variable<SpinJsonNode> JUDGED_OPTIONS = Variable.json("judgedOptions");
    static final Variable<Boolean> CHANGE_ORDER_NEEDED = Variable.flag("changeOrderNeeded");
    static final Variable<SpinJsonNode> CHANGE_ORDERS = Variable.json("changeOrders");
    static final Variable<SpinJsonNode> CHANGE_ORDER = Variable.json("changeOrder");
    static final Variable<ChangeOrderDecision> CHANGE_ORDER_DECISION =
            Variable.choice("changeOrderDecision", ChangeOrderDecision.class);
    static final Variable<String> CHANGE_ORDER_REASON = Variable.text("changeOrderReason");

    // Point of view and presentation
    static final Variable<String> POINT_OF_VIEW_TITLE = Variable.text("pointOfViewTitle");
    static final Variable<String> POINT_OF_VIEW_PURPOSE = Variable.text("pointOfViewPurpose");
    static final Variable<String> DELIVERABLE_REVIEW_OUTCOME = Variable.text("deliverableReviewOutcome");
    static final Variable<String> PRESENTATION_TITLE = Variable.text("presentationTitle");
    static final Variable<Channel> PRESENTATION_CHANNEL = Variable.choice("presentationChannel", Channel.class);
    static final Variable<String> PRESENTED_ON = Variable.text("presentedOn");
    static final Variable<Instant> PRESENTED_AT = Variable.instant("presentedAt");
    static final Variable<SpinJsonNode> ATTENDEES = Variable.json("attendees");
    static final Variable<ClientDecision> CLIENT_DECISION = Variable.choice("clientDecision", ClientDecision.class);
    static final Variable<String> CHOSEN_OPTION = Variable.text("chosenOption");
    static final Variable<String> CLIENT_SAID = Variable.text("clientSaid");
    static final Variable<String> CONFERENCE_REPORT_OUTCOME = Variable.text("conferenceReportOutcome");
    static final Variable<String> ACCOUNT_RESCUE_OUTCOME = Variable.text("accountRescueOutcome");

    // The decision
    static final Variable<String> DECISION_TEXT = Variable.text("decision");
    static final Variable<String> DECIDED_BY = Variable.text("decidedBy");
    static final Variable<String> RISK_TAKEN = Variable.text("riskTaken");
    static final Variable<String> REVIEW_ON = Variable.text("reviewOn");
    static final Variable<SpinJsonNode> FEAR_ANSWERS = Variable.json("fearAnswers");
    static final Variable<String> COULD_HAVE_SEEN = Variable.text("couldHaveSeen");
    static final Variable<String> BITES_ON = Variable.text("bitesOn");
    static final Variable<Boolean> PLAN_TEXT_CHANGES = Variable.flag("planTextChanges");
    static final Variable<String> ADD_TO_SCOPE = Variable.text("addToScope");
    static final Variable<String> TAKE_OUT_OF_SCOPE = Variable.text("takeOutOfScope");
    static final Variable<String> ENDS_ON = Variable.text("endsOn");
    static final Variable<Boolean> DECISION_LETTER = Variable.flag("decisionLetter");
    static final Variable<Boolean> SEND_NOW = Variable.flag("sendNow");
    static final Variable<Boolean> KEEP_AS_IS = Variable.flag("keepAsIs");

    // Shown by the forms
    static final Variable<String> PLAN_TEXT = Variable.text("planText");
    static final Variable<String> HEARD_TEXT = Variable.text("heardText");
    static final Variable<String> IMPACT_TEXT = Variable.text("impactText");
    static final Variable<String> LEFT_TEXT = Variable.text("leftText");
    static final Variable<String> CHANGE_TEXT = Variable.text("changeText");
    static final Variable<String> PURPOSE_TEXT = Variable.text("purposeText");
    static final Variable<String> PROGRESS_TEXT = Variable.text("progressText");
    static final Variable<String> PLAN_FACTS_TEXT = Variable.text("planFactsText");
    static final Variable<SpinJsonNode> PLAN_PARTS = Variable.json("planParts");
    static final Variable<SpinJsonNode> PREMISE_OPTIONS = Variable.json("premiseOptions");
    static final Variable<SpinJsonNode> OPTION_ROWS = Variable.json("optionRows");
    static final Variable<SpinJsonNode> OPTION_CHOICES = Variable.json("optionChoices");
    static final Variable<SpinJsonNode> CLIENT_PEOPLE = Variable.json("clientPeople");
    static final Variable<SpinJsonNode> ATTENDEE_OPTIONS = Variable.json("attendeeOptions");
    static final Variable<SpinJsonNode> TOUCH_BASE_ROWS = Variable.json("touchBaseRows");
    static final Variable<Boolean> SIGNIFICANT = Variable.flag("significant");
    static final Variable<Boolean> PLAN_CHANGES = Variable.flag("planChanges");
    static final Variable<String> JARGON_TEXT = Variable.text("jargonText");

    private StrategyResetFlow() {}
}
