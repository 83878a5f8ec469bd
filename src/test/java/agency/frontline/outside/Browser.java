package agency.frontline.outside;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real browser without a window. Each person gets a session of their own in it; what goes wrong in their pages (an
 * error on the console, a failed request, a dialog nobody asked for) is kept for the test to look at.
 */
final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of(System.getProperty("frontline.screenshots", "target/screenshots"));

    /** The webapps of Camunda 7.24 ask for a page that is not part of the starter, at each load. */
    private static final String WELCOME = "/camunda-welcome";

    private static final AtomicInteger PICTURES = new AtomicInteger();

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    static Browser open() {
        var program = Chromium.program();
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            var chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setTimeout(120_000)
                            .setArgs(List.of(
                                    // Builds run as root in containers with a small /dev/shm.
                                    "--no-sandbox",
                                    "--disable-dev-shm-usage",
                                    "--disable-gpu",
                                    "--disable-background-networking",
                                    "--no-first-run")));
            return new Browser(playwright, chromium);
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /** A new session in which nobody has logged in yet. */
    Session session() {
        return new Session(chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1600, 1900)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")));
    }

    /** A small phone, held upright. */
    Session phone(boolean scripts) {
        return new Session(chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true)
                .setJavaScriptEnabled(scripts)));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    /** One person's cookies and pages. */
    static final class Session implements AutoCloseable {

        private final BrowserContext context;
        private final Page page;
        private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());
        private final List<URI> requests = Collections.synchronizedList(new ArrayList<>());

        private Session(BrowserContext context) {
            this.context = context;
            context.setDefaultTimeout(60_000);
            context.setDefaultNavigationTimeout(90_000);
            page = context.newPage();
            page.onRequest(request -> {
                if (request.url().startsWith("http")) {
                    requests.add(URI.create(request.url().replaceAll("[?#].*$", "")));
                }
            });
            page.onResponse(response -> {
                if (response.status() >= 400 && !response.url().contains(WELCOME)) {
                    troubles.add(response.status() + " " + response.url());
                }
            });
            page.onPageError(error -> troubles.add("script error: " + error));
            page.onDialog(dialog -> {
                troubles.add("dialog: " + dialog.message());
                dialog.dismiss();
            });
        }

        Page page() {
            return page;
        }

        /** Failed requests, script errors and dialogs so far. */
        List<String> troubles() {
            return List.copyOf(troubles);
        }

        /** A login page asks who is there and hears that nobody is: no trouble. */
        void forgetTroubles() {
            troubles.clear();
        }

        /** Every address the pages have asked for, without queries. */
        List<URI> requests() {
            return List.copyOf(requests);
        }

        /** Keeps a picture of the whole page as build output. */
        void picture(String name) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SCREENSHOTS.resolve("%02d-%s.png".formatted(PICTURES.incrementAndGet(), name))));
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
