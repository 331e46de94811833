package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Entry;
import dev.epitome.corpus.Place;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

/**
 * A whole rebuild: reads articles, writes an index, publishes it. Say {@link #of} what, change what differs from the
 * defaults, and run it once {@link #into} an index. Immutable, but what it reads from is read once.
 *
 * <pre>{@code
 * ReindexReport report = Reindex.of(articles.stream()).into(Path.of("index"));
 * }</pre>
 *
 * <p>Nothing is published when no article was accepted, nor where the check is against it: a {@link LossGuard} by
 * default, so that a wrong path cannot empty an index. Readers keep the old index until the new one is published.
 */
public final class Reindex {

    private final Source source;
    private final ReindexListener listener;
    private final IndexSettings settings;
    private final PublishCheck check;
    private final boolean replacesDamaged;

    /** Where the articles come from; bytes are 0 where they are not known. */
    private record Source(
            Instant readAt, Consumer<Consumer<Entry>> reading, LongSupplier bytesRead, LongSupplier bytesTotal) {}

    private Reindex(
            Source source,
            ReindexListener listener,
            IndexSettings settings,
            PublishCheck check,
            boolean replacesDamaged) {
        this.source = source;
        this.listener = listener;
        this.settings = settings;
        this.check = check;
        this.replacesDamaged = replacesDamaged;
    }

    /** Of what a corpus holds. */
    public static Reindex of(CorpusReader corpus) {
        Objects.requireNonNull(corpus, "corpus");
        return of(new Source(corpus.readAt(), corpus::read, corpus::bytesRead, corpus::bytesTotal));
    }

    /**
     * Of articles that a program has. Of two with the same id the later stays. The stream is read as it goes, so that
     * it may be larger than memory, and is the caller's to close.
     */
    public static Reindex of(Stream<Article> articles) {
        Objects.requireNonNull(articles, "articles");
        Instant now = Instant.now();
        AtomicLong number = new AtomicLong();
        Consumer<Consumer<Entry>> reading = sink -> articles.forEachOrdered(article -> {
            Objects.requireNonNull(article, "article");
            Origin origin = new Origin("program", Unit.ENTRY, number.incrementAndGet(), Optional.empty(), now);
            Place place = new Place(origin.file(), origin.unit(), origin.number());
            sink.accept(new Entry.Accepted(place, article, origin, List.of(), Optional.empty()));
        });
        return of(new Source(now, reading, () -> 0, () -> 0));
    }

    private static Reindex of(Source source) {
        return new Reindex(source, ReindexListener.SILENT, IndexSettings.DEFAULT, LossGuard.DEFAULT, false);
    }

    /** Reports progress to this listener; by default to none. */
    public Reindex heardBy(ReindexListener other) {
        return new Reindex(source, Objects.requireNonNull(other, "listener"), settings, check, replacesDamaged);
    }

    public Reindex withSettings(IndexSettings other) {
        return new Reindex(source, listener, Objects.requireNonNull(other, "settings"), check, replacesDamaged);
    }

    /** Publishes only what this check lets pass, in the place of the {@link LossGuard} that does by default. */
    public Reindex checkedBy(PublishCheck other) {
        return new Reindex(source, listener, settings, Objects.requireNonNull(other, "check"), replacesDamaged);
    }

    /**
     * Also puts the new index in the place of one that cannot be opened, being damaged or of another version of Lucene,
     * which by default is left alone. A check sees nothing of such an index, but the number of its articles where that
     * can still be read. What is provably no index of ours is left alone all the same.
     */
    public Reindex replacingDamaged() {
        return new Reindex(source, listener, settings, check, true);
    }

    /**
     * Rebuilds the index in that directory of the file system, which is made where it does not exist.
     *
     * @throws EpitomeException when nothing was published, and the index is as it was: of kind
     *     {@link EpitomeException.Kind#INDEX_UNWRITTEN} when the directory cannot be written,
     *     {@link EpitomeException.Kind#INDEX_FOREIGN} when it holds something else,
     *     {@link EpitomeException.Kind#INDEX_DAMAGED} when it holds an index that cannot be opened,
     *     {@link EpitomeException.Kind#INDEX_LOCKED} when it is being written already
     */
    public ReindexReport into(Path index) {
        Directory directory = IndexDirectory.openForWriting(Objects.requireNonNull(index, "index"), replacesDamaged);
        try {
            return into(directory);
        } finally {
            // It holds nothing: what is written was closed before, and may be published.
            IOUtils.closeWhileHandlingException(directory);
        }
    }

    /**
     * Rebuilds the index in any directory of Lucene's, such as one in memory. It stays the caller's.
     *
     * @throws EpitomeException as {@link #into(Path)} does
     */
    public ReindexReport into(Directory index) {
        Objects.requireNonNull(index, "index");
        long start = System.nanoTime();
        ReindexRun run = new ReindexRun(listener, source.bytesRead(), source.bytesTotal());
        try (ArticleIndexer indexer = ArticleIndexer.create(index, settings, source.readAt(), replacesDamaged)) {
            read(run, indexer::add);
            Optional<Publication> end =
                    run.accepted() == 0 ? Optional.empty() : Optional.of(indexer.commit(run.input(), run.timed(check)));
            return run.report(indexer.replaces(), System.nanoTime() - start, end);
        }
    }

    /**
     * Rebuilds an index that is changed meanwhile: what was put and deleted since this began is done to the new one
     * before it is published. The new index is made with the settings of the old.
     *
     * @throws EpitomeException as {@link #into(Path)} does; of kind {@link EpitomeException.Kind#INDEX_LOCKED} when it
     *     is being rebuilt already
     */
    public ReindexReport into(LiveIndex index) {
        Objects.requireNonNull(index, "index");
        long start = System.nanoTime();
        ReindexRun run = new ReindexRun(listener, source.bytesRead(), source.bytesTotal());
        try (LiveRebuild rebuild = LiveRebuild.of(index)) {
            ReindexReport report;
            try (ArticleIndexer indexer = rebuild.indexer(source.readAt())) {
                read(run, indexer::add);
                Optional<Publication> end = run.accepted() == 0
                        ? Optional.empty()
                        : Optional.of(indexer.commit(run.input(), run.timed(check)));
                report = run.report(indexer.replaces(), System.nanoTime() - start, end);
            }
            if (report.published().isPresent()) {
                rebuild.publish();
            }
            return report;
        }
    }

    /** Reads and checks everything as if for that index, and writes nothing. */
    public ReindexReport dryRun(Path index) {
        return readFor(index, (article, origin) -> {});
    }

    /**
     * Reads and checks everything as if for that index, which somebody else writes.
     *
     * @param sink takes each article that was accepted, in their order
     * @return what was read; nothing is published by it
     */
    public ReindexReport readFor(Path index, BiConsumer<Article, Origin> sink) {
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(sink, "sink");
        long start = System.nanoTime();
        ReindexRun run = new ReindexRun(listener, source.bytesRead(), source.bytesTotal());
        read(run, sink);
        return run.report(IndexDirectory.articles(index), System.nanoTime() - start, Optional.empty());
    }

    private void read(ReindexRun run, BiConsumer<Article, Origin> sink) {
        source.reading().accept(entry -> run.take(entry, sink));
        listener.readAll();
    }
}
