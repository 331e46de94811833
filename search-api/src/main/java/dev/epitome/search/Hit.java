package dev.epitome.search;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import java.util.List;
import java.util.Optional;

/**
 * An article that matches.
 *
 * @param score higher is better; comparable only within one answer
 * @param title where the query's words stand in the title: one snippet, or none where there are none
 * @param summary the passage of the summary that shows most of the query's words, or none
 * @param explanation why it is where it is; where that was asked for
 */
public record Hit(
        Article article,
        Origin origin,
        double score,
        List<Snippet> title,
        List<Snippet> summary,
        Optional<Explanation> explanation) {
    public Hit {
        title = List.copyOf(title);
        summary = List.copyOf(summary);
    }
}
