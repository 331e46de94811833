package dev.epitome.corpus;

import dev.epitome.article.CleanText;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A plain numbered list: {@code 1. Title}, then what is said of the article and its summary. Numbers ascend, so that
 * numbered steps within a summary are not taken for items.
 */
final class NumberedText implements TextListReader.ItemFinder {

    private static final int MAX_DIGITS = 6;

    /** Numbers that somebody left out of the list. */
    private static final int MAX_GAP = 20;

    private static final int CUT_INDENT = 6;

    private final boolean spaced;
    private final Optional<LocalDate> asOf;
    private final Consumer<ListedItem> sink;
    private @Nullable ListedItem item;
    private String heading = "";
    private boolean afterBlank = true;
    private boolean closed;
    private int deepest;
    private int number;
    private int inner = -2;

    /** @param spaced whether a blank line stands before each item */
    NumberedText(boolean spaced, Optional<LocalDate> asOf, Consumer<ListedItem> sink) {
        this.spaced = spaced;
        this.asOf = asOf;
        this.sink = sink;
    }

    /** How a line begins that may begin an item. */
    private record Start(int indent, int number, String title) {

        private static final Pattern FORM = Pattern.compile(
                "([\\p{javaWhitespace}\\p{javaSpaceChar}]*+)(#?)([0-9]{1," + MAX_DIGITS + "}+)(?![0-9])([.):]?)"
                        + "(?=\\z|[\\p{javaWhitespace}\\p{javaSpaceChar}])(.*)",
                Pattern.DOTALL);

        static @Nullable Start of(String line) {
            Matcher form = FORM.matcher(line);
            if (!form.matches()) {
                return null;
            }
            String title = CleanText.of(form.group(5));
            boolean marked = !form.group(2).isEmpty() || !form.group(4).isEmpty();
            return marked || title.isEmpty()
                    ? new Start(form.group(1).length(), Integer.parseInt(form.group(3)), title)
                    : null;
        }
    }

    @Override
    public String heading() {
        return heading;
    }

    @Override
    public void line(long at, String raw) {
        Start start = Start.of(raw);
        String words = CleanText.of(raw);
        if (!TextLines.hasWords(words)) {
            blank();
            return;
        }
        if (start != null && begins(start)) {
            finish();
            item = new ListedItem(at, start.number(), TitleLine.of(start.title()));
            // The white space before the whole text may have been cut off.
            deepest = at <= 1 && start.indent() == 0 ? CUT_INDENT : start.indent() + 1;
            number = start.number();
            inner = -2;
            closed = false;
        } else {
            inner = start == null ? inner : start.number();
            text(words);
        }
        afterBlank = false;
    }

    private void blank() {
        afterBlank = true;
        if (item != null) {
            item.blank();
        }
    }

    private boolean begins(Start start) {
        if (item == null) {
            return start.number() <= 1_000;
        }
        boolean bare = start.title().isEmpty();
        if (start.indent() > deepest || ((bare || spaced) && !afterBlank) || isWithinSteps(start)) {
            return false;
        }
        int step = start.number() - number;
        boolean restarts = start.number() == 1
                && number > 1
                && afterBlank
                && item.withoutHeading().isPresent();
        return step == 1 || (step > 1 && step <= MAX_GAP && afterBlank && !bare) || restarts;
    }

    private boolean isWithinSteps(Start start) {
        return !afterBlank && start.number() == inner + 1;
    }

    private void text(String words) {
        if (item == null) {
            boolean first = heading.isEmpty() && !TextLines.isGreeting(words) && !TextLines.isBoilerplate(words);
            heading = first && words.length() <= TitleLine.LONGEST ? words : heading;
            return;
        }
        closed |= afterBlank && item.textLength() > 0 && TextLines.isBoilerplate(words);
        if (closed) {
            return;
        }
        if (item.title().isEmpty()
                && item.textLength() == 0
                && !item.titleLine().marked()) {
            item.title(TitleLine.of(words));
        } else if (!item.fact(words, asOf)) {
            item.text(words);
        }
    }

    @Override
    public void finish() {
        if (item != null && !item.isEmpty()) {
            item.withoutHeading();
            sink.accept(item);
        }
        item = null;
    }
}
