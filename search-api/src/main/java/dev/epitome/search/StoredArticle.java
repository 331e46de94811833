package dev.epitome.search;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;

/** An article and where it was read from. */
public record StoredArticle(Article article, Origin origin) {}
