package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of other origins read answers. Javalin's own plugin answers pages of all others with a status of an error,
 * and tells caches nothing where a request has no origin.
 */
final class Cors {

    private static final String ANY = "*";

    private static final Pattern ORIGIN = Pattern.compile("https?://(?:[a-z0-9._-]+|\\[[0-9a-f:.]+])(?::\\d{1,5})?");

    private static final Pattern DEFAULT_PORT = Pattern.compile("(?<=^http:.{1,300}):80$|(?<=^https:.{1,300}):443$");

    private static final String METHODS = "GET, HEAD, POST";
    private static final String REQUEST_HEADERS = "Content-Type, If-None-Match, X-Request-Id";
    private static final String WITH_KEY = REQUEST_HEADERS + ", Authorization";
    private static final String ANSWER_HEADERS = "ETag, X-Request-Id, Retry-After";

    /** For how long a browser need not ask again, in seconds. */
    private static final String MAX_AGE = "600";

    private final List<String> origins;
    private final String requestHeaders;

    /** @param keys whether pages of the origins may send keys, if each of these was named */
    Cors(List<String> origins, boolean keys) {
        this.origins = List.copyOf(origins);
        this.requestHeaders = keys && !origins.contains(ANY) ? WITH_KEY : REQUEST_HEADERS;
    }

    /**
     * An origin as browsers write it, which leave out the port that goes without saying.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} where it is none
     */
    static String origin(String text) {
        String origin = text.strip().toLowerCase(Locale.ROOT).replaceAll("/$", "");
        origin = DEFAULT_PORT.matcher(origin).replaceAll("");
        if (!origin.equals(ANY) && !ORIGIN.matcher(origin).matches()) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST, "\"" + text + "\" is no origin: give one such as https://a.example, or *");
        }
        return origin;
    }

    /** To be called before a request is handled; ends it where a browser only asks what it may do. */
    void before(Context context) {
        if (origins.isEmpty()) {
            return;
        }
        String origin = context.header("Origin");
        headers(origin).forEach(context::header);
        boolean asks = context.method().equals(HandlerType.OPTIONS)
                && context.header("Access-Control-Request-Method") != null
                && allowed(origin).isPresent();
        if (asks) {
            context.header("Access-Control-Allow-Methods", METHODS)
                    .header("Access-Control-Allow-Headers", requestHeaders)
                    .header("Access-Control-Max-Age", MAX_AGE)
                    .removeHeader("Content-Type")
                    .status(204)
                    .skipRemainingHandlers();
        }
    }

    /** What an answer to a page of that origin bears. */
    Map<String, String> headers(@Nullable String origin) {
        Map<String, String> headers = new TreeMap<>();
        if (!origins.isEmpty() && !origins.contains(ANY)) {
            headers.put("Vary", "Origin");
        }
        allowed(origin).ifPresent(allowed -> {
            headers.put("Access-Control-Allow-Origin", allowed);
            headers.put("Access-Control-Expose-Headers", ANSWER_HEADERS);
        });
        return headers;
    }

    private Optional<String> allowed(@Nullable String origin) {
        if (origins.contains(ANY)) {
            return Optional.of(ANY);
        }
        return Optional.ofNullable(origin).filter(origins::contains);
    }
}
