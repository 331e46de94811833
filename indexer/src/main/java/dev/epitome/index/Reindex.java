package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Entry;
import dev.epitome.corpus.Place;
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
    private final SeenIds seen = new SeenIds();
    private long accepted;
    private long warned;
    private long rejected;
    private long replaced;
    private long skipped;
    private long checkNanos;

    private Reindex(
            CorpusReader corpus, ReindexListener listener, @Nullable ArticleIndexer indexer, PublishCheck check) {
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
        try (Directory directory = IndexDirectory.openForWriting(index);
                ArticleIndexer indexer = ArticleIndexer.create(directory, settings, corpus.readAt())) {
            return new Reindex(corpus, listener, indexer, check).run();
        } catch (IOException e) {
            throw ArticleIndexer.failed(e);
        }
    }

    /** Reads and checks all of the corpus, and writes nothing. */
    public static ReindexReport dryRun(CorpusReader corpus, ReindexListener listener) {
        return new Reindex(corpus, listener, null, PublishCheck.NONE).run();
    }

    private ReindexReport run() {
        long start = System.nanoTime();
        corpus.read(this::take);
        Optional<Publication> end =
                indexer == null || accepted == 0 ? Optional.empty() : Optional.of(indexer.commit(this::check));
        Duration took = Duration.ofNanos(System.nanoTime() - start - checkNanos);
        return new ReindexReport(accepted, warned, rejected, replaced, skipped, corpus.bytesRead(), took, end);
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
                listener.rejected(some.place(), some.reason());
            }
            case Entry.Skipped some -> {
                skipped++;
                listener.warned(some.place(), "skipped: " + some.reason());
            }
        }
        listener.progress(accepted + rejected, corpus.bytesRead(), corpus.bytesTotal());
    }

    private void accept(Entry.Accepted entry) {
        accepted++;
        if (!entry.warnings().isEmpty()) {
            warned++;
            entry.warnings().forEach(warning -> listener.warned(entry.place(), warning));
        }
        Optional<Place> before = seen.put(entry.article().id(), entry.place());
        before.ifPresent(place -> {
            replaced++;
            listener.warned(
                    entry.place(), "replaces the article " + entry.article().id() + " of " + place);
        });
        if (indexer != null) {
            indexer.add(entry.article(), entry.origin(), before.isPresent());
        }
    }
}
