package dev.epitome.corpus;

import dev.epitome.article.CleanText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/**
 * What a mail says, of all its parts the first in HTML and the first in plain text.
 *
 * @param fields of its head by their names in lower case, each the first of its name
 */
record MailText(Map<String, String> fields, String html, String plain) {

    private static final int LONGEST_FIELD = 4_000;

    private static final int MAX_NESTING = 30;
    private static final int MAX_TEXT = 16 << 20;
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]+");
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setStrictParsing(false)
            .setMalformedHeaderStartsBody(false)
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(10_000)
            .setMaxContentLen(-1)
            .build();

    String field(String name) {
        return CleanText.start(fields.getOrDefault(name, ""), LONGEST_FIELD);
    }

    static MailText of(byte[] mail) {
        Parts parts = new Parts();
        MimeTokenStream tokens = new MimeTokenStream(CONFIG);
        tokens.parse(new ByteArrayInputStream(mail));
        try {
            for (EntityState state = tokens.getState();
                    state != EntityState.T_END_OF_STREAM && parts.isWanting();
                    state = tokens.next()) {
                parts.take(state, tokens);
            }
        } catch (MimeException | IOException | IllegalArgumentException e) {
            // What came before the fault is what there is.
            return parts.text();
        }
        return parts.text();
    }

    private static final class Parts {
        private final Map<String, String> fields = new HashMap<>();
        private String html = "";
        private String plain = "";
        private int depth;
        private int messages;
        private boolean attached;

        boolean isWanting() {
            return html.isEmpty() && depth <= MAX_NESTING;
        }

        void take(EntityState state, MimeTokenStream tokens) throws IOException {
            switch (state) {
                case T_START_MESSAGE -> {
                    messages++;
                    depth++;
                }
                case T_START_MULTIPART -> depth++;
                case T_END_MULTIPART, T_END_MESSAGE -> depth--;
                case T_START_HEADER -> attached = false;
                case T_FIELD -> field(tokens.getField());
                case T_BODY -> body(tokens);
                default -> {}
            }
        }

        private void field(Field field) {
            String name = field.getName().toLowerCase(Locale.ROOT);
            String said = unfolded(field);
            if (depth <= 1 && messages == 1) {
                fields.putIfAbsent(name, said);
            } else if (name.equals("content-disposition")) {
                attached = said.strip().toLowerCase(Locale.ROOT).startsWith("attachment");
            }
        }

        private void body(MimeTokenStream tokens) throws IOException {
            BodyDescriptor body = tokens.getBodyDescriptor();
            String type = String.valueOf(body.getMimeType()).toLowerCase(Locale.ROOT);
            boolean isHtml = type.equals("text/html") || type.equals("application/xhtml+xml");
            boolean isPlain = type.startsWith("text/plain") && plain.isEmpty();
            if (attached || !(isHtml || isPlain)) {
                return;
            }
            byte[] bytes = tokens.getDecodedInputStream().readNBytes(MAX_TEXT);
            // What is said to be ASCII is UTF-8 more often than not.
            String label =
                    Objects.requireNonNullElse(body.getCharset(), "UTF-8").strip();
            String text = TolerantReader.decoded(bytes, Encoding.named(label, StandardCharsets.UTF_8));
            if (isHtml) {
                html = text;
            } else {
                plain = text;
            }
        }

        MailText text() {
            return new MailText(Map.copyOf(fields), html, plain);
        }
    }

    /** A field may hold bytes beyond ASCII as they are, or in encoded words. */
    private static String unfolded(Field field) {
        byte[] raw = field.getRaw() == null ? null : field.getRaw().toByteArray();
        String line =
                raw == null ? String.valueOf(field.getBody()) : TolerantReader.decoded(raw, StandardCharsets.UTF_8);
        String said = raw == null ? line : line.substring(line.indexOf(':') + 1);
        String unfolded = FOLD.matcher(said).replaceAll(" ").strip();
        try {
            return CleanText.of(DecoderUtil.decodeEncodedWords(unfolded, DecodeMonitor.SILENT, Encoding.WINDOWS_1252));
        } catch (IllegalArgumentException e) {
            return CleanText.of(unfolded);
        }
    }
}
