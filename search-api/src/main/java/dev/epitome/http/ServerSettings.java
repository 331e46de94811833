package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.keys.Keys;
import java.util.List;
import java.util.Objects;

/**
 * How to serve. Start from {@link #at} and change what differs.
 *
 * @param host the address to bind to
 * @param port 0 for any free one
 * @param corsOrigins whose pages may read answers: origins such as {@code https://a.example}, or {@code *} for all;
 *     empty for none but our own
 * @param rateLimit how many requests a second one client may make, in the long run; 0 for any number
 * @param connections how many there may be, and for how long they are waited for
 * @param work how much is worked on at once, and how long an answer may take
 * @param naming what it is called from outside
 * @param stopTimes how long it takes to stop
 * @param keys who may write, see how the server is, and read where that is not public; none where nobody may write
 * @param publicRead whether other machines that reach it may read without a key; this one always may
 */
public record ServerSettings(
        String host,
        int port,
        List<String> corsOrigins,
        int rateLimit,
        ConnectionLimits connections,
        WorkLimits work,
        Naming naming,
        StopTimes stopTimes,
        Keys keys,
        boolean publicRead) {

    public static final int MAX_RATE_LIMIT = 1_000_000;

    /**
     * Checks the bounds.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when the rate limit is out of them, or what is
     *     given as an origin is none
     */
    public ServerSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(corsOrigins, "corsOrigins");
        Objects.requireNonNull(connections, "connections");
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(naming, "naming");
        Objects.requireNonNull(stopTimes, "stopTimes");
        Objects.requireNonNull(keys, "keys");
        corsOrigins = corsOrigins.stream().map(Cors::origin).distinct().toList();
        if (rateLimit < 0 || rateLimit > MAX_RATE_LIMIT) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST, "rate limit is " + rateLimit + ": give 0 to " + MAX_RATE_LIMIT);
        }
    }

    /** No other origins, no limit of the rate, the usual ones of connections; no keys. */
    public static ServerSettings at(String host, int port) {
        return new ServerSettings(
                host,
                port,
                List.of(),
                0,
                ConnectionLimits.DEFAULT,
                WorkLimits.DEFAULT,
                Naming.NONE,
                StopTimes.DEFAULT,
                Keys.NONE,
                false);
    }

    public ServerSettings withCorsOrigins(List<String> others) {
        return new ServerSettings(
                host, port, others, rateLimit, connections, work, naming, stopTimes, keys, publicRead);
    }

    public ServerSettings withRateLimit(int other) {
        return new ServerSettings(
                host, port, corsOrigins, other, connections, work, naming, stopTimes, keys, publicRead);
    }

    public ServerSettings withConnections(ConnectionLimits other) {
        return new ServerSettings(host, port, corsOrigins, rateLimit, other, work, naming, stopTimes, keys, publicRead);
    }

    public ServerSettings withWork(WorkLimits other) {
        return new ServerSettings(
                host, port, corsOrigins, rateLimit, connections, other, naming, stopTimes, keys, publicRead);
    }

    public ServerSettings withNaming(Naming other) {
        return new ServerSettings(
                host, port, corsOrigins, rateLimit, connections, work, other, stopTimes, keys, publicRead);
    }

    public ServerSettings withStopTimes(StopTimes other) {
        return new ServerSettings(
                host, port, corsOrigins, rateLimit, connections, work, naming, other, keys, publicRead);
    }

    public ServerSettings withKeys(Keys other) {
        return new ServerSettings(
                host, port, corsOrigins, rateLimit, connections, work, naming, stopTimes, other, publicRead);
    }

    /** With reading for whoever reaches it. */
    public ServerSettings withPublicRead() {
        return new ServerSettings(host, port, corsOrigins, rateLimit, connections, work, naming, stopTimes, keys, true);
    }

    /** Whether other machines could read without anybody having said so: no server starts like that. */
    public boolean isOpenUnasked() {
        return keys.isEmpty() && !publicRead && OwnName.isBeyondLoopback(host);
    }
}
