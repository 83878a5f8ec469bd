package agency.frontline.rescue.flow;

import static agency.frontline.rescue.flow.AccountRescueFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Clients;
import agency.frontline.engine.FormAnswers;
import agency.frontline.flow.CaseDesk;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Person;
import agency.frontline.rescue.Review;
import agency.frontline.rescue.SavePlan;
import agency.frontline.rescue.Visit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the steps of a rescue need to know: who may stand for it, who may go there, by when. */
@Component
class RescueDesk extends CaseDesk {

    private static final String DIRECTORS = "account-directors";

    /** A date that nobody kept is told to the director after this many business days. */
    private static final int PATIENCE_DAYS = 1;

    private final Colleagues colleagues;

    RescueDesk(CaseRegister register, Clients clients, Colleagues colleagues, Clock clock) {
        super(register, clients, colleagues, clock);
        this.colleagues = colleagues;
    }

    List<Person> directors() {
        return colleagues.inGroup(DIRECTORS);
    }

    /** Everybody who works for this client, and every director. */
    List<Person> people(DelegateExecution execution) {
        return peopleIds(execution).stream().map(this::person).toList();
    }

    private Set<String> peopleIds(DelegateExecution execution) {
        var ids = new LinkedHashSet<>(colleagueIds(execution));
        directors().forEach(director -> ids.add(director.id()));
        return ids;
    }

    SavePlan plan(DelegateTask task) {
        var execution = (DelegateExecution) task.getExecution();
        return SavePlan.from(
                FormAnswers.in(task),
                directors().stream().map(Person::id).collect(Collectors.toSet()),
                peopleIds(execution),
                today(execution));
    }

    Visit visit(DelegateTask task) {
        var execution = (DelegateExecution) task.getExecution();
        var begun = calendar(execution).localDate(theCase(execution).startedAt());
        return Visit.from(FormAnswers.in(task), peopleIds(execution), begun, today(execution));
    }

    Review review(DelegateTask task) {
        return Review.from(FormAnswers.in(task), today((DelegateExecution) task.getExecution()));
    }

    /** What the people who were in it are called, in full and by their first names. */
    Set<String> names(DelegateExecution execution) {
        var ours = people(execution).stream().flatMap(person -> Stream.of(person.name(), person.firstName()));
        var theirs = client(execution).contacts().stream()
                .flatMap(contact -> Stream.of(contact.name(), contact.name().split("\\s", 2)[0]));
        return Stream.concat(ours, theirs).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Instant endOf(DelegateExecution execution, LocalDate day) {
        return calendar(execution).endOfBusinessDay(day);
    }

    /** When the director hears that it was not done by then. */
    Instant missedAt(DelegateExecution execution, Instant due) {
        return calendar(execution).plusBusinessDays(due, PATIENCE_DAYS);
    }
}
