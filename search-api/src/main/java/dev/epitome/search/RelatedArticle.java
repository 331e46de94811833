package dev.epitome.search;

import dev.epitome.article.Article;
import java.util.List;

/**
 * An article on what another one is about.
 *
 * @param score higher is nearer; comparable only within one answer
 * @param shared what relates the two: subjects of both, the most telling first, at least one
 */
public record RelatedArticle(Article article, double score, List<String> shared) {
    public RelatedArticle {
        shared = List.copyOf(shared);
    }
}
