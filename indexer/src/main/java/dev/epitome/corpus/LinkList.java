package dev.epitome.corpus;

import dev.epitome.article.CleanText;
import dev.epitome.corpus.PageBlock.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page lists: each item is a linked title and what is said of it until the next title, heading or rule. A
 * heading or a line in bold is an item where a "Read more" below it gives the address.
 */
final class LinkList {

    /** Longer texts are no summaries in a list: what is beyond counts as text that belongs to none. */
    private static final int USUAL_SUMMARY = 1_500;

    private static final int MANY_SITES = 3;
    private static final int SHORT_PREFACE = 400;
    private static final Pattern PROSE_AFTER_NAME =
            Pattern.compile("\\s+(?!(?:by|from|via|with)\\b)\\p{Ll}.*", Pattern.DOTALL);
    private static final Pattern FRONT_PAGE = Pattern.compile("(?i)https?://[^/?#]+/?(?:[?#].*)?");

    /** One article of the list; its url and its text may be empty. */
    record Item(String title, String url, String text) {}

    private final String base;
    private final Set<String> ownNames;
    private final List<OpenItem> all = new ArrayList<>();
    private final Map<String, OpenItem> byAddress = new HashMap<>();
    private final StringBuilder prose = new StringBuilder();
    private @Nullable OpenItem current;
    private String pageAddress = "";
    private long beside;

    private LinkList(String base, Set<String> ownNames) {
        this.base = base;
        this.ownNames = ownNames;
    }

    /**
     * Reads a page.
     *
     * @param base for relative links; empty where it is not known
     * @param ownNames what the page, its series or its sender is called: no titles of articles in it
     */
    static LinkList of(Element page, String base, List<String> ownNames) {
        Set<String> folded = new HashSet<>();
        ownNames.forEach(name -> folded.add(CleanText.of(name).toLowerCase(Locale.ROOT)));
        folded.remove("");
        LinkList list = new LinkList(base, folded);
        PageBlock.of(page).forEach(list::take);
        return list;
    }

    List<Item> items() {
        return all.stream()
                .filter(OpenItem::isItem)
                .map(open -> new Item(open.title, open.url, PageBlock.clean(open.text.toString())))
                .toList();
    }

    /** All text of the page without its buttons and footers. */
    String prose() {
        return PageBlock.clean(prose.toString());
    }

    /** The address at which the page can be read in a browser, where it says so. */
    Optional<String> pageAddress() {
        return Optional.of(pageAddress).filter(address -> !address.isEmpty());
    }

    /** Whether the list is what the page is for; the {@code article} that a page says it is may have links in it. */
    boolean isList(boolean article) {
        List<Item> items = items();
        long listed = 0;
        long besides = beside;
        int telling = 0;
        for (Item item : items) {
            listed += item.title().length() + Math.min(item.text().length(), USUAL_SUMMARY);
            besides += Math.max(0, item.text().length() - USUAL_SUMMARY);
            telling += !item.text().isEmpty() || item.title().length() >= 8 ? 1 : 0;
        }
        int share = article ? 2 : share(items.size());
        long least = article || items.size() < 3 ? 0 : SHORT_PREFACE;
        return (telling >= 2 || leadsToManySites(items)) && besides <= Math.max(share * listed, least);
    }

    /** Whether the page has one article in its list, by a heading that is its link and no name of the page. */
    boolean isOneBeside(String subject) {
        List<OpenItem> items = all.stream().filter(OpenItem::isItem).toList();
        OpenItem first = items.isEmpty() ? null : items.getFirst();
        return first != null
                && items.size() == 1
                && first.block.level() > 0
                && first.sure
                && !first.title.equalsIgnoreCase(subject.strip())
                && !first.text.isEmpty()
                && beside <= 4L * (first.title.length() + first.text.length());
    }

    /** Unlike a menu of short words. */
    private static boolean leadsToManySites(List<Item> items) {
        return items.stream()
                        .filter(item -> !item.url().isEmpty())
                        .map(item -> item.url().split("/", 4)[2])
                        .distinct()
                        .count()
                >= MANY_SITES;
    }

    /** How many times as much text may stand beside the items. */
    private int share(int items) {
        long prominent =
                all.stream().filter(item -> item.block.level() > 0 && item.sure).count();
        int some = prominent >= 2 ? 4 : 2;
        return items < 5 ? some : items < 8 ? Math.max(3, some) : 6;
    }

    private void take(PageBlock block) {
        String text = block.text();
        noteAddressOfPage(block);
        if (block.rule() || LinkWords.isFooter(text) || block.isMenu()) {
            current = null;
            return;
        }
        Element listItem = current == null ? null : current.block.listItem();
        if (listItem != null && !block.isWithin(listItem)) {
            current = null; // What is said beside an item of a list does not belong to it.
        }
        String said = block.said(0);
        prose.append(said).append('\n');
        int title = titleLink(block);
        if (title >= 0) {
            title(block, title);
        } else if (block.isHeading()) {
            heading(block, text, said);
        } else {
            add(said, block);
        }
    }

