package dev.epitome.search;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How something is doing that an engine or a service looks after again and again.
 *
 * @param name in lower case, such as {@code refresh}; the same for the life of the engine
 * @param required whether answers cannot be relied on while it fails
 * @param passedAt when it last went well; empty where it never has
 * @param failure what is wrong since then; empty where nothing is
 */
public record HealthCheck(String name, boolean required, Optional<Instant> passedAt, Optional<Failure> failure) {
    public HealthCheck {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(passedAt, "passedAt");
        Objects.requireNonNull(failure, "failure");
    }

    /**
     * A failure that lasts.
     *
     * @param since when it began
     * @param message a sentence for a person, without names of files
     */
    public record Failure(Instant since, String message) {
        public Failure {
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(message, "message");
        }
    }

    /** Whether answers cannot be relied on because of it. */
    public boolean preventsAnswers() {
        return required && failure.isPresent();
    }
}
