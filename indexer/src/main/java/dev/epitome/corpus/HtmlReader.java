package dev.epitome.corpus;

import dev.epitome.corpus.LinkList.Item;
import dev.epitome.corpus.Value.Members;
import dev.epitome.corpus.Value.Text;
import dev.epitome.corpus.Value.Words;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Saved newsletters and pages of links, each article a linked title and the text after it; or one saved article. */
final class HtmlReader implements FormatReader {

    private static final String NEITHER =
            "is an HTML page with neither a list of linked titles nor the text of an article: save the page with its text,"
                    + " or give its feed";

    @Override
    public void read(Input in, FileEntries entries) throws IOException {
        Input.Whole whole = in.whole();
        SavedPage page = SavedPage.of(whole.text());
        LinkList list = LinkList.of(page.body(), page.base(), page.names());
        if (list.isList(page.isArticle())) {
            entries.digest(page.title());
            addAll(list.items(), Map.of(), entries, 0);
        } else if (page.isWorthReading(list.prose())) {
            entries.add(1, page.article(list));
        } else {
            entries.nothing(NEITHER);
        }
        whole.rethrow();
    }

    /**
     * Makes articles of the items of a list.
     *
     * @param more what holds for each of them
     * @param before how many there were before
     */
    static void addAll(List<Item> items, Map<String, Value> more, FileEntries entries, long before) {
        long number = before;
        for (Item item : items) {
            Map<String, Value> members = new LinkedHashMap<>(more);
            members.put("title", new Words(item.title()));
            members.put("url", new Text(item.url()));
            members.put("description", new Words(item.text()));
            number++;
            entries.add(number, new Members(members));
        }
    }
}
