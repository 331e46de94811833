package dev.epitome.wire;

import dev.epitome.article.CleanText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parameters as one JSON object: the same names, with lists where a parameter takes several values. */
public final class JsonBody {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Half of a surrogate pair: JSON can say it, no encoding can. */
    private static final Pattern NO_CHARACTER = Pattern.compile("\\p{Cs}");

    private static final int SHOWN = 80;

    private JsonBody() {}

    /** That a body is not what it should be. The message says where and why. */
    public static final class BodyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String message;

        BodyException(String message) {
            super(message);
            this.message = message;
        }

        @Override
        public String getMessage() {
            return message;
        }
    }

    /**
     * The parameters by name, as {@link QueryString} gives them. Members that are null are as if not given.
     *
     * @throws BodyException where it is not one JSON object, or a member is neither text, number, true, false nor a
     *     list of such where there may be several
     */
    public static Map<String, List<String>> parse(byte[] body) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        object(body).forEachEntry((key, value) -> {
            List<String> texts =
                    value.isArray() ? listed(key, value) : value.isNull() ? List.of() : List.of(text(key, value));
            parameters.put(wellFormed(key), texts);
        });
        return parameters;
    }

    private static JsonNode object(byte[] body) {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JacksonException e) {
            throw new BodyException("the body is not JSON: " + CleanText.shortened(reason(e), 200));
        }
        if (!json.isObject()) {
            throw new BodyException("the body is not a JSON object: give one such as {\"q\": \"EKS\"}");
        }
        return json;
    }

    /** Without what only the programmer of a parser can use. */
    private static String reason(JacksonException e) {
        return e.getOriginalMessage().replaceAll("(?s)\\s*(?:\\[Source:|: enable `).*", "");
    }

    private static List<String> listed(String key, JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(text(key, element)));
        return Parameter.named(key)
                .map(parameter -> switch (parameter.form()) {
                    case ONE -> throw new BodyException(key + " is a list: give one value");
                    case REPEATED -> texts;
                    case LIST -> texts.isEmpty() ? texts : List.of(String.join(",", texts));
                })
                .orElse(texts);
    }

    private static String text(String key, JsonNode value) {
        if (value.isFloatingPointNumber() && isWhole(value.doubleValue())) {
            return Long.toString((long) value.doubleValue());
        }
        if (value.isString() || value.isNumber() || value.isBoolean()) {
            return wellFormed(value.asString());
        }
        throw new BodyException(CleanText.shortened(wellFormed(key), SHOWN) + " is not text, a number, true or false");
    }

    /** To JSON 5, 5.0 and 5e0 are one number. */
    private static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15;
    }

    private static String wellFormed(String text) {
        return NO_CHARACTER.matcher(text).replaceAll("\uFFFD");
    }
}
