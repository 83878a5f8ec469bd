package agency.frontline.issue.flow;

import agency.frontline.client.Channel;
import agency.frontline.engine.Variable;
import agency.frontline.issue.Course;
import agency.frontline.issue.FollowUpAction;
import agency.frontline.issue.IssueKind;
import agency.frontline.issue.PromiseOutcome;
import agency.frontline.issue.PurposeMet;
import agency.frontline.issue.Requester;
import agency.frontline.issue.Resolution;
import agency.frontline.issue.Stance;
import agency.frontline.issue.Urgency;
import agency.frontline.issue.Verdict;
import agency.frontline.lesson.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.camunda.spin.json.SpinJsonNode;

/** What Java knows of {@code processes/client-issue.bpmn}. */
final class ClientIssueFlow {

    static final String KEY = "clientIssue";

    // Messages
    static final String CLIENT_MESSAGE_RECEIVED = "clientIssue.clientMessageReceived";
    static final String CLIENT_REPLIED = "clientIssue.clientReplied";
    static final String CLIENT_WROTE_AGAIN = "clientIssue.clientWroteAgain";
    static final String CONTACT_LOGGED = "clientIssue.contactLogged";
    static final String OWNER_CHANGED = "clientIssue.ownerChanged";
    static final String DELIVERY_FAILED = "clientIssue.deliveryFailed";
    static final String CLIENT_HEARD_FROM_US = "clientIssue.clientHeardFromUs";
    static final String WITHDRAWN = "clientIssue.withdrawn";
    static final String MERGED = "clientIssue.merged";
    static final String OTHER_CASE_MERGED = "clientIssue.otherCaseMerged";
    static final Set<String> MESSAGES = Set.of(
            CLIENT_MESSAGE_RECEIVED,
            CLIENT_REPLIED,
            CLIENT_WROTE_AGAIN,
            CONTACT_LOGGED,
            OWNER_CHANGED,
            DELIVERY_FAILED,
            CLIENT_HEARD_FROM_US,
            WITHDRAWN,
            MERGED,
            OTHER_CASE_MERGED);

    // Events and tasks that Java moves or reads
    static final String UPDATE_DUE = "updateDue";
    static final String FIRST_RESPONSE_AT_RISK = "firstResponseAtRisk";
    static final String FIRST_RESPONSE_OVERDUE = "firstResponseOverdue";
    static final String FIRST_RESPONSE_STILL_OVERDUE = "firstResponseStillOverdue";
    static final List<String> FIRST_RESPONSE_TIMERS =
            List.of(FIRST_RESPONSE_AT_RISK, FIRST_RESPONSE_OVERDUE, FIRST_RESPONSE_STILL_OVERDUE);
    static final String ISSUE_WITHDRAWN = "issueWithdrawn";
    static final String ISSUE_MERGED = "issueMerged";
    static final String TRIAGE_EMERGENCY = "triageEmergency";
    static final String DIAGNOSE_ISSUE = "diagnoseIssue";
    static final String REPLY_TO_CLIENT = "replyToClient";
    static final String CONFIRM_RESOLUTION = "confirmResolution";
    static final String KEEP_PROMISE = "keepPromise";

    // Start
    static final Variable<String> CLIENT = Variable.text("client");
    static final Variable<String> CONTACT = Variable.text("contact");
    static final Variable<String> CONTACT_NAME = Variable.text("contactName");
    static final Variable<String> OWNER = Variable.text("owner");
    static final Variable<Requester> REQUESTER = Variable.choice("requester", Requester.class);
    static final Variable<Channel> CHANNEL = Variable.choice("channel", Channel.class);
    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<String> CLIENT_WORDS = Variable.text("clientWords");
    static final Variable<Instant> CONTACTED_AT = Variable.instant("contactedAt");
    static final Variable<Boolean> PROACTIVE = Variable.flag("proactive");
    static final Variable<Boolean> MORE_TO_LOG = Variable.flag("moreToLog");
    static final Variable<Boolean> EMERGENCY = Variable.flag("emergency");
    static final Variable<String> EMERGENCY_REASON = Variable.text("emergencyReason");
    static final Variable<Boolean> TRIAGE_ASKED = Variable.flag("triageAsked");
    static final Variable<Instant> DIAGNOSIS_BY = Variable.instant("diagnosisBy");
    static final Variable<Boolean> ANSWERABLE = Variable.flag("answerable");
    static final Variable<String> TIER = Variable.text("tier");
    static final Variable<String> REOPENS = Variable.text("reopens");

