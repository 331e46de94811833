package dev.epitome.corpus;

import dev.epitome.corpus.Value.Items;
import dev.epitome.corpus.Value.Members;
import dev.epitome.corpus.Value.Text;
import dev.epitome.corpus.Value.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One entry of a feed as a record: its members from whichever vocabulary has them, the plain one first. */
final class FeedEntry {

    private static final List<String> TITLES = List.of("title", "dc:title", "media:title", "itunes:title");
    private static final List<String> TEXTS =
            List.of(("description summary abstract tagline content:encoded content xhtml:body body fullitem "
                            + "media:description itunes:summary itunes:subtitle dc:description dcterms:abstract "
                            + "media:text subtitle")
                    .split(" "));
    private static final List<String> AUTHORS = List.of(
            "author", "dc:creator", "dc:author", "itunes:author", "media:credit", "managingeditor", "contributor");
    private static final List<String> DATES =
            List.of(("published pubdate issued dcterms:issued dc:date dcterms:date created dcterms:created date "
                            + "updated modified dcterms:modified")
                    .split(" "));

    private final FeedElement entry;
    private final String feedBase;
    private final Map<String, Value> members = new LinkedHashMap<>();

    FeedEntry(FeedElement entry, String feedBase) {
        this.entry = entry;
        this.feedBase = feedBase;
    }

    Members record() {
        put("title", texts(TITLES, true));
        put("description", texts(TEXTS, false));
        members.put("link", new Items(links()));
        id().ifPresent(id -> members.put("guid", new Text(id)));
        put("author", authors());
        put("tags", tags());
        source().ifPresent(source -> members.put("source", source));
        DATES.forEach(this::dates);
        if (!entry.attribute("lastmod").isEmpty()) {
            members.put("lastModified", new Text(entry.attribute("lastmod")));
        }
        return new Members(members);
    }

    private void put(String name, List<Value> values) {
        if (values.size() == 1) {
            members.put(name, values.getFirst());
        } else if (!values.isEmpty()) {
            members.put(name, new Items(values));
        }
    }

    /** The first text that has words: a description may be a picture alone. */
    private List<Value> texts(List<String> names, boolean line) {
        return names.stream()
                .flatMap(name -> elements(name))
                .map(element -> element.content())
                .filter(value -> !(line ? Values.line(value) : Values.words(value)).isBlank())
                .limit(1)
                .toList();
    }

    /** Media may stand in a group. */
    private Stream<FeedElement> elements(String name) {
        return name.startsWith("media:") ? entry.below(name).stream() : entry.all(name).stream();
    }

    private List<Value> links() {
        String base = entry.base(feedBase);
        List<String> found = new ArrayList<>();
        List<FeedElement> links = Stream.concat(entry.all("link").stream(), entry.all("atom:link").stream())
                .toList();
        links.stream().filter(FeedEntry::leadsToPage).forEach(link -> add(found, link, link.attribute("href"), base));
        List<FeedElement> texts =
                links.stream().filter(link -> !link.hasAttribute("href")).toList();
        texts.stream().filter(FeedEntry::leadsToPage).forEach(link -> add(found, link, link.text(), base));
        texts.forEach(link -> add(found, link, link.text(), base));
        entry.all("guid").stream()
                .filter(guid -> !guid.attribute("isPermaLink").equalsIgnoreCase("false"))
                .filter(guid -> guid.text().contains("/"))
                .forEach(guid -> add(found, guid, guid.text(), base));
        entry.all("feedburner:origlink").forEach(link -> add(found, link, link.text(), base));
        add(found, entry, entry.attribute("href"), base);
        add(found, entry, entry.attribute("rdf:about"), base);
        links.stream()
                .filter(link -> link.hasAttribute("href"))
                .forEach(link -> add(found, link, link.attribute("href"), base));
        Stream.concat(entry.all("enclosure").stream(), entry.below("media:content").stream())
                .forEach(media -> add(found, media, media.attribute("url"), base));
        return found.stream().<Value>map(Text::new).toList();
    }

    private static boolean leadsToPage(FeedElement link) {
        String rel = link.attribute("rel");
        String type = link.attribute("type");
        boolean page = type.isEmpty() || type.contains("html");
        return page && (rel.isEmpty() || rel.equals("alternate"));
    }

    /** An address that cannot be one in the end is kept as it is written, for the warning. */
    private static void add(List<String> found, FeedElement element, String address, String base) {
        if (!address.isEmpty()) {
            found.add(RecordMapper.absolute(address, element.base(base)).orElse(address));
        }
    }

    /** What the feed's own addresses are relative to, where no base is given. */
    static String base(FeedElement head) {
        List<FeedElement> links = Stream.concat(head.all("link").stream(), head.all("atom:link").stream())
                .toList();
        Stream<String> pages = links.stream()
                .map(link -> link.hasAttribute("href")
                        ? link.attribute("rel").equals("self") ? "" : link.attribute("href")
                        : link.text());
        Stream<String> selves = links.stream().map(link -> link.attribute("href"));
        return Stream.concat(pages, selves)
                .flatMap(address -> RecordMapper.absolute(address, "").stream())
                .findFirst()
                .orElse("");
    }

    private Optional<String> id() {
        return Stream.of("guid", "id", "dc:identifier")
                .flatMap(name -> entry.all(name).stream())
                .map(FeedElement::text)
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    private List<Value> authors() {
        return AUTHORS.stream()
                .map(name -> elements(name)
                        .map(FeedElement::person)
                        .filter(person -> Values.authors(person).stream().anyMatch(one -> !one.isBlank()))
                        .toList())
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(sourceAuthors());
    }

    private List<Value> sourceAuthors() {
        return entry.all("source").stream()
                .flatMap(source -> source.all("author").stream())
                .map(FeedElement::person)
                .toList();
    }

    private List<Value> tags() {
        List<Value> tags = new ArrayList<>();
        entry.all("tags").forEach(element -> tags.addAll(split(element.text())));
        for (String name : List.of("category", "dc:subject", "media:category")) {
            elements(name).forEach(category -> tags.add(new Words(tag(category))));
        }
        entry.below("itunes:category").forEach(category -> tags.add(new Words(category.attribute("text"))));
        for (String name : List.of("itunes:keywords", "media:keywords", "keywords")) {
            elements(name).forEach(keywords -> tags.addAll(split(keywords.text())));
        }
        return tags;
    }

    private static List<Value> split(String text) {
        return Values.tags(new Text(text)).stream().<Value>map(Words::new).toList();
    }

    private static String tag(FeedElement category) {
        return Stream.of(category.attribute("term"), category.attribute("label"), Markup.line(category.text()))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Of what is taken over from another feed, that feed. */
    private Optional<Value> source() {
        return entry.first("source")
                .map(source -> source.first("title")
                        .map(FeedElement::line)
                        .orElse(source.person() instanceof Text text ? Markup.line(text.text()) : ""))
                .filter(title -> !title.isBlank())
                .map(Words::new);
    }

    private void dates(String name) {
        List<Value> dates = entry.all(name).stream()
                .map(FeedElement::text)
                .filter(text -> !text.isEmpty())
                .<Value>map(Text::new)
                .toList();
        put(name, dates);
    }
}
