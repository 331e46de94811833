package dev.epitome.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often one client may ask: so many times a second in the long run, twice as many at once. Each request pushes the
 * time at which its client would be even again further off; who is too far ahead waits.
 */
final class RateLimit {

    /** Who has not asked for longest is forgotten first: a client more costs an old one nothing but its burst. */
    private static final int MAX_CLIENTS = 20_000;

    /** How many seconds' worth may come at once. */
    private static final int BURST = 2;

    private final long interval;
    private final int atOnce;
    private final LongSupplier nanoTime;
    private final Map<String, Long> evenAt = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_CLIENTS;
        }
    };

    /** Takes the time from a clock that never goes back. */
    RateLimit(int perSecond, LongSupplier nanoTime) {
        this(Duration.ofSeconds(1).dividedBy(perSecond), BURST * perSecond, nanoTime);
    }

    /** As above, with one in each interval in the long run. */
    RateLimit(Duration interval, int atOnce, LongSupplier nanoTime) {
        this.interval = interval.toNanos();
        this.atOnce = atOnce;
        this.nanoTime = nanoTime;
    }

    /**
     * To be called before a request is handled. Who watches over the service is never kept waiting.
     *
     * @throws Refused when the client is to wait
     */
    void before(Context context) {
        if (!isOfWatchers(context)) {
            int perSecond = atOnce / BURST;
            count(client(context.req().getRemoteAddr()), Problem.tooManyRequests(perSecond));
        }
    }

    /**
     * Counts what a client does.
     *
     * @throws Refused with that problem when it comes too early
     */
    void count(String client, Problem tooEarly) {
        long wait = waitAfter(client);
        if (wait > 0) {
            long seconds = Math.ceilDiv(wait, Duration.ofSeconds(1).toNanos());
            throw new Refused(tooEarly, Map.of("Retry-After", Long.toString(seconds)));
        }
    }

    /** Whether it comes from whoever watches over the service. */
    static boolean isOfWatchers(Context context) {
        String path = context.path();
        return path.startsWith("/health/") || path.equals("/metrics");
    }

    /** Counts a request, unless it comes too early: then how many nanoseconds it does. */
    synchronized long waitAfter(String client) {
        long now = nanoTime.getAsLong();
        long ahead = Math.max(0, evenAt.getOrDefault(client, now) - now);
        long mostAhead = (atOnce - 1) * interval;
        if (ahead > mostAhead) {
            return ahead - mostAhead;
        }
        evenAt.put(client, now + ahead + interval);
        return 0;
    }

    /** Counts one less of a client. */
    synchronized void giveBack(String client) {
        evenAt.computeIfPresent(client, (same, at) -> at - interval);
    }

    /** One home or one machine is given 64 bits of addresses of IPv6: they are one client. */
    static String client(String address) {
        String[] groups = address.replaceAll("[\\[\\]]", "").split(":", -1);
        return groups.length == 8 ? String.join(":", groups[0], groups[1], groups[2], groups[3]) : address;
    }
}
