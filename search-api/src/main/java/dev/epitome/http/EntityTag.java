package dev.epitome.http;

import dev.epitome.Sha256;
import dev.epitome.article.Article;
import dev.epitome.wire.WriteJson;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.regex.Pattern;

/** Tags that tell whether a client still has what it would get, as RFC 9110 has them. */
final class EntityTag {

    private static final Pattern ONE = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")");

    /** Enough that no two differ by chance. */
    private static final int BYTES = 15;

    private EntityTag() {}

    /** Says that a client may have another text of the same meaning. */
    static String weak(String state) {
        return "W/\"" + digest(state) + "\"";
    }

    /** Of an article, whatever else an answer says of it. */
    static String of(Article article) {
        return weak(digest(WriteJson.content(article)));
    }

    static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    static String digest(byte[] content) {
        byte[] hash = Sha256.digest().digest(content);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    }

    /** Whether the client names that tag among those it has, or says that it has whatever there is. */
    static boolean isKnown(Context context, String tag) {
        return isListed(context, "If-None-Match", tag);
    }

    /** Whether the client names that tag among those it has. */
    static boolean isNamed(Context context, String tag) {
        return isNamed(given(context, "If-None-Match"), tag);
    }

    /**
     * Whether a header names that tag, or any with a star. All of our tags are weak, as answers are compressed or not;
     * what they name is the content, so that they hold for If-Match, too.
     */
    static boolean isListed(Context context, String header, String tag) {
        String given = given(context, header);
        return given.strip().equals("*") || isNamed(given, tag);
    }

    private static boolean isNamed(String given, String tag) {
        String opaque = tag.substring(tag.indexOf('"'));
        return ONE.matcher(given).results().anyMatch(known -> known.group(1).equals(opaque));
    }

    private static String given(Context context, String header) {
        return String.join(",", Collections.list(context.req().getHeaders(header)));
    }
}
