package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Entry;
import dev.epitome.corpus.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;

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

    /** Where the articles come from. */
    private interface Source {

        Instant readAt();

        void read(Consumer<Entry> sink);

        long bytesRead();

        long bytesTotal();
    }

    private Reindex(Source source, ReindexListener listener, IndexSettings settings, PublishCheck check) {
        this.source = source;
        this.listener = listener;
        this.settings = settings;
        this.check = check;
    }

    /** Of what a corpus holds. */
    public static Reindex of(CorpusReader corpus) {
        Objects.requireNonNull(corpus, "corpus");
        return of(new Source() {
            @Override
            public Instant readAt() {
                return corpus.readAt();
            }

            @Override
            public void read(Consumer<Entry> sink) {
                corpus.read(sink);
            }

            @Override
            public long bytesRead() {
                return corpus.bytesRead();
            }

            @Override
            public long bytesTotal() {
                return corpus.bytesTotal();
            }
        });
    }

    /**
     * Of articles that a program has. Of two with the same id the later stays. The stream is read as it goes, so that
     * it may be larger than memory, and closed by whoever opened it.
     */
    public static Reindex of(Stream<Article> articles) {
        Objects.requireNonNull(articles, "articles");
        Instant now = Instant.now();
        return of(new Source() {
            private long number;

            @Override
            public Instant readAt() {
                return now;
            }

            @Override
            public void read(Consumer<Entry> sink) {
                articles.forEachOrdered(article -> {
                    Objects.requireNonNull(article, "article");
                    Origin origin = new Origin("program", Unit.ENTRY, ++number, Optional.empty(), now);
                    Place place = new Place(origin.file(), origin.unit(), number);
                    sink.accept(new Entry.Accepted(place, article, origin, List.of(), Optional.empty()));
                });
            }

            @Override
            public long bytesRead() {
                return 0;
            }

            @Override
            public long bytesTotal() {
                return 0;
            }
        });
    }

    private static Reindex of(Source source) {
        return new Reindex(source, ReindexListener.SILENT, IndexSettings.DEFAULT, LossGuard.DEFAULT);
    }

    /** Tells how it goes; by default nobody. */
    public Reindex heardBy(ReindexListener other) {
        return new Reindex(source, Objects.requireNonNull(other, "listener"), settings, check);
    }

    public Reindex withSettings(IndexSettings other) {
        return new Reindex(source, listener, Objects.requireNonNull(other, "settings"), check);
    }

    /** Publishes only what this check lets pass, in the place of the {@link LossGuard} that does by default. */
    public Reindex checkedBy(PublishCheck other) {
        return new Reindex(source, listener, settings, Objects.requireNonNull(other, "check"));
    }

    /**
     * Rebuilds the index in that directory of the file system, which is made where it does not exist.
     *
     * @throws EpitomeException when the directory cannot be written, or holds something else; the index in it is then
     *     as it was
     */
    public ReindexReport into(Path index) {
        try (Directory directory = IndexDirectory.openForWriting(Objects.requireNonNull(index, "index"))) {
            return into(directory);
        } catch (IOException e) {
            throw ArticleIndexer.failed(e);
        }
    }

    /**
     * Rebuilds the index in any directory of Lucene's, such as one in memory. It stays the caller's.
     *
     * @throws EpitomeException when the directory cannot be written, or holds something else; the index in it is then
     *     as it was
     */
    public ReindexReport into(Directory index) {
        Objects.requireNonNull(index, "index");
        long start = System.nanoTime();
        ReindexRun run = new ReindexRun(listener, source::bytesRead, source::bytesTotal);
        try (ArticleIndexer indexer = ArticleIndexer.create(index, settings, source.readAt())) {
            source.read(entry -> run.take(entry, indexer::add));
            Optional<Publication> end =
                    run.accepted() == 0 ? Optional.empty() : Optional.of(indexer.commit(run.input(), run.timed(check)));
            return run.report(indexer.replaces(), System.nanoTime() - start, end);
        }
    }

    /** Reads and checks everything as if for that index, and writes nothing. */
    public ReindexReport dryRun(Path index) {
        long start = System.nanoTime();
        ReindexRun run = new ReindexRun(listener, source::bytesRead, source::bytesTotal);
        source.read(entry -> run.take(entry, (article, origin) -> {}));
        return run.report(
                IndexDirectory.articles(Objects.requireNonNull(index, "index")),
                System.nanoTime() - start,
                Optional.empty());
    }
}
