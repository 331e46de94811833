package dev.epitome.search;

import dev.epitome.article.Article;
import java.util.Objects;
import java.util.Optional;

/**
 * How a query that is being typed may go on.
 *
 * @param text what to show
 * @param query the whole query with the suggestion taken up
 * @param articles how many articles have all that {@code query} asks for; where none has, how many it finds with some
 *     of it. 1 of a title, whose article is the first that is found; 0 of an operator
 * @param id of the article, where a title is suggested
 * @param url of that article, where it has one, so that it can be opened at once
 */
public record Suggestion(
        Kind kind, String text, String query, long articles, Optional<String> id, Optional<String> url) {
    public Suggestion {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
    }

    /** One that is no title. */
    public Suggestion(Kind kind, String text, String query, long articles) {
        this(kind, text, query, articles, Optional.empty(), Optional.empty());
    }

    /** The title of an article, which the query finds first. */
    public static Suggestion title(Article article, String query) {
        Objects.requireNonNull(article, "article");
        return new Suggestion(Kind.TITLE, article.title(), query, 1, Optional.of(article.id()), article.url());
    }

    /** What is suggested. */
    public enum Kind {
        /** A word that articles have, as most of them write it. */
        WORD,
        /** The title of an article. */
        TITLE,
        /** A field or another operator of the query language, such as {@code tag:}. */
        OPERATOR,
        /** A value of the field that was typed, such as {@code source:ByteByteGo}. */
        VALUE
    }
}
