package dev.epitome.http;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;

/** How long a client is ready to wait, where it says so. */
final class RequestTime {

    /** In seconds, whole or not. */
    static final String HEADER = "Request-Timeout";

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");

    private RequestTime() {}

    /**
     * What the client says, but no more than the server gives.
     *
     * @throws Refused when what it says is no time
     */
    static Duration of(Context context, Duration most) {
        String given = context.header(HEADER);
        if (given == null) {
            return most;
        }
        if (!SECONDS.matcher(given.strip()).matches()) {
            throw new Refused(Problem.invalidTime("give a number of seconds such as 2 or 0.5"));
        }
        long nanos = new BigDecimal(given.strip()).movePointRight(9).longValueExact();
        if (nanos == 0) {
            throw new Refused(Problem.invalidTime("give more than 0 seconds, such as 2 or 0.5"));
        }
        return nanos < most.toNanos() ? Duration.ofNanos(nanos) : most;
    }
}
