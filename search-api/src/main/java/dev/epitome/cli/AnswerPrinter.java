package dev.epitome.cli;

import dev.epitome.search.Facet;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import java.util.List;

/** An answer for a person to read: its hits, then what they were counted by. */
final class AnswerPrinter {

    private final Paper paper;
    private final HitTexts texts;

    AnswerPrinter(Paper paper, HitTexts texts) {
        this.paper = paper;
        this.texts = texts;
    }

    void print(SearchResult result, SearchRequest request) {
        boolean first = request.limit() > 0 && result.hits().isEmpty();
        if (request.limit() == 0) {
            paper.out().println(Remarks.total(result.total()));
        }
        new HitPrinter(paper, texts).print(result, request.offset());
        FacetPrinter facets = new FacetPrinter(paper.out(), paper.columns());
        for (Facet facet : Facet.values()) {
            if (request.facets().contains(facet)) {
                if (!first) {
                    paper.out().println();
                }
                facets.print(facet, result.facets().getOrDefault(facet, List.of()));
                first = false;
            }
        }
    }
}
