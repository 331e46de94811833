package dev.epitome.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a file of a suite holds, found without Epitome's reader, which is measured against it. It is lenient: what looks
 * like an entry is one, however broken the rest of the file is.
 *
 * @param text the file as text, for the comment at its head
 * @param entries none where the file is no feed
 */
record SuiteFeed(String text, List<Item> entries) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> FEEDS = Set.of("rss", "feed", "rdf", "channel");
    private static final Set<String> HOLDERS = Set.of("rss", "feed", "rdf", "channel", "items");
    private static final Set<String> TEXTS =
            Set.of("title", "description", "summary", "content", "abstract", "content:encoded");
    private static final Set<String> DATES =
            Set.of("pubdate", "published", "issued", "updated", "modified", "created", "date");
    private static final Set<String> LEGACY = Set.of("body", "fullitem");
    private static final Pattern ITEM_END =
            Pattern.compile("</(?:(\\w+):)?(?:item|entry)\\s*>", Pattern.CASE_INSENSITIVE);

    /**
     * An entry.
     *
     * @param worded whether a reader would see a word of it
     * @param legacy whether its text is in an element that no feed has had since RSS 2.0
     * @param dates as written
     */
    record Item(boolean worded, boolean legacy, List<String> dates) {
        Item {
            dates = List.copyOf(dates);
        }
    }

    SuiteFeed {
        entries = List.copyOf(entries);
    }

    static SuiteFeed of(byte[] bytes) {
        Optional<Charset> wide = wideCharset(bytes);
        String text = new String(bytes, wide.orElse(StandardCharsets.UTF_8));
        String start = text.replace("\uFEFF", "").stripLeading();
        if (start.startsWith("{")) {
            return new SuiteFeed(text, json(text));
        }
        // Other files, such as source, may quote a feed.
        return new SuiteFeed(text, start.startsWith("<") ? xml(bytes, wide.orElse(null)) : List.of());
    }

    long worded() {
        return entries.stream().filter(Item::worded).count();
    }

    /**
     * The same feed, its entries given a title where they have no text. Many a test is of a link or a date alone; an
     * article cannot do without a title, and then nothing of it could be compared.
     */
    static byte[] titled(byte[] bytes, SuiteFeed feed) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        if (ITEM_END.matcher(raw).results().count() != feed.entries().size()) {
            return bytes;
        }
        StringBuilder titled = new StringBuilder();
        Matcher end = ITEM_END.matcher(raw);
        for (Item item : feed.entries()) {
            end.find();
            String name = (end.group(1) == null ? "" : end.group(1) + ":") + "title";
            String title = item.worded() ? "" : "<" + name + ">untitled</" + name + ">";
            end.appendReplacement(titled, Matcher.quoteReplacement(title + end.group()));
        }
        end.appendTail(titled);
        return titled.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The words of HTML, or of text that has none. */
    static String words(String html) {
        return spaced(Jsoup.parseBodyFragment(html).text());
    }

    /** With single spaces between words. */
    static String spaced(String text) {
        return text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
    }

    private static List<Item> xml(byte[] bytes, @Nullable Charset wide) {
        Document document;
        try {
            String charset = wide == null ? null : wide.name();
            document = Jsoup.parse(new ByteArrayInputStream(bytes), charset, "", Parser.xmlParser());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean feed = document.children().stream()
                .findFirst()
                .map(SuiteFeed::localName)
                .filter(FEEDS::contains)
                .isPresent();
        return feed
                ? document.stream()
                        .filter(SuiteFeed::isEntry)
                        .map(SuiteFeed::item)
                        .toList()
                : List.of();
    }

    private static boolean isEntry(Element element) {
        Element parent = element.parent();
        return Set.of("item", "entry").contains(localName(element))
                && parent != null
                && HOLDERS.contains(localName(parent));
    }

    private static Item item(Element entry) {
        String prefix = prefix(entry);
        boolean worded = children(entry, TEXTS, prefix)
                .anyMatch(child -> !words(child.text()).isEmpty());
        Stream<String> attributes = entry.attributes().asList().stream()
                .filter(attribute -> attribute.getKey().equalsIgnoreCase("lastmod"))
                .map(Attribute::getValue);
        Stream<String> elements = entry.children().stream()
                .filter(child -> DATES.contains(localName(child)))
                .map(Element::text);
        List<String> dates = Stream.concat(elements, attributes).toList();
        boolean legacy = entry.children().stream().anyMatch(child -> LEGACY.contains(localName(child)));
        return new Item(worded, legacy, dates);
    }

    /** Those of the entry's own namespace, or so it looks. */
    private static Stream<Element> children(Element entry, Set<String> names, String prefix) {
        return entry.children().stream()
                .filter(child -> names.contains(child.tagName().toLowerCase(Locale.ROOT))
                        || (prefix(child).equals(prefix) && names.contains(localName(child))));
    }

    private static String prefix(Element element) {
        int colon = element.tagName().indexOf(':');
        return colon < 0 ? "" : element.tagName().substring(0, colon);
    }

    private static String localName(Element element) {
        String name = element.tagName();
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    /** Suites also hold what their parsers should make of a feed, as JSON: only a JSON Feed says that it is one. */
    private static List<Item> json(String text) {
        JsonNode feed;
        try {
            feed = JSON.readTree(text);
        } catch (JacksonException e) {
            return List.of();
        }
        boolean known = feed.path("version").asString("").matches("https?://(www\\.)?jsonfeed\\.org/.*");
        return known ? feed.path("items").valueStream().map(SuiteFeed::jsonItem).toList() : List.of();
    }

    private static Item jsonItem(JsonNode item) {
        boolean worded = Stream.of("title", "summary", "content_text", "content_html")
                .anyMatch(member -> !words(item.path(member).asString("")).isEmpty());
        return new Item(worded, false, List.of(item.path("date_published").asString("")));
    }

    /** Whether the first characters, ASCII in every feed, have more than one byte each. */
    private static Optional<Charset> wideCharset(byte[] bytes) {
        if (bytes.length < 4) {
            return Optional.empty();
        }
        boolean swapped = bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
        boolean straight = bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
        if (bytes[0] == 0 && bytes[1] == 0) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        if (bytes[2] == 0 && bytes[3] == 0) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (swapped || bytes[1] == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return straight || bytes[0] == 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }
}
