package agency.frontline.rescue.flow;

import static agency.frontline.rescue.flow.AccountRescueFlow.*;

import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.client.Channel;
import agency.frontline.rescue.Rescues;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** What the client said is kept in their words, as a house call (C-13). */
@Component
class RememberVisit implements TaskListener {

    private final RescueDesk desk;
    private final Rescues rescues;
    private final Conversation conversation;

    RememberVisit(RescueDesk desk, Rescues rescues, Conversation conversation) {
        this.desk = desk;
        this.rescues = rescues;
        this.conversation = conversation;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = (DelegateExecution) task.getExecution();
        var visit = desk.visit(task);
        rescues.visited(desk.key(execution), visit);
        var endOfDay = desk.endOf(execution, visit.on());
        conversation.record(new Message(
                desk.key(execution),
                endOfDay.isBefore(desk.now()) ? endOfDay : desk.now(),
                Direction.IN,
                Channel.VISIT,
                CONTACT.in(execution),
                OWNER.in(execution),
                SUBJECT.in(execution),
                visit.clientSaid(),
                null));
    }
}
