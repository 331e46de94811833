package dev.epitome.lucene;

import dev.epitome.search.HealthCheck;
import dev.epitome.search.HealthCheck.Failure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Does the same again and again, and outlives whatever it throws. The same trouble is logged once, until it has gone.
 * One thread does, any may ask how it went.
 */
final class Upkeep {

    private static final Logger LOG = System.getLogger(Upkeep.class.getName());

    private final InstantSource clock;
    private final String trouble;
    private volatile HealthCheck health;
    private String logged = "";

    interface Work {
        void run() throws Exception;
    }

    interface Attempt {
        /** Whether it was done; otherwise nothing is known of how it would have gone. */
        boolean run() throws Exception;
    }

    private Upkeep(HealthCheck health, String trouble, InstantSource clock) {
        this.clock = clock;
        this.trouble = trouble;
        this.health = health;
    }

    /**
     * Begins as if it had just gone well.
     *
     * @param trouble what to tell people while it fails, a sentence
     */
    static Upkeep doneJustNow(String name, boolean required, String trouble, InstantSource clock) {
        return new Upkeep(
                new HealthCheck(name, required, Optional.of(clock.instant()), Optional.empty()), trouble, clock);
    }

    /** As above, for what was never done, and what answers do not depend on. */
    static Upkeep notYet(String name, String trouble, InstantSource clock) {
        return new Upkeep(new HealthCheck(name, false, Optional.empty(), Optional.empty()), trouble, clock);
    }

    void run(Work work) {
        attempt(() -> {
            work.run();
            return true;
        });
    }

    void attempt(Attempt attempt) {
        try {
            if (!attempt.run()) {
                return;
            }
        } catch (Throwable e) { // Of an Error, too: the next time may go well, and who stops looking sees nothing.
            failed(e);
            return;
        }
        if (health.failure().isPresent()) {
            LOG.log(Level.INFO, "{0}: works again", health.name());
            logged = "";
        }
        health = new HealthCheck(health.name(), health.required(), Optional.of(clock.instant()), Optional.empty());
    }

    private void failed(Throwable e) {
        Instant since = health.failure().map(Failure::since).orElseGet(clock::instant);
        health = new HealthCheck(
                health.name(), health.required(), health.passedAt(), Optional.of(new Failure(since, trouble)));
        if (!logged.equals(String.valueOf(e))) {
            logged = String.valueOf(e);
            LOG.log(Level.WARNING, "{0}: {1}: {2}", health.name(), trouble, logged);
        }
    }

    HealthCheck health() {
        return health;
    }
}
