package agency.frontline.endcheck.flow;

import static agency.frontline.endcheck.flow.PlanEndCheckFlow.*;

import agency.frontline.endcheck.Verdict;
import agency.frontline.endcheck.WhatNext;
import agency.frontline.engine.FormAnswers;
import agency.frontline.engine.TaskGate;
import agency.frontline.lesson.Learned;
import agency.frontline.text.Answers;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Each goal has a verdict of each side; ours says why it is no plain yes (C-82). */
@Component
class EndCheckGates implements TaskGate {

    private static final Set<String> GUARDED = Set.of(ANSWER_FOR_AGENCY, RECORD_CLIENT_ANSWERS, COMPARE_END_CHECK);

    private final EndCheckDesk desk;

    EndCheckGates(EndCheckDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean guards(String processKey, String taskKey) {
        return processKey.startsWith(KEY) && GUARDED.contains(taskKey);
    }

    @Override
    public void check(DelegateTask task) {
        var answers = FormAnswers.in(task);
        switch (task.getTaskDefinitionKey()) {
            case ANSWER_FOR_AGENCY -> Verdict.from(answers, AGENCY_VERDICTS.name(), desk.plan(task), true);
            case RECORD_CLIENT_ANSWERS -> Verdict.from(answers, CLIENT_VERDICTS.name(), desk.plan(task), false);
            default -> comparison(answers);
        }
        answers.done();
    }

    private static void comparison(Answers answers) {
        answers.required(LEARNED.name(), "Say what we learned; it is about the work, and names nobody.");
        var next = answers.requiredChoice(WHAT_NEXT.name(), WhatNext.class, "Say what comes next.");
        if (next == WhatNext.LESSON) {
            Learned.from(answers);
        }
    }
}
