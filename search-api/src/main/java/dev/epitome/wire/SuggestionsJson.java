package dev.epitome.wire;

import dev.epitome.search.Suggestion;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** How a query may go on as JSON, in UTF-8. */
public final class SuggestionsJson {

    private SuggestionsJson() {}

    /** The suggestions for what was typed. */
    public static byte[] of(String typed, List<Suggestion> suggestions) {
        return AnswerJson.object(json -> {
            json.writeStringProperty("query", typed);
            json.writeArrayPropertyStart("suggestions");
            suggestions.forEach(suggestion -> write(json, suggestion));
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Suggestion suggestion) {
        json.writeStartObject();
        json.writeStringProperty("kind", suggestion.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("text", suggestion.text());
        json.writeStringProperty("query", suggestion.query());
        json.writeNumberProperty("articles", suggestion.articles());
        suggestion.id().ifPresent(id -> json.writeStringProperty("id", id));
        suggestion.url().ifPresent(url -> json.writeStringProperty("url", url));
        json.writeEndObject();
    }
}
