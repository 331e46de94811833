package dev.epitome.search;

import java.util.Optional;

/**
 * How a query that is being typed may go on.
 *
 * @param text what to show
 * @param query the whole query with the suggestion taken up
 * @param articles how many articles have all that {@code query} asks for; where none has, how many it finds with some
 *     of it. 1 of a title, whose article is the first that is found; 0 of an operator
 * @param id of the article, where a title is suggested
 */
public record Suggestion(Kind kind, String text, String query, long articles, Optional<String> id) {

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
