package dev.epitome.search;

import java.util.Objects;
import java.util.Set;

/**
 * What an answer is to show of each hit. An engine need not read, mark or explain anything else.
 *
 * @param fields of the articles; the title always comes along
 * @param highlights whether the words of the query are marked in titles and summaries
 * @param explanations whether each hit says why it is where it is
 */
public record Shown(Set<ArticleField> fields, boolean highlights, boolean explanations) {

    /** All of an article but its origin, with highlights. */
    public static final Shown DEFAULT = new Shown(ArticleField.defaults(), true, false);

    public Shown {
        fields = Set.copyOf(Objects.requireNonNull(fields, "fields"));
    }
}
