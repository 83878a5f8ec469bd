package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;
import static java.util.Map.entry;

import agency.frontline.client.pledge.Pledge;
import agency.frontline.client.pledge.PledgeAnswer;
import agency.frontline.client.pledge.Pledges;
import agency.frontline.engine.FormContext;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Person;
import agency.frontline.onboarding.AppointedTeam;
import agency.frontline.onboarding.Onboardings;
import agency.frontline.onboarding.PlanJudgement;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of an onboarding show beside their fields: how far it is, and whom and what there is to choose from. */
@Component
class OnboardingFormContext implements FormContext {

    private static final List<String> SPECIALISTS =
            List.of("planners", "media-specialists", "writers", "art-directors", "project-managers", "producers");

    /** The ones people choose; any other may be written into the client's file (REST). */
    private static final List<String> HOLIDAYS = List.of(
            "GB-ENG", "GB-SCT", "GB-NIR", "IE", "PL", "DE", "FR", "ES", "IT", "NL", "SE", "CZ", "AT", "CH", "US",
            "US-NY", "US-CA", "CA", "AU", "NZ", "NONE");

    private static final List<String> LANGUAGES_KNOWN = List.of("en", "pl");

    private final OnboardingDesk desk;
    private final Onboardings onboardings;
    private final Colleagues colleagues;
    private final Pledges pledges;
    private final Wishes wishes;

    OnboardingFormContext(
            OnboardingDesk desk, Onboardings onboardings, Colleagues colleagues, Pledges pledges, Wishes wishes) {
        this.desk = desk;
        this.onboardings = onboardings;
        this.colleagues = colleagues;
        this.pledges = pledges;
        this.wishes = wishes;
    }

    @Override
    public boolean serves(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public Map<String, Function<DelegateTask, @Nullable Object>> values() {
        return Map.ofEntries(
                entry(PROGRESS_TEXT.name(), on(this::progress)),
                entry(PURPOSE_TEXT.name(), on(execution -> PURPOSE.find(execution)
                        .orElse(null))),
                entry(TIME_ZONES.name(), on(execution -> zones())),
                entry(HOLIDAY_CALENDARS.name(), on(execution -> plain(HOLIDAYS))),
                entry(LANGUAGE_OPTIONS.name(), on(execution -> languages())),
                entry(MANAGER_OPTIONS.name(), on(execution -> people(colleagues.inGroup("account-managers")))),
                entry(SPECIALIST_OPTIONS.name(), on(execution -> specialists())),
                entry(CLIENT_PEOPLE.name(), on(this::clientPeople)),
                entry(ATTENDEE_OPTIONS.name(), on(this::attendees)),
                entry(PLAN_FACTS_TEXT.name(), on(OnboardingFormContext::planFacts)),
                entry(KICK_OFF_TEXT.name(), on(this::kickOff)),
                entry(PLEDGE_TEXT.name(), on(this::pledge)),
                entry(LAST_WISH_TEXT.name(), on(this::lastWish)),
                entry(
                        PLEDGE_SENT.name(),
                        on(execution -> PLEDGE_VERSION.find(execution).isPresent())),
                entry(
                        WISHES_TEXT.name(),
                        on(execution -> WISHES.find(execution).isEmpty() ? null : wishes.inWords(execution))));
    }

    private static Function<DelegateTask, @Nullable Object> on(Function<DelegateExecution, @Nullable Object> value) {
        return task -> value.apply(task.getExecution());
    }

    private String progress(DelegateExecution execution) {
        var onboarding = desk.onboarding(execution);
        var limit = onboarding.requestsPerDay() == null
                ? ""
                : " At most %d requests to the client a day; the rest waits its turn."
                        .formatted(onboarding.requestsPerDay());
        return "%d %% done, %s.%s"
                .formatted(
                        onboardings.progress(desk.key(execution)),
                        Onboardings.inWords(onboarding.pace()).toLowerCase(Locale.ROOT),
                        limit);
    }

    private static SpinJsonNode zones() {
        return plain(ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches("(Europe|America|Asia|Africa|Australia|Pacific|Atlantic)/.+"))
                .sorted()
                .toList());
    }

