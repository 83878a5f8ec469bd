package agency.frontline.outside;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;

/** Whatever login page stands before a page: a name, a password, a button. */
final class LoginPage {

    private LoginPage() {}

    /** Asks for the page, logs in where that is wanted, and comes back to the page. */
    static void logIn(Browser.Session session, URI wanted, String user) {
        var page = session.page();
        page.navigate(wanted.toString());
        var password = page.locator("input[type=password]");
        password.waitFor();
        // Tasklist draws its login form anew once it has heard that nobody is logged in.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.locator("input[type=text]").first().fill(user);
        password.fill("demo");
        session.picture(user + "-logs-in");
        page.locator("button[type=submit]").first().click();
        password.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        page.navigate(wanted.toString());
        page.waitForLoadState(LoadState.NETWORKIDLE);
        session.forgetTroubles();
    }
}
