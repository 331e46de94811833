package dev.epitome.wire;

import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange.Outcome;
import dev.epitome.search.ArticleField;
import java.io.ByteArrayOutputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What became of articles that were sent to be written. */
public final class WriteJson {

    /** The media type of {@link Lines}. */
    public static final String LINES = "application/x-ndjson";

    private WriteJson() {}

    /** Of one article. */
    public static byte[] of(String id, Outcome outcome) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(outcome, "outcome");
        return AnswerJson.object(json -> {
            json.writeStringProperty("id", id);
            json.writeStringProperty("outcome", name(outcome));
            json.writeBooleanProperty("unchanged", outcome == Outcome.UNCHANGED);
        });
    }

    /** Of articles that were deleted at once. */
    public static byte[] deleted(long articles) {
        return AnswerJson.object(json -> json.writeNumberProperty("deleted", articles));
    }

    /** An article in the form in which it is answered: what its entity tag is made of. */
    public static byte[] content(Article article) {
        Objects.requireNonNull(article, "article");
        return AnswerJson.object(json -> {
            json.writeStringProperty("id", article.id());
            AnswerJson.writeArticle(json, article, EnumSet.allOf(ArticleField.class));
        });
    }

    private static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** A line of JSON for each record, in their order, and a last one with how many there were. For one thread. */
    public static final class Lines {

        private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
        private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        private int rejected;

        /** Of a record that was an article. */
        public void written(String id, Outcome outcome) {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(outcome, "outcome");
            counts.merge(outcome, 1, Integer::sum);
            add(AnswerJson.object(json -> {
                json.writeStringProperty("id", id);
                json.writeStringProperty("outcome", name(outcome));
            }));
        }

        /**
         * Of a record that was none.
         *
         * @param place of the record among the others, or of its line
         * @param reason why, for a person to read
         */
        public void rejected(long place, String reason) {
            Objects.requireNonNull(reason, "reason");
            rejected++;
            add(AnswerJson.object(json -> {
                json.writeNumberProperty("place", place);
                json.writeStringProperty("outcome", "rejected");
                json.writeStringProperty("reason", reason);
            }));
        }

        /** All lines, and the last one. */
        public byte[] end() {
            add(AnswerJson.object(json -> {
                json.writeNumberProperty("created", counts.getOrDefault(Outcome.CREATED, 0));
                json.writeNumberProperty("replaced", counts.getOrDefault(Outcome.REPLACED, 0));
                json.writeNumberProperty("unchanged", counts.getOrDefault(Outcome.UNCHANGED, 0));
                json.writeNumberProperty("rejected", rejected);
            }));
            return lines.toByteArray();
        }

        private void add(byte[] line) {
            lines.writeBytes(line);
            lines.write('\n');
        }
    }
}
