package dev.epitome.benchmarks.speed;

import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.ArticleField;
import dev.epitome.search.Facet;
import dev.epitome.search.MatchMode;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.Shown;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Who is measured in process. */
enum Entrant {
    RAW("Lucene"),
    HIGHLIGHTS("Lucene + marks"),
    TITLES("Epitome, titles"),
    WHOLE("Epitome, whole"),
    ALL("Epitome, match=all");

    private static final int HITS = 10;
    private static final Shown ONLY_TITLES = new Shown(Set.of(ArticleField.TITLE), false, false);

    private final String label;

    Entrant(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether it asks our own index. */
    boolean isOurs() {
        return this != RAW && this != HIGHLIGHTS;
    }

    /** @param index ours or Lucene's, as {@link #isOurs} says */
    Contestant open(Path index) {
        return switch (this) {
            case RAW -> LuceneContestant.open(index, false);
            case HIGHLIGHTS -> LuceneContestant.open(index, true);
            case TITLES -> epitome(index, request -> request.withShown(ONLY_TITLES));
            case WHOLE -> epitome(index, request -> request);
            case ALL -> epitome(index, request -> request.withMatch(MatchMode.ALL));
        };
    }

    private static Contestant epitome(Path index, UnaryOperator<SearchRequest> form) {
        SearchEngine engine = LuceneSearch.open(index);
        return new Contestant() {
            @Override
            public int answer(DrawnQuery query) {
                return engine.search(form.apply(request(query))).hits().size();
            }

            @Override
            public void close() {
                engine.close();
            }
        };
    }

    static SearchRequest request(DrawnQuery query) {
        SearchRequest request = SearchRequest.of(query.typed()).withLimit(HITS);
        return switch (query.kind()) {
            case FILTER -> request.withFilter(SearchFilter.NONE.withSources(query.source()));
            case FACETS -> request.withFacets(Set.of(Facet.SOURCE, Facet.TAG));
            default -> request;
        };
    }
}
