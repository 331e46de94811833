package dev.epitome.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web address that leads where a reader thinks it leads. Whatever it is given, it makes no valid address an invalid
 * one, and none longer.
 */
final class HarmlessAddress {

    /** What stands before the path, as browsers read it: a backslash is a slash to them. */
    private static final Pattern AUTHORITY =
            Pattern.compile("(https?://)([^/?#\\\\]+)(\\\\?)", Pattern.CASE_INSENSITIVE);

    private static final Pattern DIRECTION =
            Pattern.compile("[\\x{061C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private HarmlessAddress() {}

    /**
     * Without the name and password before the host, which look like the host, and without marks of direction, which no
     * address may hold (RFC 3987, 4.1).
     */
    static String of(String url) {
        String harmless = bare(DIRECTION.matcher(url).replaceAll(""));
        return Article.isWebAddress(url) && !Article.isWebAddress(harmless) ? url : harmless;
    }

    private static String bare(String url) {
        Matcher authority = AUTHORITY.matcher(url);
        if (!authority.lookingAt()) {
            return url;
        }
        String host = authority.group(2).substring(authority.group(2).lastIndexOf('@') + 1);
        String slash = authority.group(3).isEmpty() ? "" : "/";
        return authority.group(1) + host + slash + url.substring(authority.end());
    }
}
