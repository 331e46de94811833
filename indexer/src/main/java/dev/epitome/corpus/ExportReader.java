package dev.epitome.corpus;

import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.LineReader.Line;
import dev.epitome.corpus.Value.Digits;
import dev.epitome.corpus.Value.Items;
import dev.epitome.corpus.Value.Members;
import dev.epitome.corpus.Value.Text;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An export of an index, as {@link ExportLines} writes it: nothing in it is guessed at, ids stay as they are, and an
 * article keeps the origin that it had. Anybody may have written it, so that its texts are cleaned like all others;
 * those of an index are clean, and come back the same. Several may follow one another.
 */
final class ExportReader implements FormatReader {

    private static final Pattern HEAD =
            Pattern.compile("\\{\\s*\"" + ExportLines.MARK + "\"\\s*:\\s*\"" + ExportLines.EXPORT + "\"");

    /** Of a file within archives, in characters. */
    private static final int LONGEST_FILE = 4_000;

    private static final int LONGEST_INSTANT = 100;

    /** How many articles the heads so far name, and how many lines there were for them. */
    private long named;

    private long read;

    /** Whether the last line was no record. */
    private boolean broken;

    static boolean isExport(String headText) {
        return HEAD.matcher(headText).lookingAt();
    }

    @Override
    public void read(Input in, FileEntries entries) throws IOException {
        LineReader lines = new LineReader(in.text());
        for (Line line = lines.next(); line != null; line = lines.next()) {
            switch (line) {
                case Line.Broken none -> {
                    read++;
                    broken = true;
                    entries.reject(none.number(), none.reason());
                }
                case Line.Text text when text.text().isBlank() -> {}
                case Line.Text text -> {
                    if (!readLine(text, entries)) {
                        return;
                    }
                }
            }
        }
        if (broken && !lines.endedWithNewline()) {
            entries.cut("its last line ends too soon");
        } else if (read < named) {
            entries.cut("it has %,d of the %,d articles that its first line names".formatted(read, named));
        }
        if (entries.isSilent()) {
            entries.nothing("is an export that holds no articles");
        }
    }

    /** False where nobody knows what follows. */
    private boolean readLine(Line.Text line, FileEntries entries) {
        Optional<Value> value = JsonValues.parse(line.text());
        if (value.isPresent() && value.get() instanceof Members record) {
            if (record.values().containsKey(ExportLines.MARK)) {
                return readHead(record, line.number(), entries);
            }
            read++;
            broken = false;
            entries.add(line.number(), () -> draft(record));
        } else {
            read++;
            broken = true;
            entries.reject(line.number(), "invalid JSON, or no object");
        }
        return true;
    }

    private boolean readHead(Members head, long line, FileEntries entries) {
        Optional<Long> version = number(head, ExportLines.VERSION);
        if (!version.equals(Optional.of((long) ExportLines.CURRENT))) {
            String reason = "an export of version %s, this version reads %d"
                    .formatted(version.map(String::valueOf).orElse("unknown"), ExportLines.CURRENT);
            entries.rejectLine(line, reason);
            entries.cut(reason);
            return false;
        }
        named += Math.max(0, number(head, ExportLines.ARTICLES).orElse(0L));
        return true;
    }

    private static Draft draft(Members record) {
        Draft draft = Draft.titledOrNamedBySummary(text(record, "title"), text(record, "summary"));
        draft.lastingId(text(record, "id"));
        draft.url(text(record, "url"));
        draft.source(text(record, "source"));
        draft.authors(texts(record, "authors"));
        draft.type(text(record, "type"));
        draft.tags(texts(record, "tags"));
        dated(text(record, "published"), "published", draft, draft::published);
        number(record, "rank").ifPresent(rank -> draft.rank(Math.clamp(rank, 0, Integer.MAX_VALUE)));
        if (record.values().get("origin") instanceof Members origin) {
            origin(origin, draft).ifPresent(draft::origin);
        }
        return draft;
    }

    private static Optional<Origin> origin(Members said, Draft draft) {
        String file = text(said, "file");
        String readAt = text(said, "readAt");
        Optional<Long> line = number(said, "line");
        if (file.isEmpty() || file.length() > LONGEST_FILE || readAt.length() > LONGEST_INSTANT) {
            return Optional.empty();
        }
        dated(text(said, "saved"), "saved", draft, draft::saved);
        Optional<String> digest = Optional.of(CleanText.start(CleanText.of(text(said, "digest")), Article.MAX_TITLE))
                .filter(title -> !title.isEmpty());
        try {
            return Optional.of(new Origin(
                    file,
                    line.isPresent() ? Unit.LINE : Unit.ENTRY,
                    Math.max(0, line.or(() -> number(said, "entry")).orElse(0L)),
                    digest,
                    draft.saved(),
                    Instant.parse(readAt)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void dated(String text, String member, Draft draft, Consumer<PublicationDate> taker) {
        if (!text.isEmpty()) {
            PublicationDate.parse(text)
                    .ifPresentOrElse(taker, () -> draft.warn(member + " left out, not a date", Draft.shortened(text)));
        }
    }

    private static String text(Members members, String name) {
        return members.values().get(name) instanceof Text(String text) ? text : "";
    }

    private static List<String> texts(Members members, String name) {
        return members.values().get(name) instanceof Items(List<Value> items)
                ? items.stream()
                        .flatMap(item -> item instanceof Text(String text) ? Stream.of(text) : Stream.of())
                        .toList()
                : List.of();
    }

    private static Optional<Long> number(Members members, String name) {
        try {
            return members.values().get(name) instanceof Digits(String digits)
                    ? Optional.of(Long.parseLong(digits))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
