package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.Sha256;
import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.index.Publication.Published;
import dev.epitome.index.Publication.Refused;
import dev.epitome.index.PublishCheck.Decision;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.ThreadInterruptedException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a whole new index in the place of the old one. Readers keep the old one until {@link #commit}; closing without
 * a commit, or dying at any moment, leaves the old one as it was. Open it, add every article, commit, close. Of two
 * articles with one id the later stays; an index without articles takes the place of no other; what is no index of ours
 * is not touched. {@link Reindex} does all of it, and says what it did.
 *
 * <p>For one thread; analysis runs on as many as the machine has cores. Does not own the directory.
 */
public final class ArticleIndexer implements AutoCloseable {

    private final RebuildDirectory directory;
    private final Directory replaced;
    private final long replaces;
    private final IndexSettings settings;
    private final Instant createdAt;
    private final ConcurrentMergeScheduler merges = new SegmentWriting.QuietMerges();
    private final MessageDigest corpus = Sha256.digest();
    private final ContentDigest content = new ContentDigest();
    private final SampledArticles sample = new SampledArticles();
    private @Nullable WordPacker packer;
    private String lastId = "";
    private List<LearnedAcronym> learned = List.of();
    private final IndexWriter writer;
    private final IndexingThreads threads;
    private boolean closed;

    private ArticleIndexer(
            RebuildDirectory directory, Directory replaced, long replaces, IndexSettings settings, Instant createdAt)
            throws IOException {
        this.directory = directory;
        this.replaced = replaced;
        this.replaces = replaces;
        this.settings = settings;
        this.createdAt = createdAt;
        int cores = Runtime.getRuntime().availableProcessors();
        // One merge is done on all cores, too: its terms, values and norms at the same time.
        merges.setMaxMergesAndThreads(cores + 1, cores);
        this.writer = new IndexWriter(directory, SegmentWriting.config().setMergeScheduler(merges));
        // With the same version an open reader would see no change.
        writer.advanceSegmentInfosVersion(directory.old().version() + 1);
        this.threads = new IndexingThreads(writer, cores);
    }

    /** As {@link #create(Directory, IndexSettings, Instant)}, with the default settings. */
    public static ArticleIndexer create(Directory directory, Instant createdAt) {
        return create(directory, IndexSettings.DEFAULT, createdAt);
    }

    /**
     * Opens the directory for a whole rebuild.
     *
     * @param createdAt the time that the index will bear
     * @throws EpitomeException of kind {@link Kind#INDEX_LOCKED} when it is being written already, of kind
     *     {@link Kind#INDEX_FOREIGN} when it holds an index that is none of ours, of kind {@link Kind#INDEX_DAMAGED}
     *     when it holds one that cannot be opened, of kind {@link Kind#INDEX_UNWRITTEN} when it cannot be written
     */
    public static ArticleIndexer create(Directory directory, IndexSettings settings, Instant createdAt) {
        return create(directory, settings, createdAt, false);
    }

    /** As above; {@code replacesDamaged} also puts it in the place of an index that cannot be opened. */
    static ArticleIndexer create(
            Directory directory, IndexSettings settings, Instant createdAt, boolean replacesDamaged) {
        return create(directory, Optional.empty(), settings, createdAt, replacesDamaged);
    }

    /**
     * As above, for an index that is made apart.
     *
     * @param apart where the index is whose place it will take, if not in the same directory
     */
    static ArticleIndexer create(
            Directory directory,
            Optional<Directory> apart,
            IndexSettings settings,
            Instant createdAt,
            boolean replacesDamaged) {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(createdAt, "createdAt");
        try {
            RebuildDirectory rebuilt = RebuildDirectory.lock(directory, replacesDamaged);
            try {
                Directory replaced = apart.orElse(directory);
                long replaces = apart.isEmpty() ? rebuilt.old().articles() : IndexDirectory.articles(replaced);
                return new ArticleIndexer(rebuilt, replaced, replaces, settings, createdAt);
            } catch (IOException | RuntimeException | Error e) {
                rebuilt.tidy();
                rebuilt.unlock();
                throw e;
            }
        } catch (LockObtainFailedException e) {
            throw new EpitomeException(
                    Kind.INDEX_LOCKED, "the index is being written by another process: wait until it has ended", e);
        } catch (IOException e) {
            throw SegmentWriting.failed(e);
        }
    }

    /**
     * Adds an article, later if the indexing threads are busy. It takes the place of one with the same id that was
     * added before.
     *
     * @throws EpitomeException when this or an earlier article could not be written
     */
    public void add(Article article, Origin origin) {
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(origin, "origin");
        BytesRef plain = ArticleCodec.plain(article);
        corpus.update(plain.bytes, plain.offset, plain.length);
        content.add(plain);
        lastId = article.id();
        if (packer != null) {
            index(article, origin, packer);
            return;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw SegmentWriting.failed(new InterruptedException());
        }
        sample.add(article, origin, plain.length);
        if (sample.isEnough()) {
            indexSample();
        }
    }

    /** The words of the first articles are those that all are written by. */
    private WordPacker indexSample() {
        WordPacker learned = new WordPacker(sample.wordbook());
        packer = learned;
        sample.first()
                .ifPresent(first -> threads.index(first.article().id(), reader -> {
                    Document document =
                            IndexFields.document(first.article(), learned, first.origin(), settings, reader);
                    document.add(new BinaryDocValuesField(
                            IndexFields.WORDBOOK, learned.book().written()));
                    // Makes the field, which is written when all is known.
                    document.add(new BinaryDocValuesField(IndexFields.ACRONYMS, new BytesRef()));
                    return document;
                }));
        sample.others().forEach(next -> index(next.article(), next.origin(), learned));
        sample.clear();
        return learned;
    }

    private void index(Article article, Origin origin, WordPacker by) {
        threads.index(article.id(), reader -> IndexFields.document(article, by, origin, settings, reader));
    }

    /** How many articles the published index has. */
    long replaces() {
        return replaces;
    }

    /**
     * Publishes what was added, all at once. Nothing can be added after that.
     *
     * @return what the index now is
     * @throws EpitomeException when nothing was published: of kind {@link Kind#NO_INPUT} when nothing was added, and
     *     there are articles to lose, of kind {@link Kind#INDEX_UNWRITTEN} when it could not be written
     */
    public IndexInfo commit() {
        complete();
        IndexInfo info = SegmentWriting.writing(() -> {
            try (DirectoryReader uncommitted = DirectoryReader.open(writer)) {
                return info(uncommitted);
            }
        });
        publish(info);
        return info;
    }

    /**
     * Publishes what was added, all at once, unless the check is against it: then all that was added is dropped.
     *
     * @param input what was read, for the check
     * @throws EpitomeException as {@link #commit()} does
     */
    public Publication commit(PublishCheck.Input input, PublishCheck check) {
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(check, "check");
        complete();
        IndexInfo info;
        Decision decision;
        Optional<PublishCheck.Published> published = PublishCheck.Published.open(replaced);
        try (DirectoryReader uncommitted = SegmentWriting.writing(() -> DirectoryReader.open(writer))) {
            info = info(uncommitted);
            decision = check.check(new PublishCheck.Candidate(uncommitted, info, published, replaces(), input));
        } catch (IOException e) {
            throw SegmentWriting.failed(e);
        } finally {
            published.ifPresent(some -> IOUtils.closeWhileHandlingException(some.reader()));
        }
        return switch (decision) {
            case Decision.Publish(Optional<Measurement> measured) -> {
                IndexInfo measuredInfo = info.with(measured);
                yield new Published(measuredInfo, learned, publish(measuredInfo));
            }
            case Decision.Refuse(List<String> reasons) -> {
                close();
                yield new Refused(reasons);
            }
        };
    }

    /** Ends the writing: from here on the index is what will be published. */
    private void complete() {
        WordPacker used = packer == null ? indexSample() : packer;
        threads.finish();
        SegmentWriting.writing(() -> {
            writer.flush();
            // Segments that are being merged already would be passed over, and published as they are.
            merges.sync();
            writer.forceMerge(SegmentWriting.segments(directory.bytesBegun()));
            if (threads.replaced()) {
                // What was replaced would still count in the statistics that scores are made of.
                writer.forceMergeDeletes(true);
            }
            if (Thread.currentThread().isInterrupted()) {
                // Waiting for merges may end without a word of it.
                throw new ThreadInterruptedException(new InterruptedException());
            }
            if (writer.getDocStats().numDocs == 0 && replaces() > 0) {
                throw new EpitomeException(
                        Kind.NO_INPUT,
                        "no article was added: the index keeps the " + replaces()
                                + " that it has; add some, or delete it");
            }
            keep(used.book());
            return writer;
        });
    }

    /** Puts with the last article, which is there whatever was replaced, what is kept once for all of them. */
    private void keep(Wordbook book) throws IOException {
        Term last = new Term(IndexFields.ID, lastId);
        if (threads.replaced()) {
            writer.updateBinaryDocValue(last, IndexFields.WORDBOOK, book.written());
        }
        try (DirectoryReader uncommitted = DirectoryReader.open(writer)) {
            learned = LearnedAcronym.read(uncommitted);
        }
        if (!learned.isEmpty()) {
            writer.updateBinaryDocValue(last, IndexFields.ACRONYMS, LearnedAcronym.written(learned));
        }
    }

    private IndexInfo info(DirectoryReader uncommitted) throws IOException {
        return IndexInfo.made(
                uncommitted.numDocs(),
                HexFormat.of().formatHex(corpus.digest()),
                threads.replaced() ? ContentDigest.of(uncommitted) : content.toString(),
                createdAt,
                settings.weights());
    }

    /** Commits, and from there on fails no more. */
    private List<String> publish(IndexInfo info) {
        List<String> remarks = new ArrayList<>();
        try {
            SegmentWriting.writing(() -> {
                writer.setLiveCommitData(info.toUserData().entrySet());
                return writer.commit();
            });
            directory.settle();
        } catch (RuntimeException | Error e) {
            if (!directory.settle()) {
                throw e;
            }
            remarks.add("the index was published, but not all went well after that: " + SegmentWriting.firstCause(e));
        }
        remarks.addAll(end());
        return remarks;
    }

    /** Drops whatever was not committed. Where that fails, the next rebuild deletes what is left. */
    @Override
    public void close() {
        end();
    }

    /** @return what went wrong, for a person to read: nothing of it changes what readers have */
    private List<String> end() {
        List<String> remarks = new ArrayList<>();
        if (closed) {
            return remarks;
        }
        closed = true;
        // An interruption waits until the threads have ended and the lock is given back.
        boolean interrupted = Thread.interrupted();
        try {
            threads.abandon();
            writer.rollback();
        } catch (IOException | RuntimeException | Error e) {
            // The writer could not clear up, which is done below, or be closed: it holds no more than memory.
        } finally {
            remarks.addAll(directory.tidy());
            remarks.addAll(directory.unlock());
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return remarks;
    }
}