    /** The place of the link that the block begins with, if it may be a title; otherwise -1. */
    private int titleLink(PageBlock block) {
        StringBuilder before = new StringBuilder();
        for (int i = 0; i < block.pieces().size(); i++) {
            Piece piece = block.pieces().get(i);
            if (piece.link() == null) {
                before.append(piece.text());
            } else if (!piece.text().isBlank()) {
                return isTitle(block, i, before.toString()) ? i : -1;
            }
        }
        return -1;
    }

    private boolean isTitle(PageBlock block, int at, String before) {
        Piece piece = block.pieces().get(at);
        String words = piece.words();
        String href = address(piece);
        boolean own = isOwnName(piece)
                || (block.level() == 1 && FRONT_PAGE.matcher(href).matches());
        if (href.isEmpty() || own || !LinkWords.isTitle(words, href) || !LinkWords.isLabel(before)) {
            return false;
        }
        String next =
                at + 1 < block.pieces().size() ? block.pieces().get(at + 1).text() : "";
        boolean sentence = PROSE_AFTER_NAME.matcher(next).matches() && words.split(" ", 5).length < 4;
        return block.level() > 0 || piece.strong() || !sentence;
    }

    private void title(PageBlock block, int at) {
        Piece piece = block.pieces().get(at);
        String href = address(piece);
        String rest = LinkWords.rest(block.said(at + 1));
        if (current != null && current.link != null && current.link.equals(piece.link())) {
            current.text.append(block.said(0)).append('\n'); // A card that is one link as a whole.
            return;
        }
        String key = href.endsWith("/") ? href.substring(0, href.length() - 1) : href;
        OpenItem known = byAddress.get(key);
        if (known != null) {
            if (known.text.isEmpty()) { // An item of a table of contents goes on where its text stands.
                known.block = block;
                known.link = piece.link();
            }
            current = known == current || known.text.isEmpty() ? known : null;
            add(rest, block);
            return;
        }
        String words = LinkWords.title(piece.words());
        TitleLine line = TitleLine.of(words);
        String title = line.marked() && !line.text().isEmpty() ? line.text() : words;
        current = new OpenItem(title, href, block, piece.link(), true);
        all.add(current);
        byAddress.put(key, current);
        add(LinkWords.withoutMark(rest), block);
    }

    private void heading(PageBlock block, String text, String said) {
        boolean subtitle = current != null
                && current.sure
                && current.block.level() > 0
                && block.level() > current.block.level()
                && current.text.isEmpty();
        if (subtitle) {
            add(said, block);
            return;
        }
        TitleLine line = TitleLine.of(text);
        current = null;
        if (!block.hasLink() && LinkWords.isTitle(text, "")) {
            current = new OpenItem(line.marked() ? line.text() : text, "", block, null, line.timed());
            all.add(current);
        }
    }

    private void add(String said, PageBlock block) {
        if (current == null) {
            beside += said.length();
            return;
        }
        if (!current.isItem()) {
            String href = invitation(block);
            if (!href.isEmpty() && byAddress.putIfAbsent(href, current) == null) {
                current.url = href;
                beside -= current.text.length();
            }
            beside += current.isItem() ? 0 : said.length();
        }
        if (!said.isEmpty()) {
            current.text.append(said).append('\n');
        }
    }

    private String invitation(PageBlock block) {
        return block.pieces().stream()
                .filter(piece -> piece.link() != null && LinkWords.isInvitation(piece.words()))
                .map(this::address)
                .filter(href -> !href.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void noteAddressOfPage(PageBlock block) {
        for (Piece piece : block.pieces()) {
            if (pageAddress.isEmpty()
                    && piece.link() != null
                    && (LinkWords.isToThePage(piece.words()) || isOwnName(piece))) {
                pageAddress = address(piece);
            }
        }
    }

    private boolean isOwnName(Piece piece) {
        return ownNames.contains(piece.words().toLowerCase(Locale.ROOT));
    }

    private String address(Piece piece) {
        Element link = piece.link();
        return link == null
                ? ""
                : RecordMapper.absolute(link.attr("href"), base).orElse("");
    }

    /** An item while the page is read, and more may be said of it. */
    private static final class OpenItem {

        final String title;
        final boolean sure;
        final StringBuilder text = new StringBuilder();
        String url;
        PageBlock block;

        @Nullable
        Element link;

        OpenItem(String title, String url, PageBlock block, @Nullable Element link, boolean sure) {
            this.title = title;
            this.url = url;
            this.block = block;
            this.link = link;
            this.sure = sure;
        }

        boolean isItem() {
            return sure || !url.isEmpty();
        }
    }
}
