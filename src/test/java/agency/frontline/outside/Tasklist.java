package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Camunda's Tasklist as a person uses it: the login page, the filters, the list, a form, Complete. */
final class Tasklist implements AutoCloseable {

    private static final String PATH = "/camunda/app/tasklist/default/";

    private final Browser.Session session;
    private final RunningFrontline frontline;
    private final String user;

    private Tasklist(Browser.Session session, RunningFrontline frontline, String user) {
        this.session = session;
        this.frontline = frontline;
        this.user = user;
    }

    /** Opens Tasklist and logs in at whatever login page answers. */
    static Tasklist as(String user, Browser browser, RunningFrontline frontline) {
        var tasklist = new Tasklist(browser.session(), frontline, user);
        tasklist.logIn();
        return tasklist;
    }

    private void logIn() {
        LoginPage.logIn(session, frontline.uri(PATH), user);
        for (int attempt = 1; !showsFilters(); attempt++) {
            if (attempt == 3) {
                session.picture(user + "-sees-no-filters");
                throw new AssertionError(user + " sees no filters: " + session.troubles());
            }
            page().reload();
        }
    }

    private boolean showsFilters() {
        return appears(filters());
    }

    /** Tasklist's loader gives scripts seven seconds and then shows its wheel for ever; people load the page again. */
    private boolean appears(Locator what) {
        try {
            what.first().waitFor(new Locator.WaitForOptions().setTimeout(20_000));
            return true;
        } catch (TimeoutError notThere) {
            return false;
        }
    }

    private Page page() {
        return session.page();
    }

    Browser.Session session() {
        return session;
    }

    private Locator filters() {
        return page().locator(".task-filter");
    }

    /** The names of the filters, in their order. */
    List<String> filterNames() {
        return page().locator(".task-filter h4.name a").allInnerTexts().stream()
                .map(name -> name.replaceAll("\\s*\\(?\\d*\\)?\\s*$", "").strip())
                .toList();
    }

    /** Waits until the filter shows a task of this name in the case with this subject, and opens it. */
    Form open(String filter, String task, String subject) {
        await("%s sees '%s' for '%s' under '%s'".formatted(user, task, subject, filter))
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .pollInSameThread()
                .until(() -> {
                    page().navigate(frontline.uri(PATH).toString());
                    page().reload();
                    if (!showsFilters()) {
                        return false;
                    }
                    filters()
                            .filter(new Locator.FilterOptions().setHasText(filter))
                            .first()
                            .click();
                    page().waitForLoadState(LoadState.NETWORKIDLE);
                    return opened(task, subject);
                });
        return new Form();
    }

    /** Specialists' cards may not tell the subject; then the form does. */
    private boolean opened(String task, String subject) {
        var cards = page().locator("li.task").filter(new Locator.FilterOptions().setHasText(task));
        for (var card : cards.all()) {
            var words = card.innerText();
            if (words.contains("Subject:") && !words.contains(subject)) {
                continue;
            }
            card.locator("h4.task a").click();
            if (!appears(page().locator(".fjs-container .fjs-form-field"))) {
                return false;
            }
            page().waitForLoadState(LoadState.NETWORKIDLE);
            if (new Form().values().contains(subject)) {
                return true;
            }
        }
        return false;
    }

    /** Holds what this browser sends to complete a task, for a test to let go. */
    void hold(Consumer<Route> sent) {
        page().route("**/submit-form", sent);
    }

