package dev.epitome.corpus;

import dev.epitome.corpus.Value.Text;
import dev.epitome.corpus.Value.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jspecify.annotations.Nullable;

/** An element of a feed: its name whatever its prefix, and its text in whatever way it is written. */
final class FeedElement {

    /** The vocabularies of feeds, by a part of their addresses that all their versions have in common. */
    private static final Map<String, String> VOCABULARIES = Map.of(
            "purl.org/dc/elements", "dc",
            "purl.org/dc/terms", "dcterms",
            "purl.org/rss/1.0/modules/content", "content",
            "search.yahoo.com/mrss", "media",
            "itunes.com/dtds", "itunes",
            "w3.org/1999/xhtml", "xhtml",
            "feedburner", "feedburner");

    private static final Pattern PREFIXES = Pattern.compile("<(/?)[A-Za-z][\\w.-]*:(?=[A-Za-z])");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]{8,}+={0,2}\\s*+");

    private final Element element;
    private final String source;
    private @Nullable Map<String, List<FeedElement>> childrenByName;
    private @Nullable Map<String, List<FeedElement>> allByName;

    FeedElement(Element element, String source) {
        this.element = element;
        this.source = source;
    }

    /** In lower case, without its prefix. */
    static String localName(Element element) {
        String name = element.tagName();
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    /** The name with the prefix that its vocabulary usually has; without one where it is that of feeds. */
    String name() {
        String local = localName(element);
        String written = element.tagName();
        String address = element.tag().namespace();
        Optional<String> known = VOCABULARIES.entrySet().stream()
                .filter(vocabulary -> address.contains(vocabulary.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (known.isPresent()) {
            return known.get() + ":" + local;
        }
        int colon = written.indexOf(':');
        boolean plain = colon < 0
                || address.contains("w3.org/2005/Atom")
                || address.contains("purl.org/atom")
                || address.contains("purl.org/rss")
                || address.contains("purl.org/net/rss")
                || address.contains("backend.userland.com/rss")
                || address.contains("my.netscape.com");
        return plain ? local : written.substring(0, colon).toLowerCase(Locale.ROOT) + ":" + local;
    }

    private Stream<FeedElement> children() {
        return element.children().stream().map(child -> new FeedElement(child, source));
    }

    List<FeedElement> all(String name) {
        if (childrenByName == null) {
            childrenByName = children().collect(Collectors.groupingBy(FeedElement::name));
        }
        return childrenByName.getOrDefault(name, List.of());
    }

    Optional<FeedElement> first(String name) {
        return all(name).stream().findFirst();
    }

    /**
     * Those of that name anywhere below, but for what lies in an entry within: one that was not closed has the next in
     * it.
     */
    List<FeedElement> below(String name) {
        if (allByName == null) {
            List<FeedElement> found = new ArrayList<>();
            Deque<Element> open = new ArrayDeque<>(element.children());
            while (!open.isEmpty()) {
                Element next = open.removeFirst();
                if (!FeedReader.ENTRIES.contains(localName(next))) {
                    found.add(new FeedElement(next, source));
                    next.children().reversed().forEach(open::addFirst);
                }
            }
            allByName = found.stream().collect(Collectors.groupingBy(FeedElement::name));
        }
        return allByName.getOrDefault(name, List.of());
    }

    String attribute(String name) {
        return element.attr(name).strip();
    }

    boolean hasAttribute(String name) {
        return element.hasAttr(name);
    }

    /** Its characters, decoded once. */
    String text() {
        return element.wholeText().strip();
    }

    /** Its characters as one line of words. */
    String line() {
        return switch (content()) {
            case Words(String words) -> words;
            case Text(String text) -> Markup.line(text);
            default -> "";
        };
    }

    /** Its text, which is known to be words or may hold HTML, after what it says of itself. */
    Value content() {
        String type = attribute("type").toLowerCase(Locale.ROOT);
        if (!element.children().isEmpty()) {
            String inner = PREFIXES.matcher(inner()).replaceAll("<$1");
            return new Words(Markup.html(inner));
        }
        String text = element.wholeText();
        boolean textual =
                type.indexOf('/') < 0 || type.startsWith("text") || type.contains("html") || type.endsWith("xml");
        boolean encoded = attribute("mode").equals("base64")
                || attribute("encoding").equals("base64")
                || (!textual && !attribute("mode").equals("escaped"));
        if (encoded && BASE64.matcher(text).matches()) {
            text = decoded(text);
        }
        if (type.equals("html") || type.equals("text/html") || type.contains("xhtml")) {
            return new Words(Markup.html(text));
        }
        boolean atom = element.tag().namespace().contains("w3.org/2005/Atom");
        boolean words = type.equals("text") || type.equals("text/plain") || (atom && type.isEmpty());
        return words ? new Words(text) : new Text(text);
    }

    private static String decoded(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return TolerantReader.decoded(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return base64;
        }
    }

    /** What stands between its tags, as it is written. */
    private String inner() {
        int from = element.sourceRange().endPos();
        Range end = element.endSourceRange();
        boolean known = element.sourceRange().isTracked() && end.isTracked() && end.startPos() >= from;
        return known ? source.substring(from, Math.min(source.length(), end.startPos())) : element.html();
    }

    /** The name of a person: of Atom, or one that stands alone. */
    Value person() {
        Optional<FeedElement> name = first("name");
        if (name.isPresent()) {
            return new Words(Values.withoutEmail(name.get().text()));
        }
        return element.children().isEmpty() ? new Text(text()) : new Words("");
    }

    /** What its addresses are relative to: the bases of all that it lies in, from the outside in. */
    String base(String outermost) {
        String base = outermost;
        List<Element> outside = element.parents();
        for (Element around : outside.reversed()) {
            base = moved(base, around.attr("xml:base").strip());
        }
        return moved(base, attribute("xml:base"));
    }

    private static String moved(String base, String to) {
        return to.isEmpty() ? base : RecordMapper.absolute(to, base).orElse(base);
    }

    static boolean isUnclosed(Element element) {
        Range end = element.endSourceRange();
        return !end.isTracked() || end.startPos() == end.endPos();
    }

    /** Whether the outermost element is not closed. */
    boolean isCut() {
        Element root = element instanceof Document document ? document.firstElementChild() : element;
        return root != null && isUnclosed(root);
    }
}
