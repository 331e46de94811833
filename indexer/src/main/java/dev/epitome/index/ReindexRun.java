package dev.epitome.index;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.corpus.Entry;
import dev.epitome.corpus.Place;
import dev.epitome.corpus.Warning;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/** What one rebuild has read so far. For one thread. */
final class ReindexRun {

    private final ReindexListener listener;
    private final LongSupplier bytesRead;
    private final LongSupplier bytesTotal;
    private final InputTally tally = new InputTally();
    /** Of an input that is cut in two ways, such as packed text, the last tells more. */
    private final Map<Place, String> cut = new LinkedHashMap<>();

    private long accepted;
    private long warned;
    private long rejected;
    private long replaced;
    private long skipped;
    private long checkNanos;

    ReindexRun(ReindexListener listener, LongSupplier bytesRead, LongSupplier bytesTotal) {
        this.listener = listener;
        this.bytesRead = bytesRead;
        this.bytesTotal = bytesTotal;
    }

    /** @param index takes an accepted article */
    void take(Entry entry, BiConsumer<Article, Origin> index) {
        switch (entry) {
            case Entry.Accepted some -> {
                accept(some);
                index.accept(some.article(), some.origin());
            }
            case Entry.Rejected some -> {
                rejected++;
                tally.rejected(some.place());
                listener.rejected(some);
            }
            case Entry.Skipped some -> {
                skipped++;
                warn(some.place(), new Warning("skipped", some.reason(), some.remedy()));
            }
            case Entry.Noted some -> warn(some.place(), some.warning());
            case Entry.Cut some -> cut.put(new Place(some.place().path(), Unit.LINE, 0), some.reason());
            case Entry.Ended some -> tally.ended(some);
        }
        if (entry instanceof Entry.Accepted || entry instanceof Entry.Rejected) {
            listener.progress(accepted + rejected, bytesRead.getAsLong(), bytesTotal.getAsLong());
        }
    }

    private void accept(Entry.Accepted entry) {
        accepted++;
        tally.accepted(entry.place(), entry.article());
        warned += entry.warnings().isEmpty() ? 0 : 1;
        entry.warnings().forEach(warning -> warn(entry.place(), warning));
        entry.replaces().ifPresent(before -> {
            replaced++;
            warn(
                    entry.place(),
                    new Warning(
                            "takes the place of a record before it with " + before.why(),
                            entry.article().id() + " of " + before.place()));
        });
    }

    private void warn(Place place, Warning warning) {
        tally.warned(place, warning);
        listener.warned(place, warning);
    }

    long accepted() {
        return accepted;
    }

    PublishCheck.Input input() {
        return new PublishCheck.Input(
                accepted,
                rejected,
                cut.entrySet().stream()
                        .map(input -> input.getKey() + ": " + input.getValue())
                        .toList());
    }

    /** The same check, the time of which is not that of the rebuild. */
    PublishCheck timed(PublishCheck check) {
        return candidate -> {
            long start = System.nanoTime();
            PublishCheck.Decision decision = check.check(candidate);
            checkNanos = System.nanoTime() - start;
            return decision;
        };
    }

    ReindexReport report(long replaces, long nanos, Optional<Publication> end) {
        // Articles of a program come with no word on which of them are the same.
        long articles = end.orElse(null) instanceof Publication.Published(IndexInfo info, var learned, var remarks)
                ? info.articles()
                : accepted - replaced;
        return new ReindexReport(
                accepted,
                warned,
                rejected,
                accepted - articles,
                skipped,
                replaces,
                input().cut(),
                tally.report(),
                bytesRead.getAsLong(),
                Duration.ofNanos(nanos - checkNanos),
                end);
    }
}
