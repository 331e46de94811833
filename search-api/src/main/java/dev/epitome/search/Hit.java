package dev.epitome.search;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An article that matches.
 *
 * @param article what {@link Shown} asks for of it; what that leaves out may be missing, the title never is
 * @param origin where it was read from; where that was asked for
 * @param score higher is better; comparable only within one answer
 * @param title where the query's words stand in the title: one snippet, or none where there are none
 * @param summary the passage of the summary that shows most of the query's words, or none
 * @param words which words of the query it has; of a relaxed answer
 * @param explanation why it is where it is; where that was asked for
 */
public record Hit(
        Article article,
        Optional<Origin> origin,
        double score,
        List<Snippet> title,
        List<Snippet> summary,
        Optional<Words> words,
        Optional<Explanation> explanation) {

    public Hit {
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(explanation, "explanation");
        title = List.copyOf(title);
        summary = List.copyOf(summary);
    }

    /**
     * The words of a query, as typed and in their order, by whether an article has them, be it by another name or in
     * another form. Words that only make a question of it are in neither.
     *
     * @param has those that the article has
     * @param lacks those that it does not have; empty where it has all words
     */
    public record Words(List<String> has, List<String> lacks) {
        public Words {
            Objects.requireNonNull(has, "has");
            Objects.requireNonNull(lacks, "lacks");
            has = List.copyOf(has);
            lacks = List.copyOf(lacks);
        }
    }
}
