package dev.epitome.lucene;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Delete;
import dev.epitome.article.ArticleChange.Outcome;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.engine.PlanningEngine;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.LiveIndex;
import dev.epitome.index.LossGuard;
import dev.epitome.index.Publication.Refused;
import dev.epitome.index.PublishCheck;
import dev.epitome.index.Reindex;
import dev.epitome.index.ReindexReport;
import dev.epitome.search.ArticleWriter;
import dev.epitome.search.RebuildChecks;
import dev.epitome.search.RebuildListener;
import dev.epitome.search.RebuildResult;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.Visible;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Articles that are searched and changed in one process.
 *
 * <pre>{@code
 * try (ArticleStore store = ArticleStore.open(Path.of("index"))) {
 *     store.put(Article.titled("Uber scales reads").url("https://a.example/reads").build());
 *     store.engine().search(SearchRequest.of("uber"));
 * }
 * }</pre>
 *
 * <p>It is the one writer of its index, for as long as it is open; any number of other processes may read it.
 */
public final class ArticleStore implements ArticleWriter {

    /** Changes that come one soon after the other have what takes longer done once. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final LiveIndex index;
    private final CommittedIndex commits;
    private final SearchEngine engine;
    private final InstantSource clock;
    private final PublishCheck gate;
    private final AtomicLong number = new AtomicLong();
    private final ScheduledExecutorService settling = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("epitome-settle").factory());
    private Optional<ScheduledFuture<?>> next = Optional.empty();

    private ArticleStore(
            LiveIndex index, CommittedIndex commits, SearchSettings settings, PublishCheck gate, InstantSource clock) {
        this.gate = gate;
        this.index = index;
        this.commits = commits;
        this.engine = new PlanningEngine(commits, settings.profile());
        this.clock = clock;
        settleSoon(); // An earlier process may have ended before it did.
    }

    /** As {@link #open(Path, SearchSettings)}, with the default settings. */
    public static ArticleStore open(Path index) {
        return open(index, SearchSettings.DEFAULT);
    }

    /**
     * Opens the index in a directory, and makes an empty one where there is none.
     *
     * @throws EpitomeException of kind {@link Kind#INDEX_LOCKED} when another process writes it, of kind
     *     {@link Kind#INDEX_INCOMPATIBLE} when it was made by another version or with other weights, of kind
     *     {@link Kind#INDEX_FOREIGN} when the directory holds something else, of kind {@link Kind#INDEX_DAMAGED} when
     *     the index cannot be opened, of kind {@link Kind#INDEX_UNWRITTEN} when it cannot be written
     */
    public static ArticleStore open(Path index, SearchSettings settings) {
        return open(index, settings, PublishCheck.NONE);
    }

    /**
     * The same with a check that every rebuild must pass that is judged by its quality.
     *
     * @throws EpitomeException as {@link #open(Path, SearchSettings)} does
     */
    public static ArticleStore open(Path index, SearchSettings settings, PublishCheck gate) {
        Objects.requireNonNull(gate, "gate");
        LiveIndex live = LiveIndex.open(Objects.requireNonNull(index, "index"), made(settings));
        return over(live, () -> FSDirectory.open(index), index.toString(), settings, gate);
    }

    /** Makes a store without articles in memory, for tests and for what need not outlive the process. */
    public static ArticleStore inMemory() {
        return in(new ByteBuffersDirectory(), SearchSettings.DEFAULT);
    }

    /**
     * Opens the index in any directory of Lucene's. The store takes the directory over and closes it in the end.
     *
     * @throws EpitomeException as {@link #open(Path, SearchSettings)} does
     */
    public static ArticleStore in(Directory index, SearchSettings settings) {
        LiveIndex live = LiveIndex.open(Objects.requireNonNull(index, "index"), made(settings), InstantSource.system());
        return over(live, () -> index, index.toString(), settings, PublishCheck.NONE);
    }