    // Service level
    static final Variable<Urgency> URGENCY = Variable.choice("urgency", Urgency.class);
    static final Variable<Integer> FIRST_RESPONSE_HOURS = Variable.integer("firstResponseHours");
    static final Variable<Boolean> PLEDGE_FIRST = Variable.flag("pledgeFirst");
    static final Variable<Integer> UPDATE_HOURS = Variable.integer("updateHours");
    static final Variable<Integer> FOLLOW_UP_HOURS = Variable.integer("followUpHours");
    static final Variable<Boolean> VISIT_ADVISED = Variable.flag("visitAdvised");
    static final Variable<Boolean> LESSON_OWED = Variable.flag("lessonOwed");
    static final Variable<Boolean> DIRECTOR_TOLD = Variable.flag("directorTold");
    static final Variable<Instant> RESPOND_BY = Variable.instant("respondBy");
    static final Variable<String> RESPOND_BY_TEXT = Variable.text("respondByText");
    static final Variable<Instant> FIRST_RESPONSE_AT_RISK_AT = Variable.instant("firstResponseAtRiskAt");
    static final Variable<Instant> DIRECTOR_TOLD_AT = Variable.instant("directorToldAt");
    static final Variable<Instant> NEXT_UPDATE_BY = Variable.instant("nextUpdateBy");
    static final Variable<Instant> FOLLOW_UP_BY = Variable.instant("followUpBy");

    // Diagnosis and hand-over
    static final Variable<IssueKind> ISSUE_KIND = Variable.choice("issueKind", IssueKind.class);
    static final Variable<String> ASKED_FOR = Variable.text("askedFor");
    static final Variable<String> REALLY_NEEDS = Variable.text("reallyNeeds");
    static final Variable<String> UNSAID = Variable.text("unsaid");
    static final Variable<String> DIAGNOSIS = Variable.text("diagnosis");
    static final Variable<String> VIEW = Variable.text("view");
    static final Variable<SpinJsonNode> SPECIALISTS = Variable.json("specialists");
    static final Variable<String> WHAT_I_NEED = Variable.text("whatINeed");
    static final Variable<String> NEEDED_BY = Variable.text("neededBy");
    static final Variable<String> TOLD_CLIENT = Variable.text("toldClient");
    static final Variable<Boolean> ALREADY_TOLD = Variable.flag("alreadyTold");
    static final Variable<String> CONFIDENCE = Variable.text("confidence");
    static final Variable<SpinJsonNode> DISCIPLINES = Variable.json("disciplines");
    static final Variable<Boolean> MORE_TO_DIAGNOSE = Variable.flag("moreToDiagnose");
    static final Variable<String> BRAND_SITUATION = Variable.text("brandSituation");
    static final Variable<String> PEOPLE_INVOLVED = Variable.text("peopleInvolved");
    static final Variable<Course> COURSE = Variable.choice("course", Course.class);
    static final Variable<SpinJsonNode> LESSONS = Variable.json("lessons");
    static final Variable<String> LESSONS_HELP = Variable.text("lessonsHelp");
    static final Variable<Instant> OPINION_BY = Variable.instant("opinionBy");
    static final Variable<String> OPINION_BY_TEXT = Variable.text("opinionByText");

    // Opinions
    static final Variable<SpinJsonNode> SPECIALIST = Variable.json("specialist");
    static final Variable<String> SPECIALIST_USER = Variable.text("specialistUser");
    static final Variable<Verdict> VERDICT = Variable.choice("verdict", Verdict.class);
    static final Variable<String> FINDING = Variable.text("finding");
    static final Variable<String> RECOMMENDATION = Variable.text("recommendation");
    static final Variable<String> CLARIFICATION = Variable.text("clarification");
    static final Variable<SpinJsonNode> OPINIONS = Variable.json("opinions");
    static final Variable<SpinJsonNode> OPINION_ROWS = Variable.json("opinionRows");

