package dev.epitome.cli;

import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.article.PublicationDate;
import dev.epitome.search.Hit;
import dev.epitome.search.SearchResult;
import dev.epitome.search.SearchResult.Relation;
import dev.epitome.search.Snippet;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hits for a person to read. */
final class HitPrinter {

    private static final String BOLD = "\033[1m";
    private static final String DIM = "\033[2m";
    private static final String MARK = "\033[1;33m";
    private static final String PLAIN = "\033[0m";
    private static final int UNMARKED_SUMMARY = 240;

    private HitPrinter() {}

    static void print(SearchResult result, int offset, PrintWriter out, boolean color) {
        int number = offset;
        for (Hit hit : result.hits()) {
            Article article = hit.article();
            String indent = " ".repeat(String.valueOf(++number).length() + 2);
            String title =
                    hit.title().isEmpty() ? article.title() : marked(hit.title().getFirst(), color, BOLD);
            out.println(number + ". " + styled(BOLD, title, color));
            out.println(indent + styled(DIM, facts(article), color));
            String passage = passage(hit, color);
            if (!passage.isEmpty()) {
                out.println(indent + passage);
            }
        }
    }

    /** What there is to say beside the hits. */
    static void printRemarks(SearchResult result, PrintWriter err) {
        result.warnings().forEach(err::println);
        result.corrected().forEach(word -> err.println("“" + word.typed() + "” was read as “" + word.to() + "”."));
        result.interpreted()
                .aliases()
                .forEach(alias -> err.println("Searched also: " + String.join(", ", alias.also())));
        result.didYouMean()
                .ifPresent(other ->
                        err.printf(Locale.ROOT, "Did you mean “%s”? It finds %,d.%n", other.query(), other.hits()));
        if (result.relaxed()) {
            err.println("Few articles have all of these words, or none: after those come articles with some.");
        }
        err.printf(
                Locale.ROOT,
                "%d of %s%,d articles in %d ms%n",
                result.hits().size(),
                result.total().relation() == Relation.GTE ? "at least " : "",
                result.total().value(),
                result.took().toMillis());
    }

    private static String facts(Article article) {
        return Stream.of(
                        article.source(),
                        article.published().map(PublicationDate::toString),
                        article.url(),
                        Optional.of(article.id()).filter(id -> article.url().isEmpty()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private static String passage(Hit hit, boolean color) {
        List<Snippet> summary = hit.summary();
        if (!summary.isEmpty()) {
            return marked(summary.getFirst(), color, "");
        }
        return CleanText.shortened(hit.article().summary(), UNMARKED_SUMMARY);
    }

    private static String marked(Snippet snippet, boolean color, String around) {
        StringBuilder text = new StringBuilder(snippet.opensWhole() ? "" : "… ");
        int at = 0;
        for (Snippet.Span span : snippet.highlights()) {
            text.append(snippet.text(), at, span.start());
            text.append(styled(MARK, snippet.text().substring(span.start(), span.end()), color));
            text.append(color ? around : "");
            at = span.end();
        }
        text.append(snippet.text(), at, snippet.text().length());
        return text.append(snippet.closesWhole() ? "" : " …").toString();
    }

    private static String styled(String style, String text, boolean color) {
        return color && !style.isEmpty() ? style + text + PLAIN : text;
    }
}
