package dev.epitome.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Answers in fewer bytes. Javalin's own compression says nothing to caches of what it chose by, and its answers to HEAD
 * have not the headers of those to GET.
 */
final class Compression {

    /** Below it an answer fits into one packet anyway. */
    private static final int LEAST = 1_024;

    private static final Pattern TEXT =
            Pattern.compile("(?:text/|application/(?:[a-z.-]+\\+)?(?:json|xml)|image/svg\\+xml).*");

    private Compression() {}

    static boolean worthwhile(String type, byte[] content) {
        return content.length >= LEAST && TEXT.matcher(type).matches();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Whether the client takes gzip: it names it, or names all there are, and not with a weight of nothing. */
    static boolean isAccepted(Context context) {
        List<String> codings = Collections.list(context.req().getHeaders("Accept-Encoding")).stream()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .map(coding -> coding.replaceAll("\\s", "").toLowerCase(Locale.ROOT))
                .toList();
        return codings.stream()
                .filter(coding -> coding.matches("(?:x-)?gzip(?:;.*)?"))
                .findFirst()
                .or(() -> codings.stream()
                        .filter(coding -> coding.matches("\\*(?:;.*)?"))
                        .findFirst())
                .filter(coding -> !coding.matches(".*;q=0(?:\\.0*)?"))
                .isPresent();
    }
}
