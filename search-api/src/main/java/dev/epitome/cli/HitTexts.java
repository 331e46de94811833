package dev.epitome.cli;

import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.article.Origin;
import dev.epitome.article.PublicationDate;
import dev.epitome.search.ArticleField;
import dev.epitome.search.Hit;
import dev.epitome.search.Snippet;
import dev.epitome.wire.SearchCall.HighlightStyle;
import dev.epitome.wire.SnippetHtml;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is shown of each hit, as texts.
 *
 * @param fields of the article; its title is always shown
 * @param wholeSummary instead of the passage with the words of the query, or its beginning
 */
record HitTexts(Set<ArticleField> fields, boolean wholeSummary, Marking marking) {

    private static final int UNMARKED_SUMMARY = 240;
    private static final Set<ArticleField> USUAL = EnumSet.of(
            ArticleField.TITLE, ArticleField.SUMMARY, ArticleField.URL, ArticleField.SOURCE, ArticleField.PUBLISHED);

    HitTexts {
        fields = Set.copyOf(fields);
    }

    /** What helps to choose what to read, on few lines. */
    static HitTexts usual(Marking marking) {
        return new HitTexts(USUAL, false, marking);
    }

    /** What was asked for by name, all of it. */
    static HitTexts named(Set<ArticleField> fields, Marking marking) {
        return new HitTexts(fields, true, marking);
    }

    StyledText title(Hit hit) {
        return hit.title().isEmpty() || marking == Marking.NONE
                ? marking.show(hit.article().title(), StyledText.BOLD)
                : marking.show(hit.title().getFirst(), StyledText.BOLD);
    }

    /** In a line; what has no address is named by its id. */
    String facts(Article article) {
        Optional<String> rank = article.rank().isPresent()
                ? Optional.of("rank " + article.rank().getAsInt())
                : Optional.empty();
        return Stream.of(
                        asked(ArticleField.SOURCE, article.source()),
                        asked(ArticleField.AUTHORS, listed("by ", article.authors())),
                        asked(ArticleField.TYPE, article.type()),
                        asked(ArticleField.PUBLISHED, article.published().map(PublicationDate::toString)),
                        asked(ArticleField.RANK, rank),
                        asked(
                                ArticleField.URL,
                                Optional.of(article.id())
                                        .filter(id -> article.url().isEmpty())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private Optional<String> asked(ArticleField field, Optional<String> text) {
        return text.filter(some -> fields.contains(field));
    }

    Optional<String> url(Article article) {
        return asked(ArticleField.URL, article.url());
    }

    String tags(Article article) {
        return fields.contains(ArticleField.TAGS)
                ? listed("tags: ", article.tags()).orElse("")
                : "";
    }

    StyledText summary(Hit hit) {
        if (!fields.contains(ArticleField.SUMMARY)) {
            return new StyledText();
        }
        String summary = hit.article().summary();
        if (hit.summary().isEmpty() || marking == Marking.NONE) {
            return marking.show(
                    wholeSummary ? summary : CleanText.shortened(summary, UNMARKED_SUMMARY), StyledText.NONE);
        }
        Snippet passage = hit.summary().getFirst();
        return marking.show(wholeSummary ? within(passage, summary) : passage, StyledText.NONE);
    }

    /** The whole text with the marks of a passage of it. */
    private static Snippet within(Snippet passage, String whole) {
        List<Snippet.Span> highlights = passage.highlights().stream()
                .map(span -> new Snippet.Span(passage.start() + span.start(), passage.start() + span.end()))
                .toList();
        return new Snippet(whole, 0, true, true, highlights);
    }

    /** Where the words of the query stand in the texts, where that is how they are shown. */
    String offsets(Hit hit) {
        if (marking != Marking.OFFSETS) {
            return "";
        }
        List<String> texts = Stream.of(offsets("title", hit.title()), offsets("summary", hit.summary()))
                .flatMap(Optional::stream)
                .toList();
        return texts.isEmpty() ? "" : "marks: " + String.join(" · ", texts);
    }

    private static Optional<String> offsets(String field, List<Snippet> snippets) {
        List<String> spans = snippets.stream()
                .flatMap(snippet -> snippet.highlights().stream()
                        .map(span -> (snippet.start() + span.start()) + "-" + (snippet.start() + span.end())))
                .toList();
        return listed(field + " ", spans);
    }

    /** Where the record was read, and when. */
    String origin(Hit hit) {
        return asked(ArticleField.ORIGIN, hit.origin().map(HitTexts::told)).orElse("");
    }

    private static String told(Origin origin) {
        StringBuilder text = new StringBuilder("from ").append(origin.file());
        if (origin.number() > 0) {
            text.append(", ").append(origin.unit().name().toLowerCase(Locale.ROOT));
            text.append(' ').append(origin.number());
        }
        origin.digest().ifPresent(title -> text.append(", of “").append(title).append('”'));
        origin.saved().ifPresent(date -> text.append(", saved ").append(date));
        return text.append(", read ")
                .append(origin.readAt().truncatedTo(ChronoUnit.SECONDS))
                .toString();
    }

    private static Optional<String> listed(String before, List<String> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(before + String.join(", ", texts));
    }

    /** How the words of the query are shown in texts of an article. */
    enum Marking {
        /** In bold, where there are styles. */
        BOLD,
        /** As HTML: then all of the text is escaped, with or without marks. */
        HTML,
        /** Beside the text, by where they stand. */
        OFFSETS,
        NONE;

        static Marking of(HighlightStyle style) {
            return switch (style) {
                case HTML -> HTML;
                case OFFSETS -> OFFSETS;
                case NONE -> NONE;
            };
        }

        /** A text in which nothing is to be marked. */
        StyledText show(String text, String style) {
            return new StyledText().add(style, this == HTML ? SnippetHtml.of(text) : text);
        }

        /** @param style of what is not marked */
        StyledText show(Snippet snippet, String style) {
            return switch (this) {
                case BOLD -> bold(snippet, style);
                case HTML -> new StyledText().add(style, SnippetHtml.of(snippet));
                case OFFSETS, NONE ->
                    new StyledText()
                            .add(style, opening(snippet))
                            .add(style, snippet.text())
                            .add(style, closing(snippet));
            };
        }

        private static StyledText bold(Snippet snippet, String style) {
            StyledText text = new StyledText().add(style, opening(snippet));
            int at = 0;
            for (Snippet.Span span : snippet.highlights()) {
                text.add(style, snippet.text().substring(at, span.start()));
                text.add(StyledText.MARK, snippet.text().substring(span.start(), span.end()));
                at = span.end();
            }
            return text.add(style, snippet.text().substring(at)).add(style, closing(snippet));
        }

        private static String opening(Snippet snippet) {
            return snippet.opensWhole() ? "" : "… ";
        }

        private static String closing(Snippet snippet) {
            return snippet.closesWhole() ? "" : " …";
        }
    }
}
