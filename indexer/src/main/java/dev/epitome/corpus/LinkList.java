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

    /**
     * One article of the list.
     *
     * @param url empty where there is none
     * @param text empty where nothing is said of it
     */
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

    /**
     * Whether the list is what the page is for, rather than an article with some links in it.
     *
     * @param article whether the page says that it is one
     */
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
        return items.size() == 1
                && items.getFirst().level > 0
                && items.getFirst().sure
                && !items.getFirst().title.equalsIgnoreCase(subject.strip())
                && !items.getFirst().text.isEmpty()
                && beside
                        <= 4L
                                * (items.getFirst().title.length()
                                        + items.getFirst().text.length());
    }

    /** Unlike a menu of short words. */
    private static boolean leadsToManySites(List<Item> items) {
        return items.stream()
                        .filter(item -> !item.url().isEmpty())
                        .map(item -> item.url().split("/", 4)[2])
                        .distinct()
                        .limit(MANY_SITES)
                        .count()
                == MANY_SITES;
    }

    /** How many times as much text may stand beside the items. */
    private int share(int items) {
        long prominent =
                all.stream().filter(item -> item.level > 0 && item.sure).count();
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
        leaveListItem(block);
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

    /** What is said beside an item of a list does not belong to it. */
    private void leaveListItem(PageBlock block) {
        if (current != null && current.listItem != null && !isWithin(block.listItem(), current.listItem)) {
            current = null;
        }
    }

    private static boolean isWithin(@Nullable Element inner, Element outer) {
        for (Element at = inner; at != null; at = at.parent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
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
        String words = PageBlock.clean(piece.text());
        String href = address(piece);
        boolean own = ownNames.contains(words.toLowerCase(Locale.ROOT))
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
            again(known, block, piece.link());
            add(rest, block);
            return;
        }
        TitleLine line = TitleLine.of(LinkWords.title(PageBlock.clean(piece.text())));
        String title =
                line.marked() && !line.text().isEmpty() ? line.text() : LinkWords.title(PageBlock.clean(piece.text()));
        OpenItem open = new OpenItem(title, href, block, piece.link(), true);
        all.add(open);
        byAddress.put(key, open);
        current = open;
        add(withoutMark(rest), block);
    }

    /** An item of a table of contents goes on where its text stands. */
    private void again(OpenItem known, PageBlock block, @Nullable Element link) {
        if (known.text.isEmpty()) {
            known.moveTo(block, link);
        }
        current = known == current || known.text.isEmpty() ? known : null;
    }

    /** What stands behind a title although it tells of the title, such as "(4 minute read)". */
    private static String withoutMark(String rest) {
        int end = rest.startsWith("(") ? rest.indexOf(')') + 1 : 0;
        if (end <= 0 || end > TitleLine.LONGEST) {
            return rest;
        }
        TitleLine mark = TitleLine.of(CleanText.of(rest.substring(0, end)));
        return mark.marked() && mark.isBlank() ? LinkWords.rest(rest.substring(end)) : rest;
    }

    private void heading(PageBlock block, String text, String said) {
        boolean subtitle = current != null
                && current.sure
                && current.level > 0
                && block.level() > current.level
                && current.text.isEmpty();
        if (subtitle) {
            add(said, block);
            return;
        }
        TitleLine line = TitleLine.of(text);
        boolean candidate = !block.hasLink() && LinkWords.isTitle(text, "");
        current = candidate ? new OpenItem(line.marked() ? line.text() : text, "", block, null, line.timed()) : null;
        if (current != null) {
            all.add(current);
        }
    }

    private void add(String said, PageBlock block) {
        if (current == null) {
            beside += said.length();
            return;
        }
        if (!current.isItem()) {
            invitation(block).ifPresent(href -> {
                if (current != null && byAddress.putIfAbsent(href, current) == null) {
                    current.url = href;
                    beside -= current.text.length();
                }
            });
            beside += current.isItem() ? 0 : said.length();
        }
        if (!said.isEmpty()) {
            current.text.append(said).append('\n');
        }
    }

    private Optional<String> invitation(PageBlock block) {
        return block.pieces().stream()
                .filter(piece -> piece.link() != null && LinkWords.isInvitation(PageBlock.clean(piece.text())))
                .map(this::address)
                .filter(href -> !href.isEmpty())
                .findFirst();
    }

    private void noteAddressOfPage(PageBlock block) {
        for (Piece piece : block.pieces()) {
            if (!pageAddress.isEmpty() || piece.link() == null) {
                continue;
            }
            String words = PageBlock.clean(piece.text());
            if (LinkWords.isToThePage(words) || ownNames.contains(words.toLowerCase(Locale.ROOT))) {
                pageAddress = address(piece);
            }
        }
    }

    private String address(Piece piece) {
        Element link = piece.link();
        return link == null
                ? ""
                : RecordMapper.absolute(link.attr("href"), base).orElse("");
    }
}
