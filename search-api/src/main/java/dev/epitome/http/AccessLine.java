package dev.epitome.http;

import dev.epitome.article.CleanText;
import dev.epitome.wire.AnswerJson;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** A finished request as one line of JSON, in printable ASCII whatever the request held. */
final class AccessLine {

    /** Longer paths and names of programs are cut: a client must not fill the disk with them. */
    private static final int LONGEST_TEXT = 1_024;

    private static final HexFormat HEX = HexFormat.of();
    private static final char FIRST_ESCAPED = 0x7F;
    private static final double NANOS_A_MILLI = 1e6;

    private AccessLine() {}

    /** Without an end of line. */
    static String of(FinishedRequest request) {
        return ascii(AnswerJson.object(json -> {
            json.writeStringProperty(
                    "time", request.began().truncatedTo(ChronoUnit.MILLIS).toString());
            request.requestId().ifPresent(id -> json.writeStringProperty("requestId", id));
            json.writeStringProperty("method", bounded(request.method()));
            json.writeStringProperty("path", bounded(request.path()));
            request.route().ifPresent(route -> json.writeStringProperty("route", route));
            json.writeNumberProperty("status", request.status());
            json.writeNumberProperty("durationMs", request.took().toNanos() / 1_000 * 1_000 / NANOS_A_MILLI);
            json.writeNumberProperty("bytes", request.bytes());
            json.writeStringProperty("client", request.client());
            request.userAgent().ifPresent(name -> json.writeStringProperty("userAgent", bounded(name)));
            request.hits().ifPresent(hits -> json.writeNumberProperty("hits", hits));
        }));
    }

    /** Says that lines are missing. */
    static String ofDropped(long lines) {
        return ascii(AnswerJson.object(json -> json.writeNumberProperty("dropped", lines)));
    }

    private static String bounded(String text) {
        return CleanText.shortened(text, LONGEST_TEXT);
    }

    /**
     * JSON escapes the control characters of ASCII but one; the others would be commands to some terminals, or ends of
     * lines to some readers. Nothing but the inside of a string can have any.
     */
    private static String ascii(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < FIRST_ESCAPED) {
                line.append(character);
            } else {
                line.append("\\u").append(HEX.toHexDigits(character));
            }
        }
        return line.toString();
    }
}
