package dev.epitome.wire;

import dev.epitome.wire.ParameterException.Code;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of a URL after its question mark. Strict: web frameworks drop a parameter that they cannot decode, and a
 * search without its query finds everything.
 */
public final class QueryString {

    private QueryString() {}

    /**
     * The parameters by name, in the order given.
     *
     * @throws ParameterException for the first that is not percent-encoded UTF-8
     */
    public static Map<String, List<String>> parse(@Nullable String raw) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String key = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                String name = decoded(key).orElseThrow(() -> malformed(key));
                String text = decoded(value).orElseThrow(() -> malformed(name));
                parameters.computeIfAbsent(name, none -> new ArrayList<>()).add(text);
            }
        }
        return parameters;
    }

    /** Whether nothing in it is encoded but spaces. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(character -> character < 0x80 && character != '%');
    }

    private static ParameterException malformed(String name) {
        String what = name.isBlank() ? "a parameter without a name" : name;
        return new ParameterException(
                Code.INVALID_PARAMETER, name, what + " is not percent-encoded UTF-8: a % itself is written %25");
    }

    private static Optional<String> decoded(String text) {
        if (isPlain(text)) {
            return Optional.of(text.replace('+', ' '));
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] != '%') {
                bytes.write(encoded[i] == '+' ? ' ' : encoded[i]);
            } else if (i + 2 < encoded.length
                    && HexFormat.isHexDigit(encoded[i + 1])
                    && HexFormat.isHexDigit(encoded[i + 2])) {
                bytes.write(HexFormat.fromHexDigit(encoded[i + 1]) << 4 | HexFormat.fromHexDigit(encoded[i + 2]));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