    /** The server does not find the form of any task. */
    void findsNoForms() {
        page().route(
                        "**/deployed-form",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(404)
                                .setContentType("application/json")
                                .setBody("{\"type\":\"NotFound\",\"message\":\"There is no such form.\"}")));
    }

    /** Clicks a card with this subject under the filter, whatever opens then. */
    void click(String filter, String subject) {
        await("%s sees '%s' under '%s'".formatted(user, subject, filter))
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .pollInSameThread()
                .until(() -> {
                    page().navigate(frontline.uri(PATH).toString());
                    page().reload();
                    if (!showsFilters()) {
                        return false;
                    }
                    filters()
                            .filter(new Locator.FilterOptions().setHasText(filter))
                            .first()
                            .click();
                    page().waitForLoadState(LoadState.NETWORKIDLE);
                    return page().locator("li.task")
                                    .filter(new Locator.FilterOptions().setHasText(subject))
                                    .count()
                            > 0;
                });
        page().locator("li.task")
                .filter(new Locator.FilterOptions().setHasText(subject))
                .locator("h4.task a")
                .first()
                .click();
    }

    /** Whether the text is to be read in this moment. */
    boolean reads(String text) {
        return page().getByText(text).first().isVisible();
    }

    /** Waits until the opened task has gone, as it does for whoever completed it. */
    void seesTaskGo() {
        page().locator(".fjs-container")
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.DETACHED)
                        .setTimeout(30_000));
    }

    /** Whether the text is to be read before so many seconds are over. */
    boolean readsWithin(int seconds, String text) {
        try {
            page().getByText(text).first().waitFor(new Locator.WaitForOptions().setTimeout(seconds * 1000.0));
            return true;
        } catch (TimeoutError notThere) {
            return false;
        }
    }

    void waitsForText(String text) {
        page().getByText(text).first().waitFor();
    }

    /** Opens the start form of a process, as people do under "Start process". */
    Form start(String process) {
        page().navigate(frontline.uri(PATH).toString());
        if (!showsFilters()) {
            throw new AssertionError(user + " sees no filters: " + session.troubles());
        }
        page().getByText("Start process", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page().locator(".modal-body")
                .getByText(process, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        page().locator(".fjs-container .fjs-form-field").first().waitFor();
        return new Form();
    }

    /** Takes the opened task, which was offered to the group, for this user. */
    Form claim() {
        page().getByText("Claim", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page().locator(".fjs-container .fjs-form-field").first().waitFor();
        page().locator(".fjs-container textarea:enabled, .fjs-container input:enabled")
                .first()
                .waitFor();
        return new Form();
    }

    @Override
    public void close() {
        session.close();
    }

    /** The form of the opened task; fields go by the label that stands beside them. */
    final class Form {

        /** Which of the fields that have the same label; the last where it is -1. */
        private final int which;

        private Form() {
            this(-1);
        }

        private Form(int which) {
            this.which = which;
        }

        /** The row of this number, from 0, where the rows of a list have all the same fields. */
        Form row(int number) {
            return new Form(number);
        }

        private Locator field(String kind, String label) {
            var all = page().locator(".fjs-container .fjs-form-field" + kind).filter(beginsWith(label));
            return which < 0 ? all.last() : all.nth(which);
        }

        private Locator.FilterOptions beginsWith(String label) {
            // The browser reads this pattern, and does not know Java's way to quote.
            var literally = label.replaceAll("[^A-Za-z0-9 ]", "\\\\$0");
            return new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + literally));
        }

        Form write(String label, String text) {
            field(":has(input, textarea)", label)
                    .locator("input, textarea")
                    .last()
                    .fill(text);
            return this;
        }

        /** Picks a choice of a select by what it says. */
        Form select(String label, String choice) {
            var field = field("-select", label);
            field.locator(".fjs-input-group").click();
            field.locator(".fjs-dropdownlist-item")
                    .getByText(choice, new Locator.GetByTextOptions().setExact(true))
                    .click();
            return this;
        }

        /** Picks a choice of a radio group, or ticks one of a checklist. */
        Form choose(String label, String choice) {
            page().locator(".fjs-container .fjs-form-field-radio, .fjs-container .fjs-form-field-checklist")
                    .filter(beginsWith(label))
                    .last()
                    .getByLabel(choice, new Locator.GetByLabelOptions().setExact(true))
                    .check();
            return this;
        }

        Form tick(String label) {
            page().locator(".fjs-container .fjs-form-field-checkbox")
                    .filter(beginsWith(label))
                    .last()
                    .locator("input")
                    .check();
            return this;
        }

        /** Ticks the box of this name in every row of the only list of the form. */
        Form tickAll(String label) {
            for (var field : page().locator(".fjs-container .fjs-form-field-checkbox")
                    .filter(beginsWith(label))
                    .all()) {
                field.locator("input").check();
            }
            return this;
        }

        /** Adds a row to the only list of the form. */
        Form addRow() {
            page().locator(".fjs-container .fjs-repeat-render-add").click();
            return this;
        }

        /** Adds a row to the list of this name, where a form has several. */
        Form addRow(String list) {
            page().locator("xpath=(//label[starts-with(normalize-space(.), '" + list + "')]"
                            + "/ancestor::div[.//*[contains(@class, 'fjs-repeat-render-add')]])[last()]"
                            + "//*[contains(@class, 'fjs-repeat-render-add')]")
                    .first()
                    .click();
            return this;
        }

        /** Enters a date as people type it, in the last date field that stands beside the label. */
        Form date(String label, LocalDate date) {
            var input = field("-datetime", label).locator("input").first();
            input.fill(date.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
            input.press("Enter");
            return this;
        }

        /** Enters a day and an hour as people type them. */
        Form moment(String label, LocalDate date, String time) {
            date(label, date);
            var input = field("-datetime", label).locator("input.fjs-input").last();
            input.fill(time);
            input.press("Enter");
            return this;
        }

        /** Adds a choice to a list of tags by what it says. */
        Form tag(String label, String choice) {
            var field = field("-taglist", label);
            field.locator("input").first().click();
            field.locator(".fjs-dropdownlist-item")
                    .getByText(choice, new Locator.GetByTextOptions().setExact(true))
                    .click();
            // The list of choices lies over what stands below it until the field is left.
            field.locator("input").first().press("Tab");
            return this;
        }

        /** Presses the button of a start form and waits until the dialogue has gone. */
        void start() {
            press(page().locator(".modal-footer")
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Start").setExact(true)));
        }

        /** What stands in a text field, also one that is only shown. */
        String shown(String label) {
            return field(":has(input, textarea)", label)
                    .locator("input, textarea")
                    .last()
                    .inputValue();
        }

        private List<String> values() {
            return page().locator(".fjs-container input, .fjs-container textarea").all().stream()
                    .map(Locator::inputValue)
                    .toList();
        }

        /** All of the form as a reader sees it, without the contents of its fields. */
        String text() {
            return page().locator(".fjs-container").innerText();
        }

        Form picture(String name) {
            session.picture(user + "-" + name);
            return this;
        }

        /** Presses Tasklist's own button and waits until the task has gone. */
        void complete() {
            press(page().getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Complete").setExact(true)));
        }

        /** Presses Tasklist's own button and does not look what becomes of it. */
        void send() {
            page().getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Complete").setExact(true))
                    .click();
        }

        /** Presses the form's own button, which forms with a list have. */
        void submit(String button) {
            press(page().locator(".fjs-container")
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(button).setExact(true)));
        }

        private void press(Locator button) {
            assertThat(button.isEnabled())
                    .withFailMessage(() -> "The form cannot be sent yet: "
                            + page().locator(".fjs-form-field-error, .fjs-has-errors")
                                    .allInnerTexts())
                    .isTrue();
            button.click();
            try {
                seesTaskGo();
            } catch (TimeoutError refused) {
                session.picture(user + "-is-refused");
                throw new AssertionError(
                        "The form was refused: "
                                + page().locator(".notifications, .alert-danger:visible")
                                        .allInnerTexts(),
                        refused);
            }
        }
    }
}
