package dev.epitome.corpus;

import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.corpus.Value.Digits;
import dev.epitome.corpus.Value.Members;
import dev.epitome.corpus.Value.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One article of a pasted list, as its lines come in. */
final class ListedItem {

    private static final int LONGEST_TITLE = 300;
    private static final int SHORT_HEADING = 60;
    private static final Pattern SITE =
            Pattern.compile(" ?\\(((?:[\\w-]{1,63}\\.){1,4}[a-z]{2,12}(?:/[\\w.-]{1,60})?)\\)$");
    private static final Pattern NOTE = Pattern.compile(" ?\\[\\d{1,3}]");

    private final long line;
    private final @Nullable Integer rank;
    private final Map<String, Value> facts = new LinkedHashMap<>();
    private final List<StringBuilder> paragraphs = new ArrayList<>();
    private TitleLine title;
    private boolean open;
    private long kept;

    ListedItem(long line, @Nullable Integer rank, TitleLine title) {
        this.line = line;
        this.rank = rank;
        this.title = title;
    }

    long line() {
        return line;
    }

    String title() {
        return title.text();
    }

    /** How its title was marked. */
    TitleLine titleLine() {
        return title;
    }

    /** For an item whose number stands on a line of its own. */
    void title(TitleLine given) {
        title = given;
    }

    /** Adds a line to the current paragraph; of an endless item no more is held than it takes to be cut. */
    void text(String words) {
        if (kept > 2L * Article.MAX_SUMMARY) {
            return;
        }
        if (!open) {
            paragraphs.add(new StringBuilder());
            open = true;
        }
        StringBuilder paragraph = paragraphs.getLast();
        String part = CleanText.start(words, 2 * Article.MAX_SUMMARY);
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(part);
        kept += part.length() + 1;
    }

    /** Adds a paragraph of its own. */
    void paragraph(String words) {
        open = false;
        text(words);
        open = false;
    }

    void blank() {
        open = false;
    }

    /** Takes a line that says something about the article rather than from it. */
    boolean fact(String words, Optional<LocalDate> asOf) {
        Map<String, Value> found = MetadataLine.read(words, textLength() == 0, asOf);
        found.forEach(facts::putIfAbsent);
        if (!found.isEmpty()) {
            open = false;
        }
        return !found.isEmpty();
    }

    void url(String address) {
        facts.putIfAbsent("url", new Words(address));
    }

    /** What a footnote says, which the title names. */
    void note(String number) {
        title = new TitleLine(title.text(), title.address(), number, title.kind(), title.timed(), true);
    }

    boolean hasUrl() {
        return facts.containsKey("url") || title.hasAddress();
    }

    boolean hasFacts() {
        return facts.keySet().stream().anyMatch(name -> !name.equals("source")) || title.marked() || title.hasAddress();
    }

    long textLength() {
        return kept;
    }

    /** Whether its title is the first line of a sentence that goes on in the text. */
    boolean isWrapped() {
        return title.text().length() >= 40
                && !paragraphs.isEmpty()
                && !TextLines.begins(paragraphs.getFirst().toString());
    }

    /** Whether its text is at least a sentence. */
    boolean hasSentence() {
        return kept >= 15 && paragraphs.stream().anyMatch(text -> TextLines.isSentence(text) || text.indexOf(". ") > 0);
    }

    /** The footnote that it waits for; empty where it waits for none. */
    String waitsFor() {
        return facts.containsKey("url") || !title.address().isEmpty() ? "" : title.note();
    }

    /** Takes off a heading that stands after its text, and belongs to what follows. */
    Optional<String> withoutHeading() {
        if (paragraphs.isEmpty()) {
            return Optional.empty();
        }
        boolean afterText = paragraphs.size() > 1 && TextLines.isSentence(paragraphs.get(paragraphs.size() - 2));
        if (!afterText || paragraphs.getLast().length() > SHORT_HEADING) {
            return Optional.empty();
        }
        String last = paragraphs.getLast().toString();
        if (!TextLines.isShort(last) || TextLines.isSentence(last)) {
            return Optional.empty();
        }
        paragraphs.removeLast();
        return Optional.of(last);
    }

    /** Whether anything could be found by it. */
    boolean isEmpty() {
        return title.isBlank() && paragraphs.isEmpty();
    }

    Members record() {
        Map<String, Value> record = new LinkedHashMap<>();
        String summary = String.join(" ", paragraphs);
        if (!title.note().isEmpty()) {
            summary = NOTE.matcher(summary).replaceAll("");
        }
        String name = title.text();
        Matcher site = SITE.matcher(name.length() <= LONGEST_TITLE ? name : "");
        if (rank != null && site.find()) {
            name = name.substring(0, site.start());
            facts.putIfAbsent("source", new Words(site.group(1)));
        }
        boolean untitled = name.length() > LONGEST_TITLE && summary.isEmpty();
        record.put("title", new Words(untitled ? "" : name));
        record.put("summary", new Words(untitled ? name : summary));
        if (!title.address().isEmpty()) {
            record.put("url", new Words(title.address()));
        }
        if (!title.kind().isEmpty()) {
            record.put("type", new Words(kind()));
        }
        if (rank != null) {
            record.put("rank", new Digits(Integer.toString(rank)));
        }
        facts.remove("");
        facts.forEach(record::putIfAbsent);
        return new Members(record);
    }

    private String kind() {
        return title.kind().toLowerCase(Locale.ROOT).replaceFirst("^(?:sponsored|ad)$", "sponsor");
    }
}
