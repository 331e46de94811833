package dev.epitome.wire;

import dev.epitome.query.Field;
import dev.epitome.search.Explanation;
import dev.epitome.search.Explanation.Contribution;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Explanations as JSON, in UTF-8. */
public final class ExplanationJson {

    private ExplanationJson() {}

    /** For programs, with the same in sentences for people. */
    public static byte[] of(Explanation explanation, String query) {
        return AnswerJson.object(json -> {
            json.writeStringProperty("query", query);
            json.writeStringProperty("id", explanation.id());
            writeMembers(json, explanation);
        });
    }

    /** What it says of an article, without which article that is. */
    static void writeMembers(JsonGenerator json, Explanation explanation) {
        json.writeBooleanProperty("matches", explanation.matches());
        explanation.rank().ifPresent(rank -> json.writeNumberProperty("rank", rank));
        json.writeNumberProperty("score", (float) explanation.score());
        json.writeBooleanProperty("relaxed", explanation.relaxed());
        AnswerJson.writeObjects(json, "contributions", explanation.contributions(), some -> write(json, some));
        AnswerJson.writeStrings(json, "absences", explanation.absences());
        AnswerJson.writeStrings(json, "sentences", ExplanationSentences.of(explanation));
    }

    private static void write(JsonGenerator json, Contribution some) {
        json.writeStringProperty("word", some.word());
        json.writeStringProperty("rule", some.rule().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("matched", some.matched());
        AnswerJson.writeStrings(
                json, "fields", some.fields().stream().map(Field::typed).toList());
        json.writeNumberProperty("score", (float) some.score());
        json.writeNumberProperty("idf", (float) some.idf());
        json.writeNumberProperty("frequency", (float) some.frequency());
        json.writeNumberProperty("weight", (float) some.weight());
    }
}