    private static IndexSettings made(SearchSettings settings) {
        Objects.requireNonNull(settings, "settings");
        return new IndexSettings(settings.profile().fields(), true);
    }

    private interface Opening {
        Directory open() throws IOException;
    }

    private static ArticleStore over(
            LiveIndex live, Opening directory, String where, SearchSettings settings, PublishCheck gate) {
        boolean opened = false;
        try {
            CommittedIndex commits = CommittedIndex.open(directory.open(), where, settings);
            opened = true;
            return new ArticleStore(live, commits, settings, gate, InstantSource.system());
        } catch (IOException e) {
            throw ReadFailures.cannotOpen(where, e);
        } finally {
            if (!opened) {
                live.close();
            }
        }
    }

    /** What searches the articles. It closes with the store. */
    public SearchEngine engine() {
        return engine;
    }

    @Override
    public Outcome put(Article article) {
        Objects.requireNonNull(article, "article");
        Instant now = clock.instant();
        Origin origin = new Origin("program", Unit.ENTRY, number.incrementAndGet(), Optional.empty(), now);
        return apply(List.of(new Put(article, origin, Condition.NONE))).getFirst();
    }

    @Override
    public boolean delete(String id) {
        Objects.requireNonNull(id, "id");
        return apply(List.of(new Delete(id, Condition.NONE))).getFirst() == Outcome.DELETED;
    }

    @Override
    public List<Outcome> apply(List<ArticleChange> changes, Visible visible) {
        Objects.requireNonNull(visible, "visible");
        List<Outcome> outcomes = index.apply(changes);
        if (visible == Visible.WAIT) {
            commits.see(); // Otherwise it is seen at the next look.
        }
        settleSoon();
        return outcomes;
    }

    @Override
    public RebuildResult rebuild(Stream<Article> articles) {
        Objects.requireNonNull(articles, "articles");
        return rebuild(Reindex.of(articles), RebuildChecks.ALL, RebuildListener.SILENT);
    }

    @Override
    public RebuildResult rebuild(CorpusReader corpus, RebuildChecks checks, RebuildListener listener) {
        Objects.requireNonNull(corpus, "corpus");
        Objects.requireNonNull(checks, "checks");
        Objects.requireNonNull(listener, "listener");
        return rebuild(Reindex.of(corpus), checks, listener);
    }

    private RebuildResult rebuild(Reindex reindex, RebuildChecks checks, RebuildListener listener) {
        RebuildHearing hearing = new RebuildHearing(listener);
        ReindexReport report = reindex.heardBy(hearing)
                .checkedBy(hearing.unlessCancelled(check(checks)))
                .into(index);
        commits.see();
        List<String> refused = report.accepted() == 0
                ? List.of("no article was read: the index stays as it was")
                : report.refused().map(Refused::reasons).orElse(List.of());
        return new RebuildResult(index.info().articles(), refused, report.remarks());
    }

    /** What was sent in part is never meant, whatever else is let pass. */
    private PublishCheck check(RebuildChecks checks) {
        PublishCheck losses = checks.losses() ? LossGuard.DEFAULT : LossGuard.ALLOWING_SHRINKING;
        return checks.quality() ? losses.and(gate) : losses;
    }

    private synchronized void settleSoon() {
        next.ifPresent(later -> later.cancel(false));
        if (!settling.isShutdown()) {
            next = Optional.of(settling.schedule(this::settle, QUIET.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    /**
     * Does now what would be done once changes have paused for a few seconds: what the articles define becomes an
     * alias.
     *
     * @throws EpitomeException as {@link #put} does
     */
    public void settle() {
        boolean isDone = index.settle();
        commits.see();
        if (!isDone) {
            settleSoon();
        }
    }

    /** Ends writing and searching. What was put is kept, but of a store in memory. */
    @Override
    public void close() {
        settling.shutdown();
        index.close();
        engine.close();
    }
}
