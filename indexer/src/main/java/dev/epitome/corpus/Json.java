package dev.epitome.corpus;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Strict JSON, and the messages for what is not. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The first line of the parser's own words. */
    static String reason(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("not JSON");
    }

    static String typeOf(JsonNode json) {
        return switch (json.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL, MISSING -> "null";
        };
    }

    /** The text of a string. */
    static String text(String member, JsonNode json) {
        if (json.isString()) {
            return json.stringValue();
        }
        throw wrongType(member, json, "a string");
    }

    /** A name as it stands, or as the {@code name} of an object, as schema.org and daily.dev have it. */
    static String name(String member, JsonNode json) {
        return json.isObject() && json.path("name").isString()
                ? json.path("name").stringValue()
                : text(member, json);
    }

    /** The names in a list. */
    static List<String> names(String member, JsonNode json) {
        if (!json.isArray()) {
            throw wrongType(member, json, "a list of strings");
        }
        return json.valueStream().map(each -> name(member, each)).toList();
    }

    static EpitomeException wrongType(String member, JsonNode json, String wanted) {
        return new EpitomeException(Kind.INVALID_ARTICLE, member + " is " + typeOf(json) + ", not " + wanted);
    }
}
