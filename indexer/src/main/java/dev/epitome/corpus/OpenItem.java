package dev.epitome.corpus;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An item of a {@link LinkList} while the page is read, and more may be said of it. */
final class OpenItem {
    final String title;
    final boolean sure;
    String url;
    int level;

    @Nullable
    Element listItem;

    @Nullable
    Element link;

    final StringBuilder text = new StringBuilder();

    OpenItem(String title, String url, PageBlock block, @Nullable Element link, boolean sure) {
        this.title = title;
        this.url = url;
        this.sure = sure;
        moveTo(block, link);
    }

    void moveTo(PageBlock block, @Nullable Element titleLink) {
        level = block.level();
        listItem = block.listItem();
        link = titleLink;
    }

    boolean isItem() {
        return sure || !url.isEmpty();
    }
}
