package dev.epitome.search;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import java.util.Objects;

/** An article and where it was read from. */
public record StoredArticle(Article article, Origin origin) {
    public StoredArticle {
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(origin, "origin");
    }
}
