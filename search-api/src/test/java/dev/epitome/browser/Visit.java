package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/**
 * A person on a page, in a window that shares nothing with others. Whatever happens that must not (an error in the
 * console, a dialog, a request to another host, a breach of the policy) fails the test when the visit closes.
 */
final class Visit implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** A busy machine takes its time. */
    static final double PATIENCE_MILLIS = 20_000;

    private final BrowserContext context;
    private final Page page;
    private final URI address;
    private final List<String> wrongs = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    private Visit(BrowserContext context, URI address) {
        this.context = context;
        this.address = address;
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        watch();
    }

    /** Opens a path of the site in a window of that size. */
    static Visit to(Browser browser, URI address, String path, int width, int height) {
        Visit visit = new Visit(browser.newContext(window(width, height)), address);
        visit.go(path);
        return visit;
    }

    static Visit to(Browser browser, URI address, String path) {
        return to(browser, address, path, 1280, 900);
    }

    /** Opens an empty window, so that a test can watch from the first page on. */
    static Visit nowhereYet(Browser browser, URI address) {
        return new Visit(browser.newContext(window(1280, 900)), address);
    }

    private static NewContextOptions window(int width, int height) {
        return new NewContextOptions().setViewportSize(width, height).setReducedMotion(ReducedMotion.REDUCE);
    }

    private void watch() {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                wrongs.add("console: " + message.text());
            }
        });
        page.onPageError(error -> wrongs.add("error: " + error));
        page.onDialog(dialog -> {
            wrongs.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(address.toString())) {
                wrongs.add("request: " + request.url());
            }
        });
        page.onPopup(popup -> wrongs.add("window: " + popup.url()));
        page.addInitScript("addEventListener('securitypolicyviolation', (event) => "
                + "console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))");
    }

    /** Such a line in the console is part of the test. */
    Visit expecting(String regex) {
        expected.add(Pattern.compile(regex));
        return this;
    }

    void go(String path) {
        page.navigate(address.resolve(path).toString());
        settled();
    }

    /** Waits until the page has asked for whatever it was about to ask: it is told of requests in their order. */
    void asksNothingMore() {
        page.evaluate("() => fetch('/health/live').then((answer) => answer.text())");
    }

    Page page() {
        return page;
    }

    /** Waits until no answer is awaited. */
    void settled() {
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        assertThat(page.getByText("Searching …")).hasCount(0);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator titles() {
        return page.locator(".hit h2");
    }

    Locator box() {
        return page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("Search for articles"));
    }

    Locator completions() {
        return page.locator("#completions [role=option]");
    }

    void totals(String text) {
        assertThat(page.locator("#total")).hasText(text);
    }

    /** The path and query of the page, as others would be sent it. */
    void isAt(String path) {
        assertThat(page).hasURL(address.resolve(path).toString());
    }

    void isAt(Pattern path) {
        assertThat(page).hasURL(path);
    }

    String focused(String property) {
        return String.valueOf(page.evaluate("(name) => document.activeElement[name]", property));
    }

    /**
     * Takes pictures by day and by night, and has axe look at both: at night only at the colours, all else is the same.
     */
    void looksGood(String name) {
        looksGood(name, false);
    }

    void looksGood(String name, boolean whole) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            String file = name + (scheme == ColorScheme.DARK ? "-dark" : "") + ".png";
            page.screenshot(
                    new ScreenshotOptions().setPath(SCREENSHOTS.resolve(file)).setFullPage(whole));
            Axe.findsNothing(page, file, scheme == ColorScheme.DARK ? "color-contrast" : "");
        }
        doesNotScrollSideways(name);
    }

    void doesNotScrollSideways(String name) {
        Object over = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
        Assertions.assertThat(((Number) over).intValue())
                .as("pixels that %s is too wide", name)
                .isLessThanOrEqualTo(0);
    }

    @Override
    public void close() {
        context.close();
        Assertions.assertThat(wrongs)
                .filteredOn(wrong -> expected.stream()
                        .noneMatch(pattern -> pattern.matcher(wrong).find()))
                .isEmpty();
    }
}
