package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Entry;
import dev.epitome.corpus.Place;
import dev.epitome.corpus.Warning;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * A whole rebuild: reads a corpus, writes an index, publishes it. Nothing is published when no article was accepted, so
 * a wrong path cannot empty an index.
 */
public final class Reindex {

    private final CorpusReader corpus;
    private final ReindexListener listener;
    private final @Nullable ArticleIndexer indexer;
    private final PublishCheck check;
    private final InputTally tally = new InputTally();
    private final long replaces;
    private long accepted;
    private long warned;
    private long rejected;
    private long replaced;
    private long skipped;
    private long checkNanos;

    private Reindex(
            CorpusReader corpus,
            ReindexListener listener,
            @Nullable ArticleIndexer indexer,
            PublishCheck check,
            long replaces) {
        this.replaces = replaces;
        this.corpus = corpus;
        this.listener = listener;
        this.indexer = indexer;
        this.check = check;
    }

    /**
     * Rebuilds the index in that directory, which is made where it does not exist.
     *
     * @throws EpitomeException when the directory cannot be written; the index in it is then as it was
     */
    public static ReindexReport into(Path index, CorpusReader corpus, ReindexListener listener) {
        return into(index, corpus, listener, IndexSettings.DEFAULT, PublishCheck.NONE);
    }

    /**
     * Rebuilds the index in that directory, unless the check is against publishing the new one.
     *
     * @throws EpitomeException when the directory cannot be written; the index in it is then as it was
     */
    public static ReindexReport into(
            Path index, CorpusReader corpus, ReindexListener listener, IndexSettings settings, PublishCheck check) {
        long before = IndexDirectory.articles(index);
        try (Directory directory = IndexDirectory.openForWriting(index);
                ArticleIndexer indexer = ArticleIndexer.create(directory, settings, corpus.readAt())) {
            return new Reindex(corpus, listener, indexer, check, before).run();
        } catch (IOException e) {
            throw ArticleIndexer.failed(e);
        }
    }

    /** Reads and checks all of the corpus as if for that index, and writes nothing. */
    public static ReindexReport dryRun(Path index, CorpusReader corpus, ReindexListener listener) {
        return new Reindex(corpus, listener, null, PublishCheck.NONE, IndexDirectory.articles(index)).run();
    }

    private ReindexReport run() {
        long start = System.nanoTime();
        corpus.read(this::take);
        Optional<Publication> end =
                indexer == null || accepted == 0 ? Optional.empty() : Optional.of(indexer.commit(this::check));
        Duration took = Duration.ofNanos(System.nanoTime() - start - checkNanos);
        return new ReindexReport(
                accepted, warned, rejected, replaced, skipped, replaces, tally.report(), corpus.bytesRead(), took, end);
    }

    private PublishCheck.Decision check(DirectoryReader uncommitted, IndexInfo info) {
        long start = System.nanoTime();
        PublishCheck.Decision decision = check.check(uncommitted, info);
        checkNanos = System.nanoTime() - start;
        return decision;
    }

    private void take(Entry entry) {
        switch (entry) {
            case Entry.Accepted some -> accept(some);
            case Entry.Rejected some -> {
                rejected++;
                tally.rejected(some.place());
                listener.rejected(some.place(), some.reason());
            }
            case Entry.Skipped some -> {
                skipped++;
                warn(some.place(), new Warning("skipped", some.reason()));
            }
            case Entry.Noted some -> warn(some.place(), some.warning());
            case Entry.Ended some -> tally.ended(some);
        }
        if (entry instanceof Entry.Accepted || entry instanceof Entry.Rejected) {
            listener.progress(accepted + rejected, corpus.bytesRead(), corpus.bytesTotal());
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
        if (indexer != null) {
            indexer.add(entry.article(), entry.origin(), entry.replaces().isPresent());
        }
    }

    private void warn(Place place, Warning warning) {
        tally.warned(place, warning);
        listener.warned(place, warning);
    }
}
