package agency.frontline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.engine.ModelGraph.Node;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The graph of a model knows what must have been done before what")
class ModelGraphTest {

    @Nested
    @DisplayName("Nobody is passed on before the manager has a view (G1)")
    class PassingOn {

        @Test
        void afterTheDiagnosisASpecialistMayBeAsked() {
            assertThat(passedOn(Sketch.of().flow("start:begun", "m:diagnoseIssue", "s:giveOpinion", "end:done")))
                    .isEmpty();
        }

        @Test
        void withoutOneNot() {
            assertThat(passedOn(Sketch.of().flow("start:begun", "s:giveOpinion", "end:done")))
                    .containsExactly("giveOpinion");
        }

        @Test
        void aWayAroundTheDiagnosisIsFoundWhateverItsConditionSays() {
            assertThat(passedOn(Sketch.of()
                            .flow("start:begun", "gate:isItEasy", "m:diagnoseIssue", "s:giveOpinion", "end:done")
                            .flow("isItEasy", "giveOpinion")))
                    .containsExactly("giveOpinion");
        }

        @Test
        void anyOfSeveralStartsCounts() {
            assertThat(passedOn(Sketch.of()
                            .flow("start:begun", "m:diagnoseIssue", "s:giveOpinion", "end:done")
                            .flow("start:hurried", "giveOpinion")))
                    .containsExactly("giveOpinion");
        }

        @Test
        void anEmergencyThatTheManagerTriagedMayBeReferredAtOnce() {
            assertThat(passedOn(Sketch.of().flow("start:begun", "m:triageEmergency", "s:giveOpinion", "end:done")))
                    .isEmpty();
        }

        @Test
        void aTimerOnTheDiagnosisLeavesItUndone() {
            assertThat(passedOn(Sketch.of()
                            .flow("start:begun", "m:diagnoseIssue", "end:done")
                            .timerOn("diagnoseIssue", "tooSlow", true)
                            .flow("tooSlow", "s:giveOpinion", "end:given")))
                    .containsExactly("giveOpinion");
        }

        @Test
        void soDoesOneThatLeavesTheTaskOpen() {
            assertThat(passedOn(Sketch.of()
                            .flow("start:begun", "m:diagnoseIssue", "end:done")
                            .timerOn("diagnoseIssue", "tooSlow", false)
                            .flow("tooSlow", "s:giveOpinion", "end:given")))
                    .containsExactly("giveOpinion");
        }

        @Test
        void aTimerOnALaterStepDoesNot() {
            assertThat(passedOn(Sketch.of()
                            .flow("start:begun", "m:diagnoseIssue", "m:replyToClient", "end:done")
                            .timerOn("replyToClient", "tooSlow", true)
                            .flow("tooSlow", "s:giveOpinion", "end:given")))
                    .isEmpty();
        }

        @Test
        void subProcessesAreTransparent() {
            assertThat(passedOn(Sketch.of()
                            .sub("look", look -> look.flow("start:in", "m:diagnoseIssue", "end:out"))
                            .sub("ask", ask -> ask.flow("start:asked", "s:giveOpinion", "end:given"))
                            .flow("start:begun", "look", "ask", "end:done")))
                    .isEmpty();
            assertThat(passedOn(Sketch.of()
                            .sub("ask", ask -> ask.flow("start:asked", "s:giveOpinion", "end:given"))
                            .flow("start:begun", "ask", "m:diagnoseIssue", "end:done")))
                    .containsExactly("giveOpinion");
        }

        @Test
        void aTimerOnASubProcessLeavesAllInItUndone() {
            assertThat(passedOn(Sketch.of()
                            .sub("look", look -> look.flow("start:in", "m:diagnoseIssue", "end:out"))
                            .flow("start:begun", "look", "end:done")
                            .timerOn("look", "tooSlow", true)
                            .flow("tooSlow", "s:giveOpinion", "end:given")))
                    .containsExactly("giveOpinion");
        }

