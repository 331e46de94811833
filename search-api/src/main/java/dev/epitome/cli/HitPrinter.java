package dev.epitome.cli;

import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.article.PublicationDate;
import dev.epitome.search.Hit;
import dev.epitome.search.SearchResult;
import dev.epitome.search.Snippet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hits for a person to read. */
final class HitPrinter {

    private static final int UNMARKED_SUMMARY = 240;

    private final Paper paper;

    HitPrinter(Paper paper) {
        this.paper = paper;
    }

    void print(SearchResult result, int offset) {
        int number = offset;
        for (Hit hit : result.hits()) {
            String label = ++number + ". ";
            String indent = " ".repeat(label.length());
            print(label, indent, title(hit));
            print(indent, indent, new StyledText().add(StyledText.DIM, facts(hit.article())));
            hit.article().url().ifPresent(url -> paper.printWhole(indent, new StyledText().add(StyledText.DIM, url)));
            print(indent, indent, passage(hit));
        }
    }

    private void print(String label, String indent, StyledText paragraph) {
        paper.print(new StyledText().add(StyledText.NONE, label), indent, paragraph);
    }

    private static String facts(Article article) {
        return Stream.of(
                        article.source(),
                        article.published().map(PublicationDate::toString),
                        Optional.of(article.id()).filter(id -> article.url().isEmpty()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private static StyledText title(Hit hit) {
        return hit.title().isEmpty()
                ? new StyledText().add(StyledText.BOLD, hit.article().title())
                : marked(hit.title().getFirst(), StyledText.BOLD);
    }

    private static StyledText passage(Hit hit) {
        List<Snippet> summary = hit.summary();
        return summary.isEmpty()
                ? new StyledText()
                        .add(StyledText.NONE, CleanText.shortened(hit.article().summary(), UNMARKED_SUMMARY))
                : marked(summary.getFirst(), StyledText.NONE);
    }

    private static StyledText marked(Snippet snippet, String around) {
        StyledText text = new StyledText().add(around, snippet.opensWhole() ? "" : "… ");
        int at = 0;
        for (Snippet.Span span : snippet.highlights()) {
            text.add(around, snippet.text().substring(at, span.start()));
            text.add(StyledText.MARK, snippet.text().substring(span.start(), span.end()));
            at = span.end();
        }
        text.add(around, snippet.text().substring(at));
        return text.add(around, snippet.closesWhole() ? "" : " …");
    }
}
