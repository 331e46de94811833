package dev.epitome.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks for what shuts people out, with axe-core. */
final class Axe {

    private static final String RUN = """
            async (rule) => {
              const only = rule === "" ? {} : { runOnly: { type: "rule", values: [rule] } };
              const found = await axe.run(document, { ...only, resultTypes: ["violations"] });
              return found.violations.flatMap((one) =>
                one.nodes.map((node) => `${one.id}: ${node.html} ${node.failureSummary}`));
            }
            """;

    private Axe() {}

    /** @param rule the only one to look at; empty for all */
    static void findsNothing(Page page, String state, String rule) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            inject(page);
        }
        assertThat((List<?>) page.evaluate(RUN, rule))
                .as("what axe finds in %s", state)
                .isEmpty();
    }

    /** As the tools of a developer would: the page's own policy lets no script in. */
    private static void inject(Page page) {
        JsonObject script = new JsonObject();
        script.addProperty("expression", source());
        CDPSession session = page.context().newCDPSession(page);
        session.send("Runtime.evaluate", script);
        session.detach();
    }

    private static String source() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
