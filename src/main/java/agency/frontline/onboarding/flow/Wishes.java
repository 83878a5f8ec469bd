package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.client.Contact;
import agency.frontline.notification.Letter;
import agency.frontline.text.Mailbox;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What two or more people at the client want, who do not want the same. */
@Component
class Wishes {

    private final OnboardingDesk desk;

    Wishes(OnboardingDesk desk) {
        this.desk = desk;
    }

    private record Wish(String contact, String text) {}

    /** One line each: who, and what they wish. */
    String inWords(DelegateExecution execution) {
        return of(execution).stream()
                .map(wish -> "%s: %s".formatted(name(execution, wish.contact()), wish.text()))
                .collect(Collectors.joining("\n\n"));
    }

    /** The person's name, or what was given for it. */
    String name(DelegateExecution execution, String address) {
        return OnboardingDesk.person(desk.client(execution), address)
                .map(Contact::name)
                .orElse(address);
    }

    /** To all who wished something and are still with the client. */
    Letter letter(DelegateExecution execution) {
        var people = of(execution).stream()
                .flatMap(wish -> OnboardingDesk.person(desk.client(execution), wish.contact()).stream())
                .distinct()
                .toList();
        var first = people.isEmpty() ? desk.lead(execution) : people.get(0);
        return desk.letter(
                execution,
                first,
                people.stream()
                        .filter(person -> !person.equals(first))
                        .map(person -> new Mailbox(person.email(), person.name()))
                        .toList());
    }

    private static List<Wish> of(DelegateExecution execution) {
        return WISHES.in(execution).elements().stream()
                .map(row -> new Wish(
                        row.prop("contact").stringValue(), row.prop("wish").stringValue()))
                .toList();
    }
}
