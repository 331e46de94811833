package dev.epitome.corpus;

import dev.epitome.article.CleanText;
import dev.epitome.corpus.TextLines.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A newsletter pasted as text: titles with paragraphs below them. Whether a short line is a title or a heading is
 * decided by what follows it: a paragraph, or another short line.
 */
final class NewsletterText implements TextListReader.ItemFinder {

    private static final int MAX_BLOCK = 200;
    private static final int MAX_BLOCK_TEXT = 1 << 18;
    private static final int LONGEST_ADDRESS = 2_100;

    private record ShortBlock(
            Line line, boolean section, @Nullable ListedItem under) {}

    /** Whether titles are recognized by the marks behind them, rather than by their addresses. */
    private final boolean marked;

    private final Optional<LocalDate> asOf;
    private final Footnotes footnotes;
    private final List<Line> block = new ArrayList<>();
    private long blockText;
    private String heading = "";
    private @Nullable ShortBlock pending;
    private @Nullable ListedItem item;
    private boolean inTitleBlock;
    private boolean afterSymbol;
    private boolean begun;
    private boolean afterEnd;
    private long passed;

    NewsletterText(boolean marked, Optional<LocalDate> asOf, Consumer<ListedItem> sink) {
        this.marked = marked;
        this.asOf = asOf;
        this.footnotes = new Footnotes(sink);
    }

    @Override
    public String heading() {
        return heading;
    }

    @Override
    public void line(long at, String raw) {
        String words = CleanText.of(raw);
        if (!TextLines.hasWords(words) && !TextLines.isRule(words)) {
            endBlock();
            // Newsletters have symbols before the names of sections.
            afterSymbol |= !words.isEmpty();
        } else {
            block.add(new Line(at, words));
            blockText += words.length();
            if (block.size() >= MAX_BLOCK || blockText > MAX_BLOCK_TEXT) {
                endBlock();
            }
        }
    }

    @Override
    public void finish() {
        endBlock();
        section();
        footnotes.end();
    }

    private void endBlock() {
        if (block.isEmpty()) {
            return;
        }
        List<Line> lines = new ArrayList<>(block);
        block.clear();
        blockText = 0;
        List<Line> text = new ArrayList<>();
        inTitleBlock = false;
        for (int i = 0; i < lines.size(); i++) {
            int size = TextLines.titleSize(lines, i);
            Line line = TextLines.joined(lines.subList(i, i + Math.max(1, size)));
            boolean rule = TextLines.isRule(line.text());
            if (rule && !text.isEmpty()) {
                underlined(text);
            } else if (rule) {
                section();
            } else if (size > 0) {
                text(text);
                markedTitle(line);
                i += size - 1;
            } else if (isAside(line.text()) && line.text().length() <= LONGEST_ADDRESS) {
                text(text);
                aside(line);
            } else {
                text.add(line);
            }
        }
        text(text);
        afterSymbol = false;
    }

    private void markedTitle(Line line) {
        boolean touching = pending != null && pending.line().number() + 1 == line.number();
        // It names the section.
        heading = touching && pending != null && heading.equals(pending.line().text()) ? "" : heading;
        section();
        begun = true;
        open(line);
    }

    private void open(Line line) {
        item = new ListedItem(line.number(), null, TitleLine.of(line.text()));
        inTitleBlock = true;
    }

    /** A line that is no part of the text: an address, a footnote, how long the reading takes. */
    private boolean isAside(String words) {
        return Footnotes.NOTE.matcher(words).matches()
                || TitleLine.of(words).isBlank()
                || !MetadataLine.read(words, false, asOf).isEmpty();
    }

    private void aside(Line line) {
        Matcher note = Footnotes.NOTE.matcher(line.text());
        if (note.matches() && note.group(2) != null) {
            footnotes.put(note.group(1), note.group(2));
            return;
        }
        if (note.matches()
                || line.text().contains("://")
                || TitleLine.of(line.text()).isBlank()) {
            settle(true);
        }
        if (item != null && note.matches()) {
            item.note(note.group(1));
        } else if (item != null) {
            item.fact(line.text(), asOf);
        }
    }

    private void underlined(List<Line> text) {
        Line title = text.removeLast();
        text(text);
        section();
        pending = new ShortBlock(title, true, null);
        begun = true;
        heading(title.text());
    }

    private void section() {
        settle(false);
        close();
    }

    /** Lines of text that stand together. Clears them. */
    private void text(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        List<Line> rest = new ArrayList<>(lines);
        lines.clear();
        boolean awaited = item != null && pending == null && item.textLength() == 0;
        if (awaited && inTitleBlock && item != null && item.fact(rest.getFirst().text(), asOf)) {
            rest.removeFirst();
        }
        if (!rest.isEmpty() && TextLines.isBoilerplate(rest.getFirst().text())) {
            end();
            return;
        }
        if (!awaited && rest.size() > 1 && TextLines.isTitleOver(rest)) {
            shortLine(rest.removeFirst());
        }
        if (rest.isEmpty()) {
            return;
        }
        Line all = TextLines.joined(rest);
        String first = rest.getFirst().text();
        boolean wrapped = rest.size() == 2 && first.length() >= TextLines.WRAPPED && TextLines.isShort(first);
        if ((rest.size() == 1 || wrapped) && TextLines.isShort(all.text())) {
            shortLine(all);
        } else {
            paragraph(all);
        }
    }

    private void shortLine(Line line) {
        settle(false);
        heading(line.text());
        boolean first = item != null && inTitleBlock && item.textLength() == 0;
        pending = new ShortBlock(line, afterSymbol || TextLines.isSection(line.text()), first ? item : null);
        begun |= pending.section();
    }

    /** The first line names the newsletter; a second one may do so with its date or number. */
    private void heading(String words) {
        boolean better = heading.isEmpty() ? !TextLines.isGreeting(words) : words.startsWith(heading);
        heading = better && passed == 0 && item == null ? words : heading;
    }

    private void paragraph(Line line) {
        boolean greeting =
                pending != null && TextLines.isGreeting(pending.line().text());
        settle(!greeting && !TextLines.isGreeting(line.text()));
        if (item != null) {
            item.paragraph(line.text());
        }
    }

    private void end() {
        section();
        afterEnd |= passed > 0;
    }

    /** Decides what the short line was, now that it is known whether a paragraph or an address follows. */
    private void settle(boolean followed) {
        ShortBlock one = pending;
        pending = null;
        if (one == null) {
            return;
        }
        boolean untold = item != null && item.textLength() == 0;
        if (item != null && untold && (one.under() == item || (!followed && !one.section()))) {
            item.paragraph(one.line().text());
            return;
        }
        close();
        if (followed && !one.section() && !afterEnd && (begun || !marked)) {
            open(one.line());
        }
    }

    private void close() {
        ListedItem done = item;
        item = null;
        if (done == null) {
            return;
        }
        boolean told = done.textLength() > 0 || done.hasUrl();
        boolean wanted = marked ? told || done.titleLine().marked() : told && (done.hasUrl() || passed > 0);
        if (wanted && !done.title().isEmpty()) {
            footnotes.take(done);
            passed++;
        }
    }
}