        @Test
        void anEventSubProcessMayBeginAtOnce() {
            assertThat(passedOn(Sketch.of()
                            .flow("start:begun", "m:diagnoseIssue", "end:done")
                            .beside("hear", hear -> hear.startOn("heard", "x", false)
                                    .flow("heard", "s:giveOpinion", "end:given"))))
                    .containsExactly("giveOpinion");
        }

        @Test
        void anEventSubProcessInASubProcessNeedsItsScope() {
            assertThat(passedOn(Sketch.of()
                            .sub("settle", settle -> settle.flow("start:in", "m:replyToClient", "end:out")
                                    .beside("hear", hear -> hear.startOn("heard", "x", false)
                                            .flow("heard", "s:giveOpinion", "end:given")))
                            .flow("start:begun", "m:diagnoseIssue", "settle", "end:done")))
                    .isEmpty();
        }

        @Test
        void aTaskOfThatNameThatOthersMayDoIsNoDiagnosis() {
            assertThat(passedOn(Sketch.of().flow("start:begun", "both:diagnoseIssue", "s:giveOpinion", "end:done")))
                    .containsExactly("diagnoseIssue", "giveOpinion");
        }

        @Test
        void aStepOfThatNameThatNobodyDoesIsNoDiagnosis() {
            assertThat(passedOn(Sketch.of().flow("start:begun", "service:diagnoseIssue", "s:giveOpinion", "end:done")))
                    .containsExactly("giveOpinion");
        }

        @Test
        void onceForEachOfAnEmptyListIsNever() {
            assertThat(passedOn(Sketch.of().flow("start:begun", "mForEach:diagnoseIssue", "s:giveOpinion", "end:done")))
                    .containsExactly("giveOpinion");
            assertThat(passedOn(Sketch.of()
                            .subForEach("look", look -> look.flow("start:in", "m:diagnoseIssue", "end:out"))
                            .flow("start:begun", "look", "s:giveOpinion", "end:done")))
                    .containsExactly("giveOpinion");
        }

        @Test
        void groupsByExpressionAndNoGroupsAreSpecialists() {
            assertThat(passedOn(Sketch.of().flow("start:begun", "expr:askOne", "nobody:askAnother", "end:done")))
                    .containsExactly("askOne", "askAnother");
        }

        @Test
        void aLinkLeadsOn() {
            assertThat(passedOn(Sketch.of()
                            .flow("start:begun", "gate:which", "m:diagnoseIssue", "end:done")
                            .xml(
                                    "<intermediateThrowEvent id=\"jump\"><linkEventDefinition name=\"landed\"/></intermediateThrowEvent>")
                            .flow("which", "jump")
                            .flow("catch:landed", "s:giveOpinion", "end:given")))
                    .containsExactly("giveOpinion");
        }

        @Test
        void compensationLeadsOn() {
            assertThat(passedOn(Sketch.of()
                            .xml(
                                    "<userTask id=\"undo\" isForCompensation=\"true\" camunda:candidateGroups=\"planners\"/>")
                            .xml(
                                    "<intermediateThrowEvent id=\"takeBack\"><compensateEventDefinition/></intermediateThrowEvent>")
                            .flow("start:begun", "takeBack", "m:diagnoseIssue", "end:done")))
                    .containsExactly("undo");
        }

        private List<String> passedOn(Sketch sketch) {
            return ids(graph(sketch)
                    .reachedWithout(Set.of("diagnoseIssue", "triageEmergency"), ModelGraph::isSpecialistsTask));
        }
    }

    @Nested
    @DisplayName("What a specialist did passes a manager before the end (G2)")
    class TakingBack {

        @Test
        void theManagerAnswers() {
            assertThat(leftAlone(Sketch.of().flow("start:begun", "s:giveOpinion", "m:replyToClient", "end:done")))
                    .isEmpty();
        }

        @Test
        void theSpecialistDoesNotEndIt() {
            assertThat(leftAlone(Sketch.of().flow("start:begun", "s:giveOpinion", "end:done")))
                    .containsExactly("giveOpinion");
        }

