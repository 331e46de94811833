package dev.epitome.corpus;

import dev.epitome.corpus.LineReader.Line;
import dev.epitome.corpus.Value.Members;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plain text that people paste: numbered lists of articles, and newsletters. */
final class TextListReader implements FormatReader {

    /** Finds the items in the lines of one kind of list, and passes each on when it is complete. */
    interface ItemFinder {

        void line(long number, String text);

        /** Passes on what is left. */
        void finish();

        /** The title that the text gives itself; empty where it has none. */
        String heading();
    }

    /** Whether the text is such a list; where that is open it is none. */
    static boolean isList(String headText) {
        return TextListKind.of(headText) != TextListKind.NONE;
    }

    /** The records of a text that is such a list. */
    static List<Members> records(String text, Optional<LocalDate> asOf) {
        List<Members> records = new ArrayList<>();
        ItemFinder items = finder(TextListKind.of(text), asOf, item -> records.add(item.record()));
        text.lines().forEach(line -> items.line(0, line));
        items.finish();
        return records;
    }

    private static ItemFinder finder(TextListKind kind, Optional<LocalDate> asOf, Consumer<ListedItem> sink) {
        return switch (kind) {
            case NUMBERED -> new NumberedText(false, asOf, sink);
            case NUMBERED_SPACED -> new NumberedText(true, asOf, sink);
            case ADDRESSED -> new NewsletterText(false, asOf, sink);
            case MARKED, NONE -> new NewsletterText(true, asOf, sink);
        };
    }

    @Override
    public void read(Input in, FileEntries entries) throws IOException {
        TextListKind kind = TextListKind.of(in.headText());
        LineReader lines = new LineReader(in.text());
        Taking taking = new Taking(kind, entries);
        try {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                switch (line) {
                    case Line.Text text -> taking.items.line(text.number(), text.text());
                    case Line.Broken broken -> entries.rejectLine(broken.number(), broken.reason());
                }
            }
        } finally {
            // What stands before the place where the input fails is read.
            taking.items.finish();
        }
        if (entries.records() == 0) {
            entries.nothing("is text in which no article is found: give each a title, and its summary below it");
        }
    }

    /** Passes the items of one text on, under the name that it gives itself. */
    private static final class Taking {
        private final FileEntries entries;
        private final ItemFinder items;
        private @Nullable String name;

        Taking(TextListKind kind, FileEntries entries) {
            this.entries = entries;
            this.items = finder(kind, entries.options().asOf(), this::take);
        }

        private void take(ListedItem item) {
            if (name == null) {
                name = items.heading();
                boolean dated = name.codePoints().anyMatch(Character::isDigit);
                boolean names = !name.isEmpty()
                        && TextLines.isShort(name)
                        && (dated || !TextLines.isSection(name))
                        && !name.equals(item.title());
                entries.digest(names ? name : null);
            }
            entries.add(item.line(), item.record());
        }
    }
}
