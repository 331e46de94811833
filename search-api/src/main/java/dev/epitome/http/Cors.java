package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lets pages of other origins read answers. */
final class Cors {

    static final String ANY = "*";

    private static final Pattern ORIGIN = Pattern.compile("https?://(?:[a-z0-9._-]+|\\[[0-9a-f:.]+])(?::\\d{1,5})?");

    private Cors() {}

    /**
     * An origin as browsers write it.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} where it is none
     */
    static String origin(String text) {
        String origin = text.strip().toLowerCase(Locale.ROOT).replaceAll("/$", "");
        if (!origin.equals(ANY) && !ORIGIN.matcher(origin).matches()) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST, "\"" + text + "\" is no origin: give one such as https://a.example, or *");
        }
        return origin;
    }
}
