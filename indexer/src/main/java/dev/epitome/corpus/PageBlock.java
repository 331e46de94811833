package dev.epitome.corpus;

import dev.epitome.article.CleanText;
import dev.epitome.corpus.PageBlock.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph, a heading, a cell, or a line of one of these.
 *
 * @param level of the heading, from 1; 0 for what is none
 * @param listItem the innermost one that it stands in
 * @param rule whether it is a line across the page, and has no text
 */
record PageBlock(List<Piece> pieces, int level, @Nullable Element listItem, boolean rule) {

    private static final Set<String> BLOCKS =
            Set.of(("address article aside blockquote body br caption center dd details div dl dt figcaption "
                            + "figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table "
                            + "tbody td tfoot th thead tr ul")
                    .split(" "));

    private static final Set<String> UNSEEN =
            Set.of(("script style noscript template head title nav footer aside button select textarea input "
                            + "svg math iframe object canvas audio video form dialog")
                    .split(" "));

    private static final Pattern HIDDEN =
            Pattern.compile("(?i)(?:^|;)\\s*(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden"
                    + "|max-height\\s*:\\s*0(?:px)?\\s*(?:;|!|$)|height\\s*:\\s*0(?:px)?\\s*(?:;|!|$)|opacity\\s*:\\s*0\\s*(?:;|!|$)"
                    + "|mso-hide\\s*:\\s*all)");
    private static final Pattern BOLD = Pattern.compile("(?i)font-weight\\s*:\\s*(?:bold|[6-9]00)");
    private static final int LONGEST_STYLE = 2_000;

    private static final Pattern NAVIGATION =
            Pattern.compile("(?i)(?:^|[\\s_-])(?:nav|navbar|navigation|menu|footer|sidebar|"
                    + "breadcrumbs?|share|sharing|social|socials|cookie|cookies|comments|related|recommended|recommendations|"
                    + "pagination|preheader|preview-text|toc|site-header|masthead|sr-only|visually-hidden|screen-reader-text|"
                    + "unsubscribe|subscribe-widget|subscription-widget-wrap|post-ufi|email-ufi)(?:$|[\\s_-])");

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
    record Piece(String text, @Nullable Element link, boolean strong) {

        String words() {
            return clean(text);
        }
    }

    /** The blocks of a page, in their order, without what a browser does not show and without its navigation. */
    static List<PageBlock> of(Element page) {
        Collector collector = new Collector();
        page.filter(collector);
        collector.end();
        return collector.blocks;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return clean(text.toString());
    }

    boolean hasLink() {
        return pieces.stream().anyMatch(piece -> piece.link() != null);
    }

    boolean isWithin(Element other) {
        return listItem != null && (listItem.equals(other) || listItem.parents().contains(other));
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
            if (link == null || !LinkWords.isButton(piece.words(), link.attr("href"))) {
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
                String text = piece.words();
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

    private static final class Collector implements NodeFilter {

        private final List<PageBlock> blocks = new ArrayList<>();
        private final List<Element> listItems = new ArrayList<>();
        private List<Piece> pieces = new ArrayList<>();
        private @Nullable Element link;
        private int strong;
        private int level;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                if (!text.getWholeText().isEmpty()) {
                    pieces.add(new Piece(text.getWholeText(), link, strong > 0));
                }
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            if (depth > 0 && isUnseen(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            String name = element.normalName();
            if (BLOCKS.contains(name)) {
                end();
            }
            switch (name) {
                case "li" -> listItems.add(element);
                case "h1", "h2", "h3", "h4", "h5", "h6" -> level = name.charAt(1) - '0';
                case "summary" -> level = 6;
                case "hr" -> blocks.add(new PageBlock(List.of(), 0, null, true));
                case "a" -> link = element.hasAttr("href") ? element : link;
                default -> strong += isStrong(element) ? 1 : 0;
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (!(node instanceof Element element) || (depth > 0 && isUnseen(element))) {
                return FilterResult.CONTINUE;
            }
            String name = element.normalName();
            if (BLOCKS.contains(name)) {
                end();
            }
            switch (name) {
                case "li" -> listItems.removeLast();
                case "h1", "h2", "h3", "h4", "h5", "h6", "summary" -> level = 0;
                case "a" -> link = element.equals(link) ? null : link;
                default -> strong -= isStrong(element) ? 1 : 0;
            }
            return FilterResult.CONTINUE;
        }

        private void end() {
            if (pieces.stream().anyMatch(piece -> !piece.text().isBlank())) {
                blocks.add(new PageBlock(merged(), level, listItems.isEmpty() ? null : listItems.getLast(), false));
            }
            pieces = new ArrayList<>();
        }

        /** Neighbours that are set in one way, or are parts of one link, become one piece. */
        private List<Piece> merged() {
            List<Piece> merged = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < pieces.size(); i++) {
                Piece piece = pieces.get(i);
                text.append(piece.text());
                Piece next = i + 1 < pieces.size() ? pieces.get(i + 1) : null;
                boolean joined = next != null
                        && (piece.link() == null
                                ? next.link() == null && next.strong() == piece.strong()
                                : next.link() != null
                                        && piece.link()
                                                .attr("href")
                                                .equals(next.link().attr("href")));
                if (!joined) {
                    merged.add(new Piece(text.toString(), piece.link(), piece.strong()));
                    text.setLength(0);
                }
            }
            return merged;
        }

        private static boolean isStrong(Element element) {
            return switch (element.normalName()) {
                case "b", "strong", "th" -> true;
                case "span", "p", "div", "td", "font" ->
                    BOLD.matcher(style(element)).find();
                default -> false;
            };
        }

        private static String style(Element element) {
            String style = element.attr("style");
            return style.length() <= LONGEST_STYLE ? style : "";
        }

        private static boolean isUnseen(Element element) {
            if (UNSEEN.contains(element.normalName()) || element.hasAttr("hidden")) {
                return true;
            }
            if (HIDDEN.matcher(style(element)).find()) {
                return true;
            }
            boolean page =
                    element.normalName().equals("body") || element.normalName().equals("main");
            String named = element.className().length() + element.id().length() == 0
                    ? element.attr("role")
                    : element.className() + " " + element.id() + " " + element.attr("role");
            return !page
                    && !named.isEmpty()
                    && named.length() <= LONGEST_STYLE
                    && NAVIGATION.matcher(named).find();
        }
    }
}
