package agency.frontline.outside;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;

/** Whatever login page stands before a page: a name, a password, a button. */
final class LoginPage {

    private static final int ATTEMPTS = 4;

    private LoginPage() {}

    /** Asks for the page, logs in where that is wanted, and comes back to the page. */
    static void logIn(Browser.Session session, URI wanted, String user) {
        var page = session.page();
        page.navigate(wanted.toString());
        page.locator("input[type=password]").waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        for (int attempt = 1; !passes(session, user); attempt++) {
            if (attempt == ATTEMPTS) {
                session.picture(user + "-cannot-log-in");
                throw new AssertionError(user + " cannot log in: " + session.troubles());
            }
        }
        page.navigate(wanted.toString());
        page.waitForLoadState(LoadState.NETWORKIDLE);
        session.forgetTroubles();
    }

    /** Tasklist draws its login form anew once it has heard that nobody is logged in; what was typed is gone then. */
    private static boolean passes(Browser.Session session, String user) {
        var page = session.page();
        page.locator("input[type=text]").first().fill(user);
        page.locator("input[type=password]").fill("demo");
        session.picture(user + "-logs-in");
        try {
            var answer = page.waitForResponse(
                    LoginPage::isLogin,
                    new Page.WaitForResponseOptions().setTimeout(20_000),
                    () -> page.locator("button[type=submit]").first().click());
            return answer.status() < 400;
        } catch (TimeoutError notAsked) {
            return false;
        }
    }

    private static boolean isLogin(Response response) {
        return response.request().method().equals("POST") && response.url().contains("/login");
    }
}
