package dev.epitome.wire;

import dev.epitome.search.Snippet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A snippet as HTML: the text is escaped first, so that nothing in an article can become markup. */
public final class SnippetHtml {

    private SnippetHtml() {}

    /** With {@code <mark>} around each highlight. */
    public static String of(Snippet snippet) {
        return opening(snippet) + marked(snippet) + closing(snippet);
    }

    /** The same in UTF-8. Texts are put together much faster as long as they have no letter beyond Latin 1. */
    static byte[] utf8(Snippet snippet) {
        byte[] opening = opening(snippet).getBytes(StandardCharsets.UTF_8);
        byte[] marked = marked(snippet).getBytes(StandardCharsets.UTF_8);
        byte[] closing = closing(snippet).getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(opening, opening.length + marked.length + closing.length);
        System.arraycopy(marked, 0, all, opening.length, marked.length);
        System.arraycopy(closing, 0, all, opening.length + marked.length, closing.length);
        return all;
    }

    private static String opening(Snippet snippet) {
        return snippet.opensWhole() ? "" : "… ";
    }

    private static String closing(Snippet snippet) {
        return snippet.closesWhole() ? "" : " …";
    }

    private static String marked(Snippet snippet) {
        StringBuilder html = new StringBuilder(snippet.text().length() + 128);
        int at = 0;
        for (Snippet.Span span : snippet.highlights()) {
            escape(html, snippet.text(), at, span.start());
            html.append("<mark>");
            escape(html, snippet.text(), span.start(), span.end());
            html.append("</mark>");
            at = span.end();
        }
        escape(html, snippet.text(), at, snippet.text().length());
        return html.toString();
    }

    /** A text without highlights. */
    public static String of(String text) {
        StringBuilder html = new StringBuilder(text.length());
        escape(html, text, 0, text.length());
        return html.toString();
    }

    private static void escape(StringBuilder html, String text, int from, int to) {
        int plain = from;
        for (int i = from; i < to; i++) {
            String escaped = escaped(text.charAt(i));
            if (!escaped.isEmpty()) {
                html.append(text, plain, i).append(escaped);
                plain = i + 1;
            }
        }
        html.append(text, plain, to);
    }

    /** Empty for what stands for itself. */
    private static String escaped(char character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "";
        };
    }
}
