package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How many connections a server takes, and for how long it waits for what is to come by them. A connection past its
 * time is closed within a second, or a quarter of the shortest of these times.
 *
 * @param total at most so many at once, and a few more for those who watch over the service; 0 for any number
 * @param perClient at most so many of one client, in total; 0 for any number
 * @param request from the first byte of a request, or from the connection's beginning, to the last byte of its body
 * @param idle from the end of an answer to the next request
 * @param answer from the first byte of an answer to the last that the client has let us send
 */
public record ConnectionLimits(int total, int perClient, Duration request, Duration idle, Duration answer) {

    public static final int MAX_CONNECTIONS = 1_000_000;
    public static final Duration LONGEST = Duration.ofHours(1);

    /** 1,000 connections, 100 of one client; ten seconds for a request, a minute for an answer, half of that idle. */
    public static final ConnectionLimits DEFAULT =
            new ConnectionLimits(1_000, 100, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /**
     * Checks the bounds.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when a number is negative or over a million, or a
     *     time is not positive or over an hour
     */
    public ConnectionLimits {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(idle, "idle");
        Objects.requireNonNull(answer, "answer");
        if (Math.min(total, perClient) < 0 || Math.max(total, perClient) > MAX_CONNECTIONS) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST,
                    "%d connections, %d of one client, cannot be: give 0, for any number, to %d"
                            .formatted(total, perClient, MAX_CONNECTIONS));
        }
        for (Duration time : new Duration[] {request, idle, answer}) {
            if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
                throw new EpitomeException(
                        Kind.INVALID_REQUEST,
                        "a connection cannot be waited for %d s: give 1 to %d"
                                .formatted(time.toSeconds(), LONGEST.toSeconds()));
            }
        }
    }

    /** How often to look for connections past their time. */
    Duration tick() {
        return Stream.of(request.dividedBy(4), idle.dividedBy(4), answer.dividedBy(4), Duration.ofSeconds(1))
                .min(Duration::compareTo)
                .orElseThrow();
    }

    /** Beyond all of the times. */
    Duration longest() {
        return Stream.of(request, idle, answer, Duration.ofSeconds(30))
                .max(Duration::compareTo)
                .orElseThrow()
                .multipliedBy(2);
    }
}
