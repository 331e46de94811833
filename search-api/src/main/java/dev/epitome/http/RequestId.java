package dev.epitome.http;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id that ties an answer to a line of the log. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private RequestId() {}

    /** The caller's own where it is harmless in a log, otherwise a new one. */
    static String echoedOrMade(@Nullable String given) {
        return given != null && ACCEPTABLE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
