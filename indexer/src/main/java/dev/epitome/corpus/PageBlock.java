package dev.epitome.corpus;

import dev.epitome.article.CleanText;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph, a heading, a cell, or a line of one of these.
 *
 * @param level of the heading, from 1; 0 for what is none
 * @param listItem the innermost one that it stands in
 * @param rule whether it is a line across the page, and has no text
 */
record PageBlock(List<Piece> pieces, int level, @Nullable Element listItem, boolean rule) {

    private static final int LONGEST_BOLD_LINE = 120;
    private static final int MENU = 3;
    private static final int MENU_WORDS = 3;
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u034F\\u00AD\\u200B\\u2060\\uFEFF]+|(?<=\\s)[\\u200C\\u200D]+");
    private static final Pattern EMPTY_BRACKETS = Pattern.compile("[(\\[][\\s,|/·•-]*[)\\]]");

    /**
     * Text that is set in one way.
     *
     * @param link that it belongs to
     * @param strong whether it stands out
     */
    record Piece(String text, @Nullable Element link, boolean strong) {}

    String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return clean(text.toString());
    }

    boolean hasLink() {
        return pieces.stream().anyMatch(piece -> piece.link() != null);
    }

    /** Whether it stands out as a whole. */
    boolean isHeading() {
        boolean bold = pieces().stream()
                .allMatch(piece -> piece.strong() || piece.text().isBlank());
        String text = text();
        return level() > 0 || (bold && text.length() <= LONGEST_BOLD_LINE && !text.endsWith("."));
    }

    /** The text of the block from one of its pieces on, without its buttons. */
    String said(int from) {
        StringBuilder said = new StringBuilder();
        for (Piece piece : pieces().subList(from, pieces().size())) {
            Element link = piece.link();
            if (link == null || !LinkWords.isButton(clean(piece.text()), link.attr("href"))) {
                said.append(piece.text());
            }
        }
        String text =
                EMPTY_BRACKETS.matcher(clean(said.toString())).replaceAll("").strip();
        return LinkWords.isCount(text) ? "" : text;
    }

    /** Whether it is nothing but many short links. */
    boolean isMenu() {
        int links = 0;
        int words = 0;
        int linked = 0;
        for (Piece piece : pieces()) {
            if (piece.link() != null && !piece.text().isBlank()) {
                String text = clean(piece.text());
                links++;
                words += text.split(" ", -1).length;
                linked += text.length();
            }
        }
        return links >= MENU && words <= links * MENU_WORDS && linked * 10 >= text().length() * 6;
    }

    /** One line, without what a mail fills its preview with. */
    static String clean(String text) {
        return CleanText.of(INVISIBLE.matcher(text).replaceAll(""));
    }
}