        @Test
        void evenWithoutADrawnEnd() {
            assertThat(leftAlone(Sketch.of().flow("start:begun", "s:giveOpinion")))
                    .containsExactly("giveOpinion");
        }

        @Test
        void oneOfSeveralWaysIsEnough() {
            assertThat(leftAlone(Sketch.of()
                            .flow("start:begun", "s:giveOpinion", "gate:isItClear", "m:replyToClient", "end:done")
                            .flow("isItClear", "done")))
                    .containsExactly("giveOpinion");
        }

        @Test
        void aTaskForBothIsNoManagers() {
            assertThat(leftAlone(Sketch.of().flow("start:begun", "s:giveOpinion", "both:replyToClient", "end:done")))
                    .containsExactly("giveOpinion", "replyToClient");
        }

        @Test
        void aTimerOnTheManagersTaskLeavesItUndone() {
            assertThat(leftAlone(Sketch.of()
                            .flow("start:begun", "s:giveOpinion", "m:replyToClient", "end:done")
                            .timerOn("replyToClient", "tooSlow", true)
                            .flow("tooSlow", "end:givenUp")))
                    .containsExactly("giveOpinion");
        }

        @Test
        void theEndOfASubProcessIsNoEndOfTheCase() {
            assertThat(leftAlone(Sketch.of()
                            .sub("ask", ask -> ask.flow("start:asked", "s:giveOpinion", "end:given"))
                            .flow("start:begun", "ask", "m:replyToClient", "end:done")))
                    .isEmpty();
            assertThat(leftAlone(Sketch.of()
                            .sub("ask", ask -> ask.flow("start:asked", "s:giveOpinion", "end:given"))
                            .flow("start:begun", "ask", "end:done")))
                    .containsExactly("giveOpinion");
        }

        @Test
        void theEndOfAnEventSubProcessIsNoneEither() {
            assertThat(leftAlone(Sketch.of()
                            .flow("start:begun", "m:replyToClient", "end:done")
                            .beside("hear", hear -> hear.startOn("heard", "x", false)
                                    .flow("heard", "s:keepPromise", "end:kept"))))
                    .isEmpty();
        }

        @Test
        void aTerminateEndAlwaysIs() {
            assertThat(leftAlone(Sketch.of()
                            .flow("start:begun", "m:replyToClient", "end:done")
                            .beside("hear", hear -> hear.startOn("heard", "x", false)
                                    .flow("heard", "s:keepPromise", "terminate:kept"))))
                    .containsExactly("keepPromise");
        }

        private List<String> leftAlone(Sketch sketch) {
            return ids(List.copyOf(graph(sketch).specialistsReachingAnEnd().keySet()));
        }
    }

    @Nested
    @DisplayName("Nothing ends before the client says so (G3)")
    class Closing {

        @Test
        void confirmedItEnds() {
            assertThat(unconfirmed(
                            Sketch.of().flow("start:begun", "m:confirmResolution", "m:captureLesson", "end:done")))
                    .isEmpty();
        }

        @Test
        void unconfirmedItDoesNot() {
            assertThat(unconfirmed(Sketch.of()
                            .flow("start:begun", "gate:easy", "m:confirmResolution", "end:done")
                            .flow("easy", "end:early")))
                    .containsExactly("early");
        }

        @Test
        void aLoopBackIsFine() {
            assertThat(unconfirmed(Sketch.of()
                            .flow("start:begun", "m:replyToClient", "m:confirmResolution", "gate:settled", "end:done")
                            .flow("settled", "replyToClient")))
                    .isEmpty();
        }

        @Test
        void theConfirmationMayStandInASubProcessThatEndsAllOfIt() {
            assertThat(unconfirmed(Sketch.of()
                            .sub(
                                    "settle",
                                    settle -> settle.flow("start:in", "m:confirmResolution", "terminate:settled"))
                            .flow("start:begun", "settle", "end:done")))
                    .isEmpty();
        }

