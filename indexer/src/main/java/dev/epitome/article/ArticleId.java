package dev.epitome.article;

import dev.epitome.Sha256;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The id of an article that came without one: the first 80 bits of a SHA-256, in hexadecimal. Among ten million
 * articles two share an id by chance with a probability below one in ten thousand million (birthday bound).
 */
final class ArticleId {

    private static final int BYTES = 10;
    private static final Pattern WWW = Pattern.compile("^www\\.(?=[^.]+\\.)");

    /** Tracking parameters of newsletters, advertisers and networks. */
    private static final Pattern TRACKING = Pattern.compile(
            "(?:utm_\\w*|(?:fb|g|d|ms|y|tw|li_fat_|ttc|wbra|gbra)clid|fbclid|mc_[ce]id|igshid|igsh|_hsenc|_hsmi|mkt_tok|vero_id"
                    + "|oly_(?:anon|enc)_id|ref_src|ref_url|_ga|_gl|spm|cmpid|s_cid|rb_clickid|wickedid)(?:=|$)");

    private static final Pattern ADDRESS = Pattern.compile("(https?)://([^/?#]*)([^?#]*)(?:\\?([^#]*))?.*");

    private ArticleId() {}

    static String derive(@Nullable String url, @Nullable String source, String title) {
        // The NUL keeps ("ab", "c") and ("a", "bc") apart; clean text never holds one.
        String key = url == null || url.isEmpty()
                ? "title\0" + (source == null ? "" : source) + '\0' + title
                : "url\0" + sameAddress(url);
        return hash(key);
    }

    /** The id of an article whose own id means something only to who gave it. */
    static String within(String giver, String ownId) {
        return hash("own\0" + giver + '\0' + ownId);
    }

    private static String hash(String key) {
        return Sha256.hex(key, BYTES);
    }

    /**
     * Newsletters decorate the same link in many ways. What differs only in the case of scheme or host, in a default
     * port, a {@code www.}, a fragment, a final slash or in who came by it is the same address.
     */
    static String sameAddress(String url) {
        Matcher address = ADDRESS.matcher(lowerScheme(url));
        if (!address.matches()) {
            return url;
        }
        String scheme = address.group(1);
        String host =
                address.group(2).toLowerCase(Locale.ROOT).replaceFirst("https".equals(scheme) ? ":443$" : ":80$", "");
        host = WWW.matcher(host).replaceFirst("");
        String path = withoutFinalSlashes(address.group(3));
        String query = address.group(4) == null ? "" : withoutTracking(address.group(4));
        return scheme + "://" + host + path + query;
    }

    private static String withoutFinalSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static String lowerScheme(String url) {
        int end = url.indexOf(':');
        return end < 0 ? url : url.substring(0, end).toLowerCase(Locale.ROOT) + url.substring(end);
    }

    private static String withoutTracking(String query) {
        String kept = Arrays.stream(query.split("&", -1))
                .filter(parameter ->
                        !parameter.isEmpty() && !TRACKING.matcher(parameter).lookingAt())
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }
}
