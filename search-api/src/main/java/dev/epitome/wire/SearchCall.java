package dev.epitome.wire;

import dev.epitome.search.SearchRequest;
import java.time.LocalDate;
import java.util.Set;

/**
 * A search as asked through a door: what to ask of the engine, and how to show the answer.
 *
 * @param fields of the articles in the answer
 */
public record SearchCall(SearchRequest request, Set<ArticleField> fields, HighlightStyle highlight) {
    public SearchCall {
        fields = Set.copyOf(fields);
    }

    /** The same, asked on another day. */
    public SearchCall on(LocalDate today) {
        return new SearchCall(request.withToday(today), fields, highlight);
    }
}
