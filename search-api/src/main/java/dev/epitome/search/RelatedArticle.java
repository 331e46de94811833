package dev.epitome.search;

import dev.epitome.article.Article;
import java.util.List;
import java.util.Objects;

/**
 * An article on what another one is about.
 *
 * @param score higher is nearer; comparable only within one answer
 * @param shared what relates the two: subjects of both, the most telling first, at least one
 */
public record RelatedArticle(Article article, double score, List<String> shared) {
    public RelatedArticle {
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(shared, "shared");
        shared = List.copyOf(shared);
    }
}
