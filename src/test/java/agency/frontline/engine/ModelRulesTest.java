package agency.frontline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import agency.frontline.engine.Delegates.Use;
import agency.frontline.engine.ModelRules.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A model brings no code along and names only what is there")
class ModelRulesTest {

    static Stream<Arguments> brokenSteps() {
        return Stream.of(
                arguments(
                        "no-scripts",
                        "<scriptTask id='step' scriptFormat='javascript'><script>1</script></scriptTask>"),
                arguments(
                        "no-scripts",
                        listener(
                                "<camunda:taskListener event='create'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:taskListener>")),
                arguments(
                        "no-scripts",
                        listener(
                                "<camunda:executionListener event='start'><camunda:script scriptFormat='groovy' resource='x.groovy'/></camunda:executionListener>")),
                arguments(
                        "no-scripts",
                        listener(
                                "<camunda:inputOutput><camunda:inputParameter name='x'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>")),
                arguments(
                        "no-scripts",
                        "<sequenceFlow id='step' sourceRef='a' targetRef='b'><conditionExpression language='groovy'>true</conditionExpression></sequenceFlow>"),
                arguments(
                        "no-scripts",
                        "<sequenceFlow id='step' sourceRef='a' targetRef='b'><conditionExpression camunda:resource='x.groovy'/></sequenceFlow>"),
                arguments(
                        "no-scripts",
                        "<intermediateCatchEvent id='step'><conditionalEventDefinition><condition language='groovy'>true</condition></conditionalEventDefinition></intermediateCatchEvent>"),
                arguments(
                        "no-scripts",
                        listener(
                                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>")),
                arguments("no-class", "<serviceTask id='step' camunda:class='java.lang.Runtime'/>"),
                arguments(
                        "no-class",
                        "<serviceTask id='step' activiti:class='java.lang.Runtime' xmlns:activiti='http://activiti.org/bpmn'/>"),
                arguments(
                        "no-class",
                        "<serviceTask id='step' other:class='java.lang.Runtime' xmlns:other='http://camunda.org/schema/1.0/bpmn'/>"),
                arguments("no-class", listener("<camunda:taskListener event='create' class='org.example.Spy'/>")),
                arguments("no-class", listener("<camunda:executionListener event='start' class='org.example.Spy'/>")),
                arguments(
                        "no-class",
                        listener(
                                "<activiti:executionListener event='start' class='org.example.Spy' xmlns:activiti='http://activiti.org/bpmn'/>")),
                arguments(
                        "no-class",
                        "<callActivity id='step' calledElement='x' camunda:variableMappingClass='org.example.Spy'/>"),
                arguments("no-expression", "<serviceTask id='step' camunda:expression='${dataSource}'/>"),
                arguments(
                        "no-expression", listener("<camunda:taskListener event='create' expression='${dataSource}'/>")),
                arguments(
                        "no-expression",
                        listener("<camunda:executionListener event='start' expression='${dataSource.close()}'/>")),
                arguments("known-delegates", "<serviceTask id='step' camunda:delegateExpression='${dataSource}'/>"),
                arguments(
                        "known-delegates",
                        "<serviceTask id='step' camunda:delegateExpression='${sendReply.toString()}'/>"),
                arguments(
                        "known-delegates",
                        "<serviceTask id='step' camunda:delegateExpression='${rememberDiagnosis}'/>"),
                arguments(
                        "known-delegates",
                        listener("<camunda:taskListener event='create' delegateExpression='${sendReply}'/>")),
                arguments(
                        "known-delegates",
                        listener("<camunda:executionListener event='start' delegateExpression='${dataSource}'/>")),
                arguments("known-delegates", "<serviceTask id='step' camunda:type='shell'/>"),
                arguments("known-delegates", "<serviceTask id='step' camunda:type='external' camunda:topic='x'/>"),
                arguments("no-code", listener("<camunda:field name='mail' stringValue='x'/>")),
                arguments(
                        "no-code",
                        listener(
                                "<camunda:formData><camunda:formField id='x' type='string'><camunda:validation><camunda:constraint name='validator' config='org.example.Spy'/></camunda:validation></camunda:formField></camunda:formData>")),
                arguments(
                        "no-code",
                        "<callActivity id='step' calledElement='x' camunda:variableMappingDelegateExpression='${dataSource}'/>"),
                arguments("no-code", "<callActivity id='step' camunda:caseRef='x'/>"),
                arguments("no-class", "<userTask id='step' camunda:formHandlerClass='org.example.Spy'/>"),
                arguments(
                        "no-calls",
                        "<userTask id='step' camunda:assignee='${\"\".getClass().forName(\"java.lang.Runtime\")}'/>"),
                arguments(
                        "no-calls",
                        "<userTask id='step' camunda:dueDate='${execution.processEngineServices.runtimeService}'/>"),
                arguments("no-calls", "<userTask id='step' name='${dataSource.getConnection()}'/>"),
                arguments("no-calls", "<userTask id='step'><documentation>${exec(\"rm\")}</documentation></userTask>"),
                arguments(
                        "no-calls",
                        "<sequenceFlow id='step' sourceRef='a' targetRef='b'><conditionExpression>#{subject['class']}</conditionExpression></sequenceFlow>"),
                arguments(
                        "no-calls",
                        "<sequenceFlow id='step' sourceRef='a' targetRef='b'><conditionExpression>${ &lt; }</conditionExpression></sequenceFlow>"),
                arguments(
                        "no-calls",
                        "<subProcess id='step'><multiInstanceLoopCharacteristics camunda:collection='${specialists.mapTo(\"x\")}'/></subProcess>"),
                arguments(
                        "no-calls",
                        "<intermediateCatchEvent id='step'><timerEventDefinition><timeDate>${businessHours.add(now(), 'PT1H')}</timeDate></timerEventDefinition></intermediateCatchEvent>"),
                arguments(
                        "no-calls",
                        listener(
                                "<camunda:inputOutput><camunda:inputParameter name='x'>${specialists['forEach'](1)}</camunda:inputParameter></camunda:inputOutput>")),
                arguments(
                        "forms-known",
                        "<userTask id='step' camunda:formRef='nowhere' camunda:formRefBinding='latest'/>"),
                arguments(
                        "forms-known",
                        "<userTask id='step' camunda:formRef='${form}' camunda:formRefBinding='latest'/>"),
                arguments(
                        "forms-known",
                        "<userTask id='step' camunda:formRef='known' camunda:formRefBinding='deployment'/>"),
                arguments(
                        "forms-known",
                        "<userTask id='step' camunda:formRef='known' camunda:formRefBinding='version' camunda:formRefVersion='7'/>"),
                arguments("forms-known", "<userTask id='step' camunda:formKey='embedded:app:forms/x.html'/>"),
                arguments("forms-known", "<userTask id='step' camunda:formKey='http://evil.example/form'/>"),
                arguments("groups-known", "<userTask id='step' camunda:candidateGroups='planners, plumbers'/>"),
                arguments(
                        "groups-known",
                        "<userTask id='step'><potentialOwner><resourceAssignmentExpression><formalExpression>planners</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>"));
    }

    private static String listener(String extension) {
        return "<userTask id='step'><extensionElements>" + extension + "</extensionElements></userTask>";
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("brokenSteps")
    void refuses(String rule, String step) {
        assertThat(check("ownersProcess", step)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.id()).isEqualTo("step");
            assertThat(finding.element().getLine()).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<userTask id='step' name='Call ${contactName}' camunda:candidateGroups='planners' camunda:assignee='${owner}' camunda:dueDate='${respondBy}' camunda:formRef='known' camunda:formRefBinding='latest'/>",
                "<userTask id='step' camunda:formRef='brought' camunda:formRefBinding='deployment' camunda:candidateGroups='${specialist.value()}'/>",
                "<userTask id='step' camunda:formRef='known' camunda:formRefBinding='version' camunda:formRefVersion='1'/>",
                "<serviceTask id='step' name='Costs ${10' camunda:delegateExpression='${sendReply}' camunda:asyncBefore='true'><documentation>Say ${what you like</documentation></serviceTask>",
                "<sequenceFlow id='step' name='${' sourceRef='a' targetRef='b'><conditionExpression>${promises.elements().size() &gt; 0 and course == 'ANSWER'}</conditionExpression></sequenceFlow>",
                "<subProcess id='step'><multiInstanceLoopCharacteristics camunda:collection='${specialists.elements()}' camunda:elementVariable='specialist'/></subProcess>",
                "<intermediateCatchEvent id='step'><timerEventDefinition><timeDate>${dateTime().plusDays(3).toDate()}</timeDate></timerEventDefinition></intermediateCatchEvent>",
                "<callActivity id='step' calledElement='other'><extensionElements><camunda:in source='client' target='client'/><camunda:in businessKey='#{execution.processBusinessKey}'/><camunda:out source='otherOutcome' target='otherOutcome'/></extensionElements></callActivity>",
                "<businessRuleTask id='step' camunda:decisionRef='t' camunda:mapDecisionResult='singleEntry' camunda:resultVariable='x'/>",
                "<textAnnotation id='step'><text>${class.forName()}</text></textAnnotation>",
            })
    void accepts(String step) {
        assertThat(check("ownersProcess", step)).isEmpty();
    }

    @Test
    void saysHowLongCasesAreToBeKept() {
        var definitions = Sketch.parse(Sketch.of()
                .flow("start:begun", "end:done")
                .file("own")
                .replace("camunda:historyTimeToLive=\"P1D\"", ""));
        assertThat(ModelRules.check(definitions, new SomeHouse()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("history-time-to-live");
                    assertThat(finding.message()).contains("add camunda:historyTimeToLive=\"P3650D\"");
                });
    }

    @Test
    void tellsAllFindingsAtOnceInTheOrderOfTheFile() {
        assertThat(check(
                        "clientIssueShort",
                        "<userTask id='ask' camunda:candidateGroups='planners,plumbers'/>\n<scriptTask id='run'/>\n<startEvent id='begun'/>"
                                + "<sequenceFlow id='f' sourceRef='begun' targetRef='ask'/>"))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("groups-known", "G1", "G2", "G3", "no-scripts");
    }

    @Test
    void anOwnersOwnProcessNamesItsMessagesAfterItsEvents() {
        assertThat(message("ownersProcess", "ownersProcess.step")).isEmpty();
        assertThat(message("ownersProcess", "clientIssue.clientReplied")).containsExactly("messages-known");
        assertThat(message("ownersProcess", "ownersProcess.other")).containsExactly("messages-known");
        assertThat(message("ownersProcess", "${'clientIssue'}.clientReplied")).containsExactly("messages-known");
    }

    @Test
    void aProcessOfOursUsesTheMessagesOfItsContract() {
        assertThat(message("contractProcess", "contractProcess.heard")).isEmpty();
        assertThat(message("contractProcessVariant", "contractProcess.heard")).isEmpty();
        assertThat(message("contractProcess", "contractProcess.step")).containsExactly("messages-known");
    }

    private static List<String> message(String process, String name) {
        var sketch = Sketch.of()
                .xml("<receiveTask id='step' messageRef='m'/>")
                .file(process)
                .replace("</definitions>", "<message id='m' name=\"" + name + "\"/></definitions>");
        return ModelRules.check(Sketch.parse(sketch), new SomeHouse()).stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void aMessageStartsOneProcessOnly() {
        assertThat(started("contractProcess")).isEmpty();
        assertThat(started("contractProcessVariant")).containsExactly("messages-known");
    }

    private static List<String> started(String process) {
        var definitions = Sketch.of()
                .startOn("heard", "contractProcess.heard", true)
                .flow("heard", "end:done")
                .definitions(process);
        return ModelRules.check(definitions, new SomeHouse()).stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void anInterruptionFromBesideIsForWithdrawalAndMerge() {
        assertThat(besides("clientIssue.withdrawn")).isEmpty();
        assertThat(besides("clientIssue.merged")).isEmpty();
        assertThat(besides("clientIssue.closed")).containsExactly("G3");
    }

    private static List<String> besides(String message) {
        var definitions = Sketch.of()
                .flow("start:begun", "m:confirmResolution", "end:done")
                .beside("stop", stop -> stop.startOn("stopped", message, true).flow("stopped", "end:gone"))
                .definitions("clientIssue");
        return ModelRules.check(definitions, new SomeHouse()).stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void aResetListensBeforeItTalksOfScope() {
        assertThat(ModelRules.check(
                        Sketch.of()
                                .flow(
                                        "start:begun",
                                        "m:checkScope",
                                        "m:listenToClient",
                                        "m:approveChangeOrder",
                                        "end:done")
                                .definitions("strategyResetQuick"),
                        new SomeHouse()))
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .startsWith("[G4] checkScope: ");
    }

    @Test
    void theGatesOfClientIssuesAreNotForOtherProcesses() {
        assertThat(ModelRules.check(
                        Sketch.of()
                                .flow("start:begun", "s:giveOpinion", "end:done")
                                .definitions("ownersProcess"),
                        new SomeHouse()))
                .isEmpty();
    }

    @Test
    void aRescueUnderAnotherNameIsARescue() {
        assertThat(ModelRules.check(
                        Sketch.of()
                                .flow("start:begun", "call:accountRescue", "m:confirmResolution", "end:done")
                                .definitions("clientIssue"),
                        new SomeHouse()))
                .extracting(Finding::rule)
                .containsExactly("G1");
    }

    private static List<Finding> check(String process, String step) {
        return ModelRules.check(Sketch.of().xml(step).definitions(process), new SomeHouse());
    }

    /** A house with one delegate, one form and two groups. */
    private static final class SomeHouse implements ModelRules.House {

        @Override
        public boolean hasDelegate(String name, Use use) {
            return delegates(use).contains(name);
        }

        @Override
        public Set<String> delegates(Use use) {
            return switch (use) {
                case STEP -> Set.of("sendReply");
                case EXECUTION_LISTENER -> Set.of("datePromise");
                case TASK_LISTENER -> Set.of("rememberDiagnosis");
            };
        }

        @Override
        public boolean hasForm(String key, @Nullable Integer version) {
            return key.equals("known") && (version == null || version == 1);
        }

        @Override
        public boolean bringsForm(String key) {
            return key.equals("brought");
        }

        @Override
        public boolean hasGroup(String group) {
            return Set.of("account-managers", "planners").contains(group);
        }

        @Override
        public Optional<String> startedBy(String message) {
            return message.equals("contractProcess.heard") ? Optional.of("contractProcess") : Optional.empty();
        }

        @Override
        public List<FlowContract> contracts() {
            return List.of(
                    new FlowContract("contractProcess", Set.of("contractProcess.heard"), false),
                    new FlowContract(
                            "clientIssue",
                            Set.of("clientIssue.withdrawn", "clientIssue.merged", "clientIssue.closed"),
                            false));
        }
    }
}