        @Test
        void aSubProcessThatCanEndWithoutItDoesNotCount() {
            assertThat(unconfirmed(Sketch.of()
                            .sub("settle", settle -> settle.flow(
                                            "start:in", "gate:easy", "m:confirmResolution", "end:settled")
                                    .flow("easy", "end:early"))
                            .flow("start:begun", "settle", "end:done")))
                    .containsExactly("done");
        }

        @Test
        void aStepWithoutAWayOutIsAnEnd() {
            assertThat(unconfirmed(Sketch.of().flow("start:begun", "m:replyToClient")))
                    .containsExactly("replyToClient");
            assertThat(unconfirmed(Sketch.of().flow("start:begun", "m:confirmResolution")))
                    .isEmpty();
        }

        @Test
        void aSubProcessWithoutAWayOutIsAnEnd() {
            assertThat(unconfirmed(Sketch.of()
                            .sub("settle", settle -> settle.flow("start:in", "m:replyToClient", "end:out"))
                            .flow("start:begun", "settle")))
                    .containsExactly("settle");
        }

        @Test
        void anInterruptingEventSubProcessLeavesItsSubProcessByTheWayOut() {
            assertThat(unconfirmed(Sketch.of()
                            .sub("settle", settle -> settle.flow("start:in", "m:confirmResolution", "end:out")
                                    .beside("stop", stop -> stop.startOn("stopped", "x", true)
                                            .flow("stopped", "end:gone")))
                            .flow("start:begun", "settle", "end:done")))
                    .containsExactly("done");
        }

        @Test
        void oneThatInterruptsNothingDoesNot() {
            assertThat(unconfirmed(Sketch.of()
                            .sub("settle", settle -> settle.flow("start:in", "m:confirmResolution", "end:out")
                                    .beside("hear", hear -> hear.startOn("heard", "x", false)
                                            .flow("heard", "end:noted")))
                            .flow("start:begun", "settle", "end:done")))
                    .isEmpty();
        }

        @Test
        void aTimerThatEndsASubProcessIsAWayAround() {
            assertThat(unconfirmed(Sketch.of()
                            .sub("settle", settle -> settle.flow("start:in", "m:confirmResolution", "end:out"))
                            .flow("start:begun", "settle", "end:done")
                            .timerOn("settle", "tooLong", true)
                            .flow("tooLong", "end:givenUp")))
                    .containsExactly("givenUp");
        }

        @Test
        void interruptingEventSubProcessesAreNamed() {
            assertThat(ids(graph(Sketch.of()
                                    .flow("start:begun", "m:confirmResolution", "end:done")
                                    .beside("stop", stop -> stop.startOn("stopped", "x", true)
                                            .flow("stopped", "end:gone"))
                                    .beside("hear", hear -> hear.startOn("heard", "y", false)
                                            .flow("heard", "end:noted")))
                            .interruptingStarts()))
                    .containsExactly("stopped");
        }

        private List<String> unconfirmed(Sketch sketch) {
            return ids(graph(sketch).endsWithout("confirmResolution"));
        }
    }

    @Nested
    @DisplayName("People who arrive together wait at the join (P12)")
    class Joining {

        @Test
        void aJoinBehindPeopleNeedsAWaitState() {
            assertThat(ids(graph(joined("parallel:join")).joinsWithoutWaitState()))
                    .containsExactly("join");
            assertThat(ids(graph(joined("asyncJoin:join")).joinsWithoutWaitState()))
                    .isEmpty();
        }

        @Test
        void aSplitDoesNotNorAJoinOfMachines() {
            assertThat(ids(graph(Sketch.of()
                                    .flow("start:begun", "parallel:split", "service:one", "parallel:join", "end:done")
                                    .flow("split", "service:two", "join"))
                            .joinsWithoutWaitState()))
                    .isEmpty();
        }

        private Sketch joined(String join) {
            return Sketch.of()
                    .flow("start:begun", "parallel:split", "m:one", join, "end:done")
                    .flow("split", "m:two", "join");
        }
    }

    private static ModelGraph graph(Sketch sketch) {
        return ModelGraph.of(sketch.definitions("clientIssue").element("process"));
    }

    private static List<String> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).toList();
    }
}
