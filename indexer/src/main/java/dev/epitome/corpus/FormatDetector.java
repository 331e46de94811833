package dev.epitome.corpus;

import dev.epitome.article.Origin.Unit;
import dev.epitome.corpus.UnsupportedFormats.Unsupported;
import dev.epitome.corpus.Warning.Remedy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Detects a format by how its content begins, and by the name of the file only where the content says nothing. */
final class FormatDetector {

    private static final Pattern XML_START_TAG = Pattern.compile("<(?:[\\w-]+:)?([\\w-]+)");
    private static final Pattern XML_SUBSET_END = Pattern.compile("]\\s*>");
    private static final String DOCTYPE = "<!DOCTYPE";

    /** What an input is. */
    sealed interface Detected {
        record Known(FormatReader reader, Unit unit) implements Detected {}

        record Empty() implements Detected {}

        record Unknown(String reason, Optional<Remedy> remedy) implements Detected {
            Unknown(String reason) {
                this(reason, Optional.empty());
            }
        }
    }

    private FormatDetector() {}

    static Detected detect(Input in, CorpusOptions options, MemberNames names) {
        Optional<Unsupported> refusal = UnsupportedFormats.of(in);
        if (refusal.isPresent()) {
            return new Detected.Unknown(refusal.get().toString());
        }
        String text = in.headText();
        if (text.isEmpty()) {
            return new Detected.Empty();
        }
        return switch (text.charAt(0)) {
            case '{' -> ExportReader.isExport(text) ? lines(new ExportReader()) : json(text, in);
            case '[' -> isJsonList(text) ? json(text, in) : plainText(text, in, options, names);
            case '<' -> xml(text, in.name());
            default -> plainText(text, in, options, names);
        };
    }

    /** Rather than a link of Markdown or a log. */
    private static boolean isJsonList(String text) {
        String start = text.substring(1).stripLeading();
        return start.isEmpty() || "{[\"]0123456789-tfn".indexOf(start.charAt(0)) >= 0;
    }

    private static Detected json(String text, Input in) {
        JsonReader reader = JsonReader.of(text, in);
        return reader.isLines() ? lines(reader) : entries(reader);
    }

    private static Detected plainText(String text, Input in, CorpusOptions options, MemberNames names) {
        String name = in.name();
        if (RoundupReader.isHeader(text) && !TextListReader.isList(text)) {
            return lines(new RoundupReader(options.asOf()));
        }
        if (MailReader.isMail(text)) {
            return entries(new MailReader());
        }
        Optional<CsvTableReader> table = CsvTableReader.of(text, names, name);
        if (table.isPresent() && !MarkdownReader.isMarkdown(text, name)) {
            return lines(table.get());
        }
        if (MarkdownReader.isMarkdown(text, name)) {
            return entries(new MarkdownReader());
        }
        if (JsonReader.isNamedLines(name)) {
            return lines(JsonReader.of(text, in));
        }
        if (TextListReader.isList(text)) {
            return lines(new TextListReader());
        }
        List<String> columns = CsvTableReader.columns(text, name);
        return columns.isEmpty()
                ? new Detected.Unknown(UnsupportedFormats.NO_FORMAT)
                : new Detected.Unknown(
                        UnsupportedFormats.untitled("a table", "column", columns), Optional.of(Remedy.NAME_OF_TITLE));
    }

    private static Detected xml(String text, String name) {
        if (BookmarksReader.isBookmarks(text)) {
            return entries(new BookmarksReader());
        }
        String root = rootElement(text);
        return switch (root) {
            case "rss", "feed", "rdf", "entry", "channel" -> entries(new FeedReader());
            case "opml" -> new Detected.Unknown(UnsupportedFormats.OPML);
            case "urlset", "sitemapindex" -> new Detected.Unknown(UnsupportedFormats.SITEMAP);
            default -> {
                boolean markdown = MarkdownReader.isMarkdown(text, name) && !root.equals("html");
                yield markdown ? entries(new MarkdownReader()) : page(text, root);
            }
        };
    }

    private static Detected page(String text, String root) {
        boolean html = root.equals("html")
                || text.regionMatches(true, 0, "<!doctype html", 0, 14)
                || org.jsoup.parser.Tag.isKnownTag(root);
        return html ? entries(new HtmlReader()) : new Detected.Unknown(UnsupportedFormats.xml(root));
    }

    /** In lower case and without its prefix; empty where the text does not come so far. */
    private static String rootElement(String text) {
        // Not one pattern for it all: it would try every way to divide a run of comments before it gave up.
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("<?", at)) {
                at = after("?>", text, at);
            } else if (text.startsWith("<!--", at)) {
                at = after("-->", text, at);
            } else if (text.regionMatches(true, at, DOCTYPE, 0, DOCTYPE.length())) {
                at = afterDoctype(text, at);
            } else {
                break;
            }
        }
        Matcher root = XML_START_TAG.matcher(text).region(at, text.length());
        return root.lookingAt() ? root.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** The place after a document type declaration, what it declares included. */
    static int afterDoctype(String text, int at) {
        int end = after(">", text, at);
        int subset = text.indexOf('[', at);
        if (subset < 0 || subset > end) {
            return end;
        }
        Matcher subsetEnd = XML_SUBSET_END.matcher(text);
        return subsetEnd.find(subset) ? subsetEnd.end() : text.length();
    }

    private static int after(String mark, String text, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at + mark.length();
    }

    private static Detected lines(FormatReader reader) {
        return new Detected.Known(reader, Unit.LINE);
    }

    private static Detected entries(FormatReader reader) {
        return new Detected.Known(reader, Unit.ENTRY);
    }
}
