package dev.epitome.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the machine's Chromium, started once for all of them. Where there is none, or no Node.js to steer it,
 * tests are skipped aloud; with {@code EPITOME_REQUIRE_BROWSER=true} in the environment they fail.
 */
final class Chromium implements ExecutionCondition, ParameterResolver {

    private static final String REQUIRED = "EPITOME_REQUIRE_BROWSER";

    /** No sandbox, since CI runs as root; no host but this one is found, whatever a page asks for. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Installed.missing()
                .map(missing -> {
                    String text = "NO BROWSER TESTS: " + missing + "; with " + REQUIRED + "=true this is a failure";
                    if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
                        throw new IllegalStateException(text);
                    }
                    System.err.println("*** " + context.getDisplayName() + ": " + text);
                    return ConditionEvaluationResult.disabled(text);
                })
                .orElseGet(() -> ConditionEvaluationResult.enabled("a browser is there"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Chromium.class))
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class)
                .browser();
    }

    /** Closed with the last test. */
    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

        static Running start() {
            Path chromium = Installed.chromium().orElseThrow();
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put(
                    "PLAYWRIGHT_NODEJS_PATH", Installed.node().orElseThrow().toString());
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            PlaywrightAssertions.setDefaultAssertionTimeout(Visit.PATIENCE_MILLIS);
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            Browser browser = playwright
                    .chromium()
                    .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
            return new Running(playwright, browser);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
