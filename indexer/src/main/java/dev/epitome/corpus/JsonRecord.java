package dev.epitome.corpus;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The record as a JSON object. */
final class JsonRecord {

    private JsonRecord() {}

    /**
     * Reads the known members and warns of the others.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_ARTICLE} when a required member is missing or any known one
     *     is of the wrong type
     */
    static Draft draft(JsonNode json) {
        Draft draft = Draft.titled(required(json, RecordMember.TITLE), required(json, RecordMember.SUMMARY));
        given(json, RecordMember.ID, value -> draft.id(Json.text("id", value)));
        given(json, RecordMember.URL, value -> draft.url(Json.text("url", value)));
        given(json, RecordMember.SOURCE, value -> draft.source(Json.name("source", value)));
        given(
                json,
                RecordMember.AUTHORS,
                value -> draft.authors(Json.names("authors", listed(json, RecordMember.AUTHORS, value))));
        given(json, RecordMember.TYPE, value -> draft.type(Json.text("type", value)));
        given(json, RecordMember.TAGS, value -> draft.tags(Json.names("tags", listed(json, RecordMember.TAGS, value))));
        given(json, RecordMember.PUBLISHED, value -> draft.published(Json.text("published", value)));
        given(json, RecordMember.RANK, value -> draft.rank(wholeNumber(value)));
        warnOfUnknown(json, draft);
        return draft;
    }

    private static String required(JsonNode json, RecordMember member) {
        JsonNode value = find(json, member)
                .orElseThrow(() -> new EpitomeException(Kind.INVALID_ARTICLE, member.key() + " is missing"));
        return Json.text(member.key(), value);
    }

    private static void given(JsonNode json, RecordMember member, Consumer<JsonNode> use) {
        find(json, member).ifPresent(use);
    }

    private static Optional<JsonNode> find(JsonNode json, RecordMember member) {
        return member.keys().filter(json::hasNonNull).findFirst().map(json::path);
    }

    /** Under a foreign name these come as one value too; keywords in one string have commas between them. */
    private static JsonNode listed(JsonNode json, RecordMember member, JsonNode value) {
        if (value.isArray() || json.hasNonNull(member.key())) {
            return value;
        }
        ArrayNode list = Json.MAPPER.createArrayNode();
        if (member == RecordMember.TAGS && value.isString()) {
            Arrays.stream(value.stringValue().split(",", -1)).forEach(list::add);
        } else {
            list.add(value);
        }
        return list;
    }

    private static int wholeNumber(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw Json.wrongType("rank", value, "a whole number below 2^31");
        }
        return value.intValue();
    }

    private static void warnOfUnknown(JsonNode json, Draft draft) {
        List<String> unknown = json.propertyNames().stream()
                .filter(name -> !RecordMember.isKey(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            draft.warn("unknown members left out: " + String.join(", ", unknown));
        }
    }
}