    private static SpinJsonNode languages() {
        var options = Spin.JSON("[]");
        LANGUAGES_KNOWN.forEach(
                tag -> option(options, Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH), tag));
        return options;
    }

    private static SpinJsonNode plain(List<String> values) {
        var options = Spin.JSON("[]");
        values.forEach(value -> option(options, value, value));
        return options;
    }

    private SpinJsonNode specialists() {
        var options = Spin.JSON("[]");
        SPECIALISTS.forEach(group -> colleagues
                .inGroup(group)
                .forEach(person -> option(
                        options,
                        person.name() + " (" + group.replace('-', ' ') + ")",
                        AppointedTeam.choice(group, person.id()))));
        return options;
    }

    private SpinJsonNode clientPeople(DelegateExecution execution) {
        var options = Spin.JSON("[]");
        desk.client(execution).contacts().forEach(contact -> option(options, contact.name(), contact.email()));
        return options;
    }

    private SpinJsonNode attendees(DelegateExecution execution) {
        var options = clientPeople(execution);
        desk.colleagues(execution).forEach(person -> option(options, person.name(), person.id()));
        return options;
    }

    private static SpinJsonNode people(List<Person> people) {
        var options = Spin.JSON("[]");
        people.forEach(person -> option(options, person.name(), person.id()));
        return options;
    }

    private static void option(SpinJsonNode options, String label, String value) {
        options.append(Spin.JSON("{}").prop("label", label).prop("value", value));
    }

    /** The rule that spoke, with its reason and what it looked at. */
    private static @Nullable String planFacts(DelegateExecution execution) {
        return PLAN_JUDGEMENT
                .find(execution)
                .map(judgement ->
                        "%s: %s\nBuffer %d %% of the business days, contingency %d %% of the budget, %d %% of the hours are free; done by %s for %s."
                                .formatted(
                                        inWords(judgement),
                                        PLAN_JUDGEMENT_WHY.in(execution),
                                        BUFFER_PERCENT.in(execution),
                                        CONTINGENCY_PERCENT.in(execution),
                                        CAPACITY_PERCENT.in(execution),
                                        PLANNED_END.in(execution),
                                        BUDGET_AMOUNT
                                                .find(execution)
                                                .map(Object::toString)
                                                .orElse("")))
                .orElse(null);
    }

    private static String inWords(PlanJudgement judgement) {
        return switch (judgement) {
            case REALISTIC -> "Realistic";
            case TIGHT -> "Tight";
            case UNREALISTIC -> "Unrealistic";
        };
    }

    private @Nullable String kickOff(DelegateExecution execution) {
        return KICK_OFF_AT
                .find(execution)
                .map(at -> Stream.of(
                                desk.inWords(execution, at),
                                KICK_OFF_PLACE.find(execution).orElse(""))
                        .filter(part -> !part.isEmpty())
                        .reduce((when, where) -> when + ", " + where)
                        .orElse(""))
                .orElse(null);
    }

    /** What the client wanted otherwise in the version before. */
    private @Nullable String lastWish(DelegateExecution execution) {
        return pledges.versions(CLIENT.in(execution)).stream()
                .map(Pledge::answer)
                .filter(Objects::nonNull)
                .map(PledgeAnswer::wish)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** Where the talk about the pledge stands. */
    private @Nullable String pledge(DelegateExecution execution) {
        return PLEDGE_VERSION
                .find(execution)
                .flatMap(version -> pledges.version(CLIENT.in(execution), version))
                .map(sent -> "Version %d is with the client%s."
                        .formatted(
                                sent.version(),
                                sent.sentAt() == null ? "" : " since " + desk.inWords(execution, sent.sentAt())))
                .orElse(null);
    }
}
