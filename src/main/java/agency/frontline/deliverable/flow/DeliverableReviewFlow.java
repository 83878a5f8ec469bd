package agency.frontline.deliverable.flow;

import agency.frontline.client.Channel;
import agency.frontline.deliverable.ClientAnswer;
import agency.frontline.deliverable.DeliverableKind;
import agency.frontline.deliverable.OpinionDecision;
import agency.frontline.deliverable.PurposeMet;
import agency.frontline.engine.Variable;
import agency.frontline.flow.CaseDesk;
import agency.frontline.flow.WordsOnForms;
import java.time.Instant;
import java.util.Set;
import org.camunda.spin.json.SpinJsonNode;

/** What Java knows of {@code processes/deliverable-review.bpmn}; the parts are called as their table and form say. */
final class DeliverableReviewFlow {

    static final String KEY = "deliverableReview";

    // Messages
    static final String CLIENT_ANSWERED = "deliverableReview.clientAnswered";
    static final String WITHDRAWN = "deliverableReview.withdrawn";
    static final Set<String> MESSAGES = Set.of(CLIENT_ANSWERED, WITHDRAWN);

    // Ends that Java looks for
    static final String DELIVERABLE_APPROVED = "deliverableApproved";

    // Start
    static final Variable<String> CLIENT = CaseDesk.CLIENT;
    static final Variable<String> OWNER = CaseDesk.OWNER;
    static final Variable<String> CONTACT = Variable.text("contact");
    static final Variable<String> PARENT_CASE = Variable.text("parentCase");
    static final Variable<DeliverableKind> DELIVERABLE_KIND = Variable.choice("deliverableKind", DeliverableKind.class);
    static final Variable<String> TITLE = Variable.text("title");
    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<String> PURPOSE = Variable.text("purpose");
    static final Variable<String> DRAFTED_BY = Variable.text("draftedBy");
    static final Variable<Boolean> CHOOSE_CHALLENGERS = Variable.flag("chooseChallengers");
    static final Variable<SpinJsonNode> SPECIALISTS = Variable.json("specialists");

    // What the table of rules says
    static final Variable<Integer> DRAFT_DAYS = Variable.integer("draftDays");
    static final Variable<Integer> CHALLENGE_DAYS = Variable.integer("challengeDays");
    static final Variable<Integer> DISCUSSION_DAYS = Variable.integer("discussionDays");
    static final Variable<Integer> FOLLOW_UP_DAYS = Variable.integer("followUpDays");
    static final Variable<Integer> WORDS_AT_MOST = Variable.integer("wordsAtMost");
    static final Variable<Boolean> MUST_BE_DISCUSSED = Variable.flag("mustBeDiscussed");

    // What the tables of parts and checks said when the draft and the signature were asked for
    static final Variable<SpinJsonNode> PARTS_OF_KIND = Variable.json("partsOfKind");
    static final Variable<SpinJsonNode> CHECKS_OF_KIND = Variable.json("checksOfKind");

    // The draft
    static final Variable<String> DRAFTER = Variable.text("drafter");
    static final Variable<Instant> DRAFT_BY = Variable.instant("draftBy");
    static final Variable<Integer> DELIVERABLE_VERSION = Variable.integer("deliverableVersion");
    static final Variable<String> OBJECTIVE = Variable.text("objective");
    static final Variable<String> SCOPE_IN = Variable.text("scopeIn");
    static final Variable<String> SCOPE_OUT = Variable.text("scopeOut");
    static final Variable<String> SCHEDULE = Variable.text("schedule");
    static final Variable<String> BUDGET = Variable.text("budget");
    static final Variable<String> ASSUMPTIONS = Variable.text("assumptions");
    static final Variable<String> CONTINGENCY = Variable.text("contingency");
    static final Variable<String> CLIENT_INPUT = Variable.text("clientInput");
    static final Variable<String> AUDIENCE = Variable.text("audience");
    static final Variable<String> KEY_MESSAGE = Variable.text("keyMessage");
    static final Variable<String> SUPPORT = Variable.text("support");
    static final Variable<String> POSITION = Variable.text("position");
    static final Variable<String> GROUNDS = Variable.text("grounds");
    static final Variable<String> ADVICE = Variable.text("advice");
    static final Variable<String> ALTERNATIVE = Variable.text("alternative");
    static final Variable<String> OUTLINE = Variable.text("outline");
    static final Variable<String> REHEARSED_ON = Variable.text("rehearsedOn");
    static final Variable<String> REHEARSAL_WAIVER = Variable.text("rehearsalWaiver");
    static final Variable<Boolean> KEEP_AS_IS = Variable.flag("keepAsIs");
    static final Variable<Boolean> TEAM_HAS_SEEN_IT = Variable.flag("teamHasSeenIt");
    static final Variable<Boolean> TEAM_LOOKS = Variable.flag("teamLooks");