    // Reply and promises
    static final Variable<Stance> STANCE = Variable.choice("stance", Stance.class);
    static final Variable<String> POSITION = Variable.text("position");
    static final Variable<String> POSITION_BY = Variable.text("positionBy");
    static final Variable<String> REPLY_TEXT = Variable.text("replyText");
    static final Variable<String> REPLY_CHANNEL = Variable.text("replyChannel");
    static final Variable<SpinJsonNode> PROMISES = Variable.json("promises");
    static final Variable<SpinJsonNode> PROMISES_TO_KEEP = Variable.json("promisesToKeep");
    static final Variable<SpinJsonNode> PROMISE = Variable.json("promise");
    static final Variable<SpinJsonNode> PROMISE_OWNERS = Variable.json("promiseOwners");
    static final Variable<String> CONTACT_LIKES = Variable.text("contactLikes");
    static final Variable<String> REPLY_GREETING = Variable.text("replyGreeting");
    static final Variable<String> REPLY_SIGNATURE = Variable.text("replySignature");
    static final Variable<Boolean> NO_VIEW_YET = Variable.flag("noViewYet");
    static final Variable<Boolean> SEND_NOW = Variable.flag("sendNow");
    static final Variable<Boolean> CLIENT_SPOKE = Variable.flag("clientSpoke");
    static final Variable<Boolean> MORE_TO_REPLY = Variable.flag("moreToReply");
    static final Variable<String> PROMISE_ID = Variable.text("promiseId");
    static final Variable<String> PROMISED_WHAT = Variable.text("promisedWhat");
    static final Variable<String> PROMISE_OWNER = Variable.text("promiseOwner");
    static final Variable<String> PROMISED_DAY = Variable.text("promisedDay");
    static final Variable<Instant> PROMISE_DUE = Variable.instant("promiseDue");
    static final Variable<String> PROMISE_DUE_TEXT = Variable.text("promiseDueText");
    static final Variable<Instant> PROMISE_REMIND_AT = Variable.instant("promiseRemindAt");
    static final Variable<PromiseOutcome> PROMISE_OUTCOME = Variable.choice("promiseOutcome", PromiseOutcome.class);
    static final Variable<String> PROMISE_NOTE = Variable.text("promiseNote");

    // Follow-up, update, delivery
    static final Variable<Integer> SILENCES = Variable.integer("silences");
    static final Variable<String> SILENCE_TEXT = Variable.text("silenceText");
    static final Variable<FollowUpAction> FOLLOW_UP_ACTION = Variable.choice("followUpAction", FollowUpAction.class);
    static final Variable<String> FOLLOW_UP_ON = Variable.text("followUpOn");
    static final Variable<Boolean> MORE_TO_FOLLOW_UP = Variable.flag("moreToFollowUp");
    static final Variable<String> CHASER_TEXT = Variable.text("chaserText");
    static final Variable<String> CLIENT_SAID = Variable.text("clientSaid");
    static final Variable<Channel> CLIENT_SAID_CHANNEL = Variable.choice("clientSaidChannel", Channel.class);
    static final Variable<String> UPDATE_TEXT = Variable.text("updateText");
    static final Variable<String> UNREACHED = Variable.text("unreached");
    static final Variable<String> DELIVERY_PROBLEM = Variable.text("deliveryProblem");
    static final Variable<Boolean> RESPONSE_CAME_BACK = Variable.flag("responseCameBack");
    static final Variable<Channel> REACHED_BY = Variable.choice("reachedBy", Channel.class);
    static final Variable<String> REACHED_TEXT = Variable.text("reachedText");

    // Beside the flow
    static final Variable<Instant> CONTACT_AT = Variable.instant("contactAt");
    static final Variable<Channel> CONTACT_CHANNEL = Variable.choice("contactChannel", Channel.class);
    static final Variable<String> PREVIOUS_OWNER = Variable.text("previousOwner");
    static final Variable<String> NEW_OWNER = Variable.text("newOwner");
    static final Variable<String> MERGED_INTO = Variable.text("mergedInto");
    static final Variable<String> MERGED_CASE = Variable.text("mergedCase");
    static final Variable<SpinJsonNode> OTHER_CONTACTS = Variable.json("otherContacts");
    static final Variable<String> REASON = Variable.text("reason");

    // Close
    static final Variable<String> CLOSING_QUESTION = Variable.text("closingQuestion");
    static final Variable<Boolean> MOOD_ASKED = Variable.flag("moodAsked");
    static final Variable<Resolution> RESOLUTION = Variable.choice("resolution", Resolution.class);
    static final Variable<String> UNCONFIRMED_REASON = Variable.text("unconfirmedReason");
    static final Variable<PurposeMet> PURPOSE_MET = Variable.choice("purposeMet", PurposeMet.class);
    static final Variable<Integer> MOOD_BEFORE = Variable.integer("moodBefore");
    static final Variable<Integer> MOOD_AFTER = Variable.integer("moodAfter");
    static final Variable<Integer> REOPENINGS = Variable.integer("reopenings");
    static final Variable<Cause> CAUSE = Variable.choice("cause", Cause.class);
    static final Variable<String> SIGN = Variable.text("sign");
    static final Variable<String> WHAT_TO_DO = Variable.text("whatToDo");
    static final Variable<Integer> EFFORT_FELT = Variable.integer("effortFelt");
    static final Variable<Boolean> SETTLED = Variable.flag("settled");
    static final Variable<String> SATISFACTION_PULSE_OUTCOME = Variable.text("satisfactionPulseOutcome");
    static final Variable<String> OUTCOME = Variable.text("clientIssueOutcome");

    private ClientIssueFlow() {}
}
