package dev.epitome.search;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import java.util.List;

/**
 * An article that matches.
 *
 * @param score higher is better; comparable only within one answer
 * @param title where the query's words stand in the title: one snippet, or none where there are none
 * @param summary the passage of the summary that shows most of the query's words, or none
 */
public record Hit(Article article, Origin origin, double score, List<Snippet> title, List<Snippet> summary) {
    public Hit {
        title = List.copyOf(title);
        summary = List.copyOf(summary);
    }
}
