package agency.frontline.outside;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import java.time.Duration;

/** Our own pages as somebody reads them who looks for a case: the list, and the page that tells its story. */
final class CaseReader implements AutoCloseable {

    private final Browser.Session session;
    private final RunningFrontline frontline;
    private final String user;

    private CaseReader(Browser.Session session, RunningFrontline frontline, String user) {
        this.session = session;
        this.frontline = frontline;
        this.user = user;
    }

    static CaseReader as(String user, Browser browser, RunningFrontline frontline) {
        var reader = new CaseReader(browser.session(), frontline, user);
        LoginPage.logIn(reader.session, frontline.uri("/cases"), user);
        return reader;
    }

    Browser.Session session() {
        return session;
    }

    /** Opens the case of this subject as soon as it is in the list, and returns all that its page says. */
    String read(String subject) {
        var page = session.page();
        var link = page.locator("a[href*='/cases/']").filter(new Locator.FilterOptions().setHasText(subject));
        var row = page.locator("tr, li, article")
                .filter(new Locator.FilterOptions().setHasText(subject))
                .locator("a[href*='/cases/']");
        await(user + " finds '" + subject + "'")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .pollInSameThread()
                .until(() -> {
                    page.navigate(frontline.uri("/cases").toString());
                    page.waitForLoadState(LoadState.NETWORKIDLE);
                    return link.count() + row.count() > 0;
                });
        session.picture(user + "-finds-the-case");
        (link.count() > 0 ? link : row).first().click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)");
        session.picture(user + "-reads-the-case");
        return page.locator("body").innerText();
    }

    @Override
    public void close() {
        session.close();
    }
}
