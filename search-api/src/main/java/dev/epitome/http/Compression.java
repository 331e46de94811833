package dev.epitome.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Enumeration;
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

    /** A weight of nothing, at the end of a coding. */
    private static final Pattern NOTHING =
            Pattern.compile(";\\s*q\\s*=\\s*0\\s*(?:\\.[0\\s]*)?$", Pattern.CASE_INSENSITIVE);

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
        Enumeration<String> lines = context.req().getHeaders("Accept-Encoding");
        boolean anyAccepted = false;
        boolean anySeen = false;
        while (lines.hasMoreElements()) {
            for (String coding : lines.nextElement().split(",", -1)) {
                int semicolon = coding.indexOf(';');
                String name = (semicolon < 0 ? coding : coding.substring(0, semicolon)).strip();
                boolean accepted = semicolon < 0 || !NOTHING.matcher(coding).find(semicolon);
                if (name.equalsIgnoreCase("gzip") || name.equalsIgnoreCase("x-gzip")) {
                    return accepted;
                }
                if (name.equals("*") && !anySeen) {
                    anySeen = true;
                    anyAccepted = accepted;
                }
            }
        }
        return anyAccepted;
    }
}
