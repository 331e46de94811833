package dev.epitome.corpus;

import dev.epitome.corpus.Value.Digits;
import dev.epitome.corpus.Value.Flag;
import dev.epitome.corpus.Value.Items;
import dev.epitome.corpus.Value.Members;
import dev.epitome.corpus.Value.Text;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** JSON as programs write it, which is not always as the standard has it, read into {@link Value}s. */
final class JsonValues {

    /** What lies deeper says nothing of an article. */
    private static final int MAX_DEPTH = 12;

    /** Beyond these a list or an object says nothing more of an article. */
    private static final int MAX_ITEMS = 1_000;

    private static final int MAX_MEMBERS = 5_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(2 * LineReader.MAX_LINE)
                    .maxNestingDepth(500)
                    .build())
            .build();

    private JsonValues() {}

    static JsonParser parser(Reader in) {
        return FACTORY.createParser(ObjectReadContext.empty(), in);
    }

    /** The value that a text is as a whole; empty where it is none. */
    static Optional<Value> parse(String text) {
        try (JsonParser json = parser(new StringReader(text))) {
            json.nextToken();
            Optional<Value> value = value(json, 0);
            return json.nextToken() == null ? value : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The object that the parser is at the start of; afterwards it is at its end. */
    static Members members(JsonParser json) {
        return members(json, 0);
    }

    /** The value that the parser is at; nothing for null and for what is no number. */
    static Optional<Value> value(JsonParser json) {
        return value(json, 0);
    }

    private static Members members(JsonParser json, int depth) {
        Map<String, Value> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (members.size() < MAX_MEMBERS) {
                value(json, depth + 1).ifPresent(value -> members.put(name, value));
            } else {
                json.skipChildren();
            }
        }
        return new Members(members);
    }

    private static Optional<Value> value(JsonParser json, int depth) {
        JsonToken token = json.currentToken();
        if (token == null || (token.isStructStart() && depth >= MAX_DEPTH)) {
            json.skipChildren();
            return Optional.empty();
        }
        return switch (token) {
            case START_OBJECT -> Optional.of(members(json, depth));
            case START_ARRAY -> Optional.of(items(json, depth));
            case VALUE_STRING -> Optional.of(new Text(json.getString()));
            case VALUE_NUMBER_INT -> Optional.of(new Digits(json.getString()));
            case VALUE_NUMBER_FLOAT -> json.isNaN() ? Optional.empty() : Optional.of(new Digits(json.getString()));
            case VALUE_TRUE -> Optional.of(new Flag(true));
            case VALUE_FALSE -> Optional.of(new Flag(false));
            case VALUE_NULL, VALUE_EMBEDDED_OBJECT, PROPERTY_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE ->
                Optional.empty();
        };
    }

    private static Items items(JsonParser json, int depth) {
        List<Value> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
            if (items.size() < MAX_ITEMS) {
                value(json, depth + 1).ifPresent(items::add);
            } else {
                json.skipChildren();
            }
        }
        return new Items(items);
    }
}
