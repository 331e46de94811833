package dev.epitome.cli;

import dev.epitome.search.Facet;
import dev.epitome.search.Hit;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.wire.ExplanationSentences;
import java.util.List;

/** An answer for a person to read: its hits, then what they were counted by. */
final class AnswerPrinter {

    private static final String FURTHER = "  ";

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
        printHits(result, request.offset());
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

    private void printHits(SearchResult result, int offset) {
        // On a page that begins beyond them, too, it is told which hits these are.
        long lastWithAll = Math.max(offset, result.allWords().orElse(Long.MAX_VALUE));
        int number = offset;
        for (Hit hit : result.hits()) {
            if (number == lastWithAll) {
                paragraph("", "", new StyledText().add(StyledText.NONE, "Articles with only some of the words:"));
            }
            number++;
            printHit(number, hit);
        }
    }

    private void printHit(int number, Hit hit) {
        String label = number + ". ";
        String indent = " ".repeat(label.length());
        paragraph(label, indent, texts.title(hit));
        paragraph(indent, indent, dim(texts.facts(hit.article())));
        texts.url(hit.article()).ifPresent(url -> paper.printWhole(indent, dim(url)));
        paragraph(indent, indent, dim(lacking(hit)));
        paragraph(indent, indent, dim(texts.tags(hit.article())));
        paragraph(indent, indent, texts.summary(hit));
        paragraph(indent, indent, dim(texts.offsets(hit)));
        paragraph(indent, indent, dim(texts.origin(hit)).keepingPaths());
        hit.explanation()
                .ifPresent(explanation -> ExplanationSentences.of(explanation)
                        .forEach(sentence -> paragraph(
                                indent + FURTHER,
                                indent + FURTHER + FURTHER,
                                new StyledText().add(StyledText.NONE, sentence))));
    }

    private void paragraph(String label, String indent, StyledText paragraph) {
        paper.print(new StyledText().add(StyledText.NONE, label), indent, paragraph);
    }

    private static String lacking(Hit hit) {
        return hit.words()
                .map(Hit.Words::lacks)
                .filter(words -> !words.isEmpty())
                .map(words -> "without: " + String.join(", ", words))
                .orElse("");
    }

    private static StyledText dim(String text) {
        return new StyledText().add(StyledText.DIM, text);
    }
}
