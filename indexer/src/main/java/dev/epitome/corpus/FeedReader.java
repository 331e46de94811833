package dev.epitome.corpus;

import dev.epitome.corpus.RecordMapper.Defaults;
import dev.epitome.corpus.Value.Items;
import dev.epitome.corpus.Value.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * RSS and Atom in all their versions, and as they are found: well-formed or not, under any prefix or none. A feed is
 * one document: it is held whole, up to {@link Input#MAX_DOCUMENT}.
 */
final class FeedReader implements FormatReader {

    static final Set<String> ENTRIES = Set.of("item", "entry");

    @Override
    public void read(Input in, FileEntries entries) throws IOException {
        Input.Whole whole = in.whole();
        String text = XmlText.fixed(whole.text(), entries);
        Document document = Jsoup.parse(text, "", Parser.xmlParser().setTrackPosition(true));
        List<Element> found = document.stream()
                .filter(element -> ENTRIES.contains(FeedElement.localName(element)))
                .toList();
        FeedElement root = new FeedElement(document, text);
        FeedElement head = head(document, text);
        String title = Markup.line(head.first("title").map(FeedElement::line).orElse(""));
        entries.digest(title);
        String base = FeedEntry.base(head);
        entries.defaults(new Defaults(new Words(title), feedAuthors(head), head.base(""), true));
        long number = 0;
        for (Element element : found) {
            number++;
            // What is not closed and has nothing after it was cut off; else it was only not closed.
            if (number == found.size() && root.isCut() && FeedElement.isUnclosed(element)) {
                entries.reject(number, "is cut off: the feed ends in the middle of it");
                entries.cut("it ends in the middle of an item");
            } else {
                entries.add(number, new FeedEntry(new FeedElement(element, text), base).record());
            }
        }
        if (found.isEmpty()) {
            entries.nothing("is a feed that holds no items");
        }
        whole.rethrow();
    }

    /** Where the feed speaks of itself: the channel, or the root. */
    private static FeedElement head(Document document, String text) {
        Element channel = document.stream()
                .filter(element -> FeedElement.localName(element).equals("channel"))
                .findFirst()
                .orElse(null);
        Element root = document.firstElementChild();
        Element head = channel != null ? channel : root == null ? document : root;
        return new FeedElement(head, text);
    }

    /** In Atom, the authors of the feed are those of an entry that names none. */
    private static Value feedAuthors(FeedElement head) {
        List<Value> names = new ArrayList<>();
        if (head.name().equals("feed")) {
            head.all("author").forEach(author -> names.add(author.person()));
        }
        return new Items(names);
    }
}
