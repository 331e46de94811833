package dev.epitome.corpus;

import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.corpus.Value.Items;
import dev.epitome.corpus.Value.Members;
import dev.epitome.corpus.Value.Text;
import dev.epitome.corpus.Value.Words;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Bookmarks as browsers, Pocket, Pinboard and Raindrop export them, after Netscape: links, each with what is said of it
 * in a {@code DD} below. Folders are where a link was put, and do not say what it is about.
 */
final class BookmarksReader implements FormatReader {

    private static final Pattern SIGN = Pattern.compile(
            "(?i)netscape-bookmark-file-1|<title>\\s*pocket export\\b|<a\\s[^>]{0,600}\\b(?:time_added|add_date)\\s*=");

    private static final String NONE = "is a file of bookmarks without a link to a page on the web";

    static boolean isBookmarks(String headText) {
        return headText.startsWith("<") && SIGN.matcher(headText).find();
    }

    @Override
    public void read(Input in, FileEntries entries) throws IOException {
        Input.Whole whole = in.whole();
        Collector collector = new Collector(entries);
        Parser.htmlParser().parseInput(whole.text(), "").traverse(collector);
        collector.finish();
        if (collector.number == 0 && whole.failure() == null) {
            entries.nothing(NONE);
        }
        whole.rethrow();
    }

    /** Walks the file in its order: its tags are hardly ever closed, so that the tree says little. */
    private static final class Collector implements NodeVisitor {

        private static final Set<String> BETWEEN = Set.of("dt", "dl", "h1", "h2", "h3", "li", "ul");

        private final FileEntries entries;
        private final StringBuilder said = new StringBuilder();
        private @Nullable Element link;
        private boolean describing;
        private long number;

        Collector(FileEntries entries) {
            this.entries = entries;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text && describing) {
                said.append(text.getWholeText());
            } else if (node instanceof Element element) {
                begin(element);
            }
        }

        private void begin(Element element) {
            String name = element.normalName();
            if (name.equals("a") && element.hasAttr("href") && !describing) {
                finish();
                link = element;
            } else if (name.equals("dd")) {
                describing = link != null;
            } else if (BETWEEN.contains(name)) {
                finish();
            } else if (describing) {
                said.append(' ');
            }
        }

        void finish() {
            Element found = link;
            link = null;
            describing = false;
            String description = said.toString();
            said.setLength(0);
            if (found != null && Article.isWebAddress(found.attr("href").strip())) {
                number++;
                entries.add(number, record(found, description));
            }
        }

        private static Members record(Element link, String description) {
            String url = link.attr("href").strip();
            String title = CleanText.of(link.text());
            Map<String, Value> members = new LinkedHashMap<>();
            members.put("title", new Words(title.isEmpty() ? url : title));
            members.put("url", new Text(url));
            members.put("description", new Words(CleanText.of(description)));
            members.put(
                    "tags",
                    new Items(Arrays.stream(link.attr("tags").split(",", -1))
                            .filter(tag -> !tag.isBlank())
                            .<Value>map(Words::new)
                            .toList()));
            String added = link.attr(link.hasAttr("add_date") ? "add_date" : "time_added");
            members.put("add_date", new Text(added));
            return new Members(members);
        }
    }
}
