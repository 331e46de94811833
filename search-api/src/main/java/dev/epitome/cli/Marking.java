package dev.epitome.cli;

import dev.epitome.search.Snippet;
import dev.epitome.wire.SearchCall.HighlightStyle;
import dev.epitome.wire.SnippetHtml;

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
