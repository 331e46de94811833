package dev.epitome.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Parameters as one JSON object: the same names, with lists where a parameter takes several values. */
public final class JsonBody {

    private static final JsonFactory JSON = new JsonFactory();

    /** Half of a surrogate pair: JSON can say it, no encoding can. */
    private static final Pattern NO_CHARACTER = Pattern.compile("\\p{Cs}");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final JsonParser parser;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    private JsonBody(JsonParser parser) {
        this.parser = parser;
    }

    /** That a body is not what it should be. The message says where and why. */
    public static final class BodyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String message;
        private final transient Optional<String> parameter;

        BodyException(String message) {
            this(Optional.empty(), message);
        }

        private BodyException(Optional<String> parameter, String message) {
            super(message);
            this.message = message;
            this.parameter = parameter;
        }

        /** Of one member: the message begins with its name. */
        static BodyException of(String key, String problem) {
            String shown = ParameterException.shown(key);
            return new BodyException(
                    Optional.of(shown), (shown.isBlank() ? "a member without a name" : shown) + problem);
        }

        @Override
        public String getMessage() {
            return message;
        }

        /** The name of the member at fault, where it is one. */
        public Optional<String> parameter() {
            return parameter;
        }
    }

    /**
     * The parameters by name, as {@link QueryString} gives them. Members that are null are as if not given.
     *
     * @throws BodyException where it is not one JSON object, or a member is neither text, number, true, false nor a
     *     list of such where there may be several; what is sought as it is typed must be text
     */
    public static Map<String, List<String>> parse(byte[] body) {
        String text = text(body);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            try {
                return new JsonBody(parser).object();
            } catch (StreamConstraintsException e) {
                throw new BodyException(
                        "the body has a name or a number that is too long," + place(parser.currentLocation()));
            } catch (JacksonException e) {
                boolean ended = e.getLocation().getCharOffset() >= text.length();
                throw new BodyException(
                        (ended ? "the body ends too early," : "the body is not JSON,") + place(e.getLocation()));
            }
        }
    }

    /** Of the character that is the first wrong one. */
    private static String place(TokenStreamLocation location) {
        return " in line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String text(byte[] body) {
        ByteBuffer bytes = ByteBuffer.wrap(body);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BodyException("the body is not UTF-8, from byte " + (bytes.position() + 1) + " on");
        }
    }

    private Map<String, List<String>> object() {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw new BodyException((first == null ? "the body is empty" : "the body is not a JSON object")
                    + ": give one such as {\"q\": \"EKS\"}");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = wellFormed(parser.currentName());
            JsonToken token = parser.nextToken();
            if (parameters.putIfAbsent(key, values(key, token)) != null) {
                throw BodyException.of(key, " is given twice: give it once");
            }
        }
        if (parser.nextToken() != null) {
            throw new BodyException("something follows the JSON object," + place(parser.currentTokenLocation())
                    + ": give one object alone");
        }
        return parameters;
    }

    private List<String> values(String key, JsonToken token) {
        return switch (token) {
            case VALUE_NULL -> List.of();
            case START_ARRAY -> listed(key);
            case START_OBJECT -> throw BodyException.of(key, " is an object: give a value");
            default -> List.of(value(key, token));
        };
    }

    private List<String> listed(String key) {
        Optional<Parameter> parameter = Resource.SEARCH.parameter(key);
        if (parameter.isPresent()
                && !parameter.get().isList()
                && !parameter.get().repeatable()) {
            throw BodyException.of(key, " is a list: give one value");
        }
        List<String> texts = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            texts.add(
                    switch (token) {
                        case VALUE_NULL -> throw BodyException.of(key, " has null in its list: leave it out");
                        case START_ARRAY -> throw BodyException.of(key, " has a list in its list: give one list");
                        case START_OBJECT -> throw BodyException.of(key, " has an object in its list: give values");
                        default -> value(key, token);
                    });
        }
        boolean joined = parameter.isPresent() && parameter.get().isList() && !texts.isEmpty();
        return joined ? List.of(String.join(",", texts)) : texts;
    }

    private String value(String key, JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            return wellFormed(parser.getString());
        }
        String what = token.isNumeric() ? "a number" : "true or false";
        if (Resource.SEARCH.parameter(key).map(Parameter::isFreeText).orElse(false)) {
            // 1.50 and 1.5 are one number to JSON, and two things to look for.
            throw BodyException.of(key, " is %s: give text, in quotation marks".formatted(what));
        }
        return token.isNumeric() ? number(key) : parser.getString();
    }

    /** To JSON 5, 5.0 and 5e0 are one number. */
    private String number(String key) {
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw BodyException.of(key, " is too large a number");
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString((long) number) : parser.getString();
    }

    private static String wellFormed(String text) {
        return NO_CHARACTER.matcher(text).replaceAll("\uFFFD");
    }
}
