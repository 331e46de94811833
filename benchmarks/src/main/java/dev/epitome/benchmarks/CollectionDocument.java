package dev.epitome.benchmarks;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A record of a test collection, as it came and as an article. A member that an article cannot hold is cut or left out
 * there: a collection is measured as it is.
 *
 * @param title as it came; may be empty
 * @param summary as it came; may be empty
 */
record CollectionDocument(String id, String title, String summary, Article article) {

    private static final int TITLE_WORDS = 10;

    static CollectionDocument of(JsonNode json) {
        String id = text(json, "id");
        String title = text(json, "title");
        String summary = text(json, "summary");
        Article.Builder article = Article.titled(cut(titleOf(title, summary), Article.MAX_TITLE))
                .id(id)
                .summary(cut(summary, Article.MAX_SUMMARY))
                .authors(names(json.path("authors")))
                .tags(names(json.path("tags")));
        names(json.path("source")).forEach(article::source);
        PublicationDate.parse(text(json, "published"))
                .filter(Article::isWritable)
                .ifPresent(article::published);
        Article made = article.build();
        return new CollectionDocument(made.id(), title, summary, made);
    }

    private static String titleOf(String title, String summary) {
        if (!title.isBlank()) {
            return title;
        }
        String words = String.join(
                " ",
                Stream.of(summary.strip().split("\\s+", -1)).limit(TITLE_WORDS).toList());
        return words.isEmpty() ? "untitled" : words;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /** Some collections number their records, or have null for nothing. */
    private static String text(JsonNode json, String member) {
        return json.path(member).asString("");
    }

    private static List<String> names(JsonNode json) {
        Stream<JsonNode> values = json.isArray() ? json.valueStream() : Stream.of(json);
        return values.map(value -> value.asString("").strip())
                .filter(name -> !name.isEmpty() && name.length() <= Article.MAX_NAME)
                .distinct()
                .limit(Article.MAX_LIST)
                .toList();
    }
}
