package dev.epitome.wire;

import dev.epitome.search.ArticleField;
import dev.epitome.search.RelatedArticle;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Related articles as JSON, in UTF-8. */
public final class RelatedJson {

    /** A reason names no more things than a reader takes in at a glance. */
    private static final int NAMED = 3;

    private RelatedJson() {}

    /** What is related to the article of that id. */
    public static byte[] of(String id, List<RelatedArticle> related) {
        return AnswerJson.object(json -> {
            json.writeStringProperty("id", id);
            json.writeArrayPropertyStart("related");
            related.forEach(article -> write(json, article));
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, RelatedArticle related) {
        json.writeStartObject();
        json.writeStringProperty("id", related.article().id());
        json.writeNumberProperty("score", (float) related.score());
        AnswerJson.writeArticle(json, related.article(), ArticleField.defaults());
        AnswerJson.writeStrings(json, "shared", related.shared());
        json.writeStringProperty("reason", reason(related.shared()));
        json.writeEndObject();
    }

    /** What relates the two, in a sentence for people. */
    private static String reason(List<String> shared) {
        List<String> named = shared.subList(0, Math.min(NAMED, shared.size()));
        String last = named.getLast();
        return named.size() == 1
                ? "Both are about " + last + "."
                : "Both are about " + String.join(", ", named.subList(0, named.size() - 1)) + " and " + last + ".";
    }
}
