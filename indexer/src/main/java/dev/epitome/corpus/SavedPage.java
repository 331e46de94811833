package dev.epitome.corpus;

import dev.epitome.corpus.Value.Items;
import dev.epitome.corpus.Value.Members;
import dev.epitome.corpus.Value.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/** What a page says of itself in its head. */
final class SavedPage {

    private static final int LEAST_PROSE = 300;
    private static final int LONGEST_EXCERPT = 2_000;
    private static final Pattern SAVED_FROM =
            Pattern.compile("(?i)(?:saved from url=\\(\\d+\\)|\\burl:\\s*)(https?://[^\\s<>\"]+)");
    private static final Pattern ARTICLE =
            Pattern.compile("\"@type\"\\s*+:\\s*+\\[?\\s*+\"(?:News|Blog|Tech|Scholarly)?(?:Article|Posting)\"");

    private final Document page;
    private final Map<String, String> metas = new LinkedHashMap<>();

    private SavedPage(Document page) {
        this.page = page;
        for (Element meta : page.select("meta[content]")) {
            for (String key : List.of("property", "name", "itemprop")) {
                if (meta.hasAttr(key) && !meta.attr("content").isBlank()) {
                    metas.putIfAbsent(
                            meta.attr(key).toLowerCase(Locale.ROOT),
                            meta.attr("content").strip());
                }
            }
        }
    }

    static SavedPage of(String html) {
        return new SavedPage(Parser.htmlParser().parseInput(html, ""));
    }

    Element body() {
        return page.body();
    }

    /** The address that its relative links start from; empty where it does not say. */
    String base() {
        Element base = page.selectFirst("base[href]");
        String own = address();
        return base == null
                ? own
                : RecordMapper.absolute(base.attr("href"), own).orElse(own);
    }

    /** Its own address; empty where it does not say. */
    String address() {
        Element canonical = page.selectFirst("link[rel=canonical][href]");
        List<String> given = new ArrayList<>();
        given.add(canonical == null ? "" : canonical.attr("href"));
        given.add(meta("og:url"));
        given.add(savedFrom());
        return given.stream()
                .flatMap(address -> RecordMapper.absolute(address, "").stream())
                .findFirst()
                .orElse("");
    }

    private String savedFrom() {
        List<Node> first = new ArrayList<>(page.childNodes());
        Element html = page.firstElementChild();
        if (html != null) {
            first.addAll(html.childNodes());
        }
        for (Node node : first) {
            Matcher saved = SAVED_FROM.matcher(node instanceof Comment comment ? comment.getData() : "");
            if (saved.find()) {
                return saved.group(1);
            }
        }
        return "";
    }

    String title() {
        Element heading = page.selectFirst("h1");
        String named = meta("og:title", "twitter:title", "citation_title", "dc.title");
        if (!named.isEmpty()) {
            return named;
        }
        String titled = page.title();
        return titled.isBlank() && heading != null ? heading.text() : titled;
    }

    /** What the page and its series are called. */
    List<String> names() {
        return List.of(page.title(), meta("og:title"), meta("og:site_name"), meta("application-name"));
    }

    /** Whether it says that it is one article. */
    boolean isArticle() {
        return meta("og:type").equals("article")
                || !meta("article:published_time", "citation_publication_date").isEmpty()
                || page.select("script[type=application/ld+json]").stream()
                        .anyMatch(data -> ARTICLE.matcher(data.data()).find());
    }

    /** Whether there is enough of it to be one article. */
    boolean isWorthReading(String prose) {
        boolean described = isArticle() || (!description().isEmpty() && !prose.isEmpty());
        return prose.length() >= LEAST_PROSE || (described && !title().isBlank());
    }

    private String description() {
        return meta("og:description", "description", "twitter:description", "citation_abstract", "dc.description");
    }

    /** The page as one article. */
    Members article(LinkList list) {
        String prose = list.prose();
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("title", new Words(title()));
        String text =
                description().isEmpty() ? prose.substring(0, Math.min(prose.length(), LONGEST_EXCERPT)) : description();
        members.put("description", new Words(text));
        members.put(
                "url", new Value.Text(address().isEmpty() ? list.pageAddress().orElse("") : address()));
        members.put("published", new Value.Text(published()));
        members.put("source", new Words(meta("og:site_name")));
        String author = meta("author", "article:author", "parsely-author", "citation_author", "dc.creator");
        members.put("author", new Value.Text(author.startsWith("http") ? "" : author));
        members.put("tags", tags());
        return new Members(members);
    }

    private String published() {
        String said = meta(
                "article:published_time",
                "datepublished",
                "citation_publication_date",
                "parsely-pub-date",
                "dc.date",
                "date");
        Element time = page.selectFirst("time[datetime]");
        return said.isEmpty() && time != null ? time.attr("datetime") : said;
    }

    private Value tags() {
        List<Value> tags = new ArrayList<>();
        page.select("meta[property=article:tag][content]").forEach(tag -> tags.add(new Words(tag.attr("content"))));
        return tags.isEmpty() ? new Value.Text(meta("keywords", "news_keywords")) : new Items(tags);
    }

    private String meta(String... names) {
        for (String name : names) {
            String value = metas.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
