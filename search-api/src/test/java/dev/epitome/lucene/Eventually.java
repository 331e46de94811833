package dev.epitome.lucene;

import static org.assertj.core.api.Assertions.fail;

import dev.epitome.search.HealthCheck;
import dev.epitome.search.SearchEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what another thread brings about. */
public final class Eventually {

    private Eventually() {}

    public static void within(Duration time, String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("not within %s: %s", time, what);
            }
            Thread.sleep(10);
        }
    }

    /** Until the engine has looked for a new commit after this was called: it found one, none, or a failure. */
    public static void looksAgain(SearchEngine engine) throws InterruptedException {
        Instant called = Instant.now();
        within(Duration.ofSeconds(10), "a look for a new commit", () -> {
            HealthCheck refresh = engine.health().stream()
                    .filter(check -> check.name().equals("refresh"))
                    .findFirst()
                    .orElseThrow();
            return refresh.failure().isPresent()
                    || refresh.passedAt().filter(called::isBefore).isPresent();
        });
    }
}
