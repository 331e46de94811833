package dev.epitome.corpus;

import dev.epitome.EpitomeException;
import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The entries of one file: gives each its place and its origin. */
final class FileEntries {

    private final CorpusFile file;
    private final Unit unit;
    private final Instant readAt;
    private final Consumer<Entry> sink;
    private Optional<String> digest = Optional.empty();

    FileEntries(CorpusFile file, Unit unit, Instant readAt, Consumer<Entry> sink) {
        this.file = file;
        this.unit = unit;
        this.readAt = readAt;
        this.sink = sink;
    }

    /** The title that the file gives itself, for all entries that follow. */
    void digest(@Nullable String title) {
        digest = Optional.ofNullable(title)
                .map(text -> CleanText.start(CleanText.of(text), Article.MAX_TITLE))
                .filter(text -> !text.isEmpty());
    }

    /** Passes the article on, or the reason why it cannot be one: where drafting it throws, that is the reason. */
    void add(long number, Supplier<Draft> drafting) {
        Draft draft;
        Article article;
        try {
            draft = drafting.get();
            article = draft.article();
        } catch (EpitomeException e) {
            reject(number, e.getMessage());
            return;
        }
        // Not within the try: what the taker throws, such as a full disk, is no fault of the record.
        Origin origin = new Origin(file.name(), unit, number, digest, readAt);
        sink.accept(new Entry.Accepted(new Place(file.path(), unit, number), article, origin, draft.warnings()));
    }

    void reject(long number, @Nullable String reason) {
        reject(new Place(file.path(), unit, number), String.valueOf(reason));
    }

    /** For a failure that names a line of the file although its entries are counted otherwise. */
    void rejectLine(long line, String reason) {
        reject(new Place(file.path(), Unit.LINE, line), reason);
    }

    private void reject(Place place, String reason) {
        sink.accept(new Entry.Rejected(place, Draft.phrase(reason)));
    }
}
