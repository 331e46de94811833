package dev.epitome.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;

/**
 * Markdown as the HTML that it stands for, as far as its words and links go: without images, and with what looks like a
 * tag and is none, such as {@code Vec<T>}. It is written in a loop, so that no nesting is too deep for it.
 */
final class MarkdownHtml {

    private static final int MAX_NESTING = 100;
    private static final Pattern TAG_NAME = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*).*", Pattern.DOTALL);
    private static final int LONGEST_ROW = 20_000;
    private static final int MANY_SIGNS = 5_000;
    private static final Pattern ROW = Pattern.compile("\\s*\\|(.*?)\\|?\\s*");
    private static final Pattern RULE_OF_TABLE = Pattern.compile("[\\s|:-]+");
    private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern WEB_LINK = Pattern.compile("]\\(\\s*<?https?://");

    private final StringBuilder html = new StringBuilder();

    private MarkdownHtml() {}

    static String of(String markdown) {
        Parser parser = Parser.builder().maxOpenBlockParsers(MAX_NESTING).build();
        MarkdownHtml writer = new MarkdownHtml();
        writer.writeAll(parser.parse(withoutLoneSigns(rowsAsItems(markdown))));
        return writer.html.toString();
    }

    /** Where there are very many, the parser would look for the end of each to the end of the text. */
    private static String withoutLoneSigns(String markdown) {
        if (markdown.chars().filter(sign -> sign == '<').limit(MANY_SIGNS).count() < MANY_SIGNS) {
            return markdown;
        }
        StringBuilder reversed = new StringBuilder(markdown.length());
        boolean closed = false;
        for (int at = markdown.length() - 1; at >= 0; at--) {
            char sign = markdown.charAt(at);
            reversed.append(sign == '<' && !closed ? ";tl&" : String.valueOf(sign));
            closed = sign == '>' || (closed && sign != '<');
        }
        return reversed.reverse().toString();
    }

    /** A row of a table becomes an item of a list: its first cell with a link, then the others. */
    private static String rowsAsItems(String markdown) {
        if (markdown.indexOf('|') < 0) {
            return markdown;
        }
        StringBuilder lines = new StringBuilder(markdown.length());
        markdown.lines().forEach(line -> lines.append(rowAsItem(line)).append('\n'));
        return lines.toString();
    }

    private static String rowAsItem(String line) {
        Matcher row = ROW.matcher(line);
        if (line.length() > LONGEST_ROW || line.indexOf('|') < 0 || !row.matches()) {
            return line;
        }
        if (RULE_OF_TABLE.matcher(line).matches()) {
            return "";
        }
        List<String> cells = new ArrayList<>(List.of(CELL_END.split(row.group(1))));
        cells.replaceAll(String::strip);
        for (int i = 0; i < cells.size(); i++) {
            if (WEB_LINK.matcher(cells.get(i)).find()) {
                cells.addFirst(cells.remove(i));
                cells.removeIf(String::isEmpty);
                return "- " + String.join(" – ", cells);
            }
        }
        return ""; // A head, or a row that leads nowhere.
    }

    private void writeAll(Node root) {
        Node node = root;
        while (node != null) {
            begin(node);
            Node child = node instanceof Image ? null : node.getFirstChild();
            while (child == null) {
                end(node);
                if (node.equals(root)) {
                    return;
                }
                child = node.getNext();
                node = child == null ? node.getParent() : node;
                if (node == null) {
                    return;
                }
            }
            node = child;
        }
    }

    private void begin(Node node) {
        switch (node) {
            case Heading heading -> html.append("<h").append(heading.getLevel()).append('>');
            case Link link ->
                html.append("<a href=\"")
                        .append(Entities.escape(link.getDestination()))
                        .append("\">");
            case Text text -> html.append(Entities.escape(text.getLiteral()));
            case Code code -> html.append(Entities.escape(code.getLiteral()));
            case FencedCodeBlock code ->
                html.append("<pre>").append(Entities.escape(code.getLiteral())).append("</pre>");
            case IndentedCodeBlock code ->
                html.append("<pre>").append(Entities.escape(code.getLiteral())).append("</pre>");
            case HtmlInline inline ->
                html.append(isTag(inline.getLiteral()) ? inline.getLiteral() : Entities.escape(inline.getLiteral()));
            case HtmlBlock block -> html.append(block.getLiteral()).append('\n');
            case SoftLineBreak none -> html.append('\n');
            case HardLineBreak none -> html.append("<br>");
            case ThematicBreak none -> html.append("<hr>");
            default -> html.append(tag(node, "<"));
        }
    }

    private void end(Node node) {
        switch (node) {
            case Heading heading ->
                html.append("</h").append(heading.getLevel()).append(">\n");
            case Link none -> html.append("</a>");
            default -> html.append(tag(node, "</"));
        }
    }

    private static String tag(Node node, String opening) {
        String name = switch (node) {
            case Paragraph none -> "p";
            case StrongEmphasis none -> "strong";
            case ListItem none -> "li";
            case ListBlock none -> "ul";
            case BlockQuote none -> "blockquote";
            default -> "";
        };
        return name.isEmpty() ? "" : opening + name + '>';
    }

    private static boolean isTag(String literal) {
        Matcher name = TAG_NAME.matcher(literal);
        return !name.matches() || Tag.isKnownTag(name.group(1));
    }
}
