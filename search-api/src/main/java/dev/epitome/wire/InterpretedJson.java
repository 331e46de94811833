package dev.epitome.wire;

import dev.epitome.query.Interpretation;
import dev.epitome.search.SearchResult;
import tools.jackson.core.JsonGenerator;

/** What a query was understood to mean, within an answer. */
final class InterpretedJson {

    private InterpretedJson() {}

    static void write(JsonGenerator json, SearchResult result) {
        Interpretation interpreted = result.interpreted();
        json.writeObjectPropertyStart("interpreted");
        json.writeStringProperty("text", interpreted.text());
        AnswerJson.writeStrings(json, "not", interpreted.not());
        AnswerJson.writeStrings(json, "filters", interpreted.filters());
        AnswerJson.writeObjects(json, "aliases", interpreted.aliases(), alias -> {
            json.writeStringProperty("word", alias.word());
            AnswerJson.writeStrings(json, "also", alias.also());
            json.writeBooleanProperty("learned", alias.learned());
        });
        AnswerJson.writeObjects(json, "corrected", result.corrected(), correction -> {
            json.writeStringProperty("word", correction.typed());
            json.writeStringProperty("to", correction.to());
        });
        AnswerJson.writeObjects(json, "fallbacks", interpreted.fallbacks(), fallback -> {
            json.writeStringProperty("word", fallback.word());
            json.writeStringProperty("to", fallback.to());
            json.writeStringProperty("reading", fallback.reading().phrase());
        });
        json.writeEndObject();
    }

    static void writeDidYouMean(JsonGenerator json, SearchResult result) {
        if (result.didYouMean().isEmpty()) {
            json.writeNullProperty("didYouMean");
            return;
        }
        json.writeObjectPropertyStart("didYouMean");
        json.writeStringProperty("query", result.didYouMean().get().query());
        json.writeNumberProperty("hits", result.didYouMean().get().hits());
        json.writeEndObject();
    }
}