    // The discussion
    static final Variable<SpinJsonNode> SPECIALIST = Variable.json("specialist");
    static final Variable<Instant> CHALLENGE_BY = Variable.instant("challengeBy");
    static final Variable<Instant> DISCUSSION_ENDS_AT = Variable.instant("discussionEndsAt");
    static final Variable<SpinJsonNode> CHALLENGES = Variable.json("challenges");
    static final Variable<Boolean> NOTHING_TO_ADD = Variable.flag("nothingToAdd");
    static final Variable<String> CHALLENGER = Variable.text("challenger");

    // The account manager's opinion and signature
    static final Variable<Instant> OPINION_BY = Variable.instant("opinionBy");
    static final Variable<SpinJsonNode> CHALLENGE_ANSWERS = Variable.json("challengeAnswers");
    static final Variable<String> OPINION = Variable.text("opinion");
    static final Variable<OpinionDecision> OPINION_DECISION = Variable.choice("opinionDecision", OpinionDecision.class);
    static final Variable<Boolean> COMPROMISE_MADE = Variable.flag("compromiseMade");
    static final Variable<SpinJsonNode> COMPROMISES = Variable.json("compromises");
    static final Variable<SpinJsonNode> CHECKLIST = Variable.json("checklist");
    static final Variable<PurposeMet> PURPOSE_MET = Variable.choice("purposeMet", PurposeMet.class);
    static final Variable<String> PURPOSE_NOTE = Variable.text("purposeNote");
    static final Variable<String> UNDISCUSSED_REASON = Variable.text("undiscussedReason");
    static final Variable<Boolean> STAND_BEHIND = Variable.flag("standBehind");
    static final Variable<Boolean> SEND_NOW = Variable.flag("sendNow");

    // The client's answer
    static final Variable<Instant> FOLLOW_UP_BY = Variable.instant("followUpBy");
    static final Variable<String> CLIENT_WORDS = WordsOnForms.CLIENT_WORDS;
    static final Variable<ClientAnswer> CLIENT_ANSWER = Variable.choice("clientAnswer", ClientAnswer.class);
    static final Variable<String> CLIENT_SAID = Variable.text("clientSaid");
    static final Variable<String> ANSWERED_BY = Variable.text("answeredBy");
    static final Variable<Channel> ANSWER_CHANNEL = Variable.choice("answerChannel", Channel.class);
    static final Variable<String> REMINDER_TEXT = Variable.text("reminderText");
    static final Variable<Integer> SILENCES = Variable.integer("silences");
    static final Variable<String> REASON = Variable.text("reason");

    // For whoever calls
    static final Variable<String> OUTCOME = Variable.text("deliverableReviewOutcome");
    static final Variable<String> DELIVERABLE = Variable.text("deliverable");

    // Shown by the forms
    static final Variable<String> KIND_TEXT = Variable.text("kindText");
    static final Variable<String> DRAFT_BY_TEXT = Variable.text("draftByText");
    static final Variable<String> CHALLENGE_BY_TEXT = Variable.text("challengeByText");
    static final Variable<String> FOLLOW_UP_BY_TEXT = Variable.text("followUpByText");
    static final Variable<String> WHAT_TO_CHANGE = Variable.text("whatToChange");
    static final Variable<String> JARGON_TEXT = Variable.text("jargonText");
    static final Variable<String> DRAFT_TEXT = Variable.text("draftText");
    static final Variable<String> CHANGES_TEXT = Variable.text("changesText");
    static final Variable<String> SENT_TEXT = Variable.text("sentText");
    static final Variable<SpinJsonNode> COMPROMISE_ROWS = Variable.json("compromiseRows");
    static final Variable<SpinJsonNode> CLIENT_PEOPLE = Variable.json("clientPeople");
    static final Variable<Boolean> UNDISCUSSED = Variable.flag("undiscussed");

    private DeliverableReviewFlow() {}
}
