package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.analysis.WordReader;
import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Delete;
import dev.epitome.article.ArticleChange.Outcome;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.article.Origin;
import dev.epitome.index.IndexInfo.Changes;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

/**
 * Makes changes to an index and commits them. After a failure of any kind it is of no more use but to be closed: the
 * commit before, or the new one, is what the next one finds. For one thread.
 */
final class LiveWriter implements Closeable {

    /** So many deleted articles are gone through when an index is opened, in less than a second. */
    private static final int MOST_DELETED = 1_000;

    private final SortedDirectory directory;
    private final IndexSettings settings;
    private final IndexWriter writer;
    private final KeptValues kept;
    private final ContentDigest content;
    private final WordReader words = new WordReader();
    private final Map<String, Optional<Article>> changed = new HashMap<>();
    private DirectoryReader reader;
    private ArticleLookup stored;
    private IndexInfo info;
    private DeletedTerms deleted = DeletedTerms.NONE;
    private long articles;
    private boolean learned;
    /** Whether what is read is still in the directory that it was made in. */
    private boolean isExchanged;

    private LiveWriter(
            SortedDirectory directory,
            IndexSettings settings,
            IndexWriter writer,
            DirectoryReader reader,
            IndexInfo info)
            throws IOException {
        Wordbook book = Wordbook.of(reader);
        this.directory = directory;
        this.settings = settings;
        this.writer = writer;
        this.reader = reader;
        this.info = info;
        this.stored = new ArticleLookup(reader, book);
        this.kept = KeptValues.of(reader, stored, book);
        this.content =
                ContentDigest.parse(info.content().isPresent() ? info.content().get() : ContentDigest.of(reader));
        this.articles = reader.numDocs();
        this.learned = info.changes().map(Changes::learned).orElse(true);
    }

    /**
     * Opens an index to be changed, and makes an empty one where there is none.
     *
     * @throws EpitomeException of kind {@link Kind#INDEX_INCOMPATIBLE} when it is of another version, or made with
     *     other weights
     * @throws org.apache.lucene.store.LockObtainFailedException when it is being written already
     */
    static LiveWriter open(Directory directory, IndexSettings settings, Instant now) throws IOException {
        OldIndex.in(directory).requireWhole(directory);
        if (!DirectoryReader.indexExists(directory)) {
            try (ArticleIndexer empty = ArticleIndexer.create(directory, settings, now)) {
                var unused = empty.commit();
            }
        }
        SortedDirectory sorted = new SortedDirectory(directory);
        IndexWriter writer = new IndexWriter(sorted, SegmentWriting.ofChanges());
        DirectoryReader reader = null;
        try {
            reader = DirectoryReader.open(directory);
            String where = IndexDirectory.where(directory);
            IndexInfo info = IndexInfo.of(reader.getIndexCommit().getUserData(), where);
            info.requireWeights(settings.weights(), where);
            return new LiveWriter(sorted, settings, writer, reader, info);
        } catch (IOException | RuntimeException | Error e) {
            IOUtils.closeWhileSuppressingExceptions(e, reader, writer::rollback);
            throw e;
        }
    }

    IndexInfo info() {
        return info;
    }

    /** Makes a change, which is there with the next commit. */
    Outcome apply(ArticleChange change) throws IOException {
        Optional<Article> present = present(change.id());
        if (!change.condition().holds(present)) {
            return Outcome.REFUSED;
        }
        return switch (change) {
            case Put put when present.isPresent() && present.get().equals(put.article()) -> Outcome.UNCHANGED;
            case Put put -> {
                present.ifPresent(this::remove);
                put(put.article(), put.origin());
                yield present.isPresent() ? Outcome.REPLACED : Outcome.CREATED;
            }
            case Delete delete when present.isEmpty() -> Outcome.ABSENT;
            case Delete delete -> {
                remove(present.get());
                writer.deleteDocuments(new Term(IndexFields.ID, delete.id()));
                changed.put(delete.id(), Optional.empty());
                yield Outcome.DELETED;
            }
        };
    }

    private Optional<Article> present(String id) throws IOException {
        Optional<Article> now = changed.get(id);
        return now == null ? stored.find(id) : now;
    }

    private void put(Article article, Origin origin) throws IOException {
        Document document = IndexFields.document(article, kept.packer(article, origin), origin, settings, words);
        kept.addTo(document, article.id());
        writer.updateDocument(new Term(IndexFields.ID, article.id()), document);
        changed.put(article.id(), Optional.of(article));
        content.add(article);
        articles++;
        learned &= LearnedAcronym.terms(article).isEmpty();
    }

    private void remove(Article article) {
        kept.lose(article.id());
        content.remove(article);
        articles--;
        learned &= LearnedAcronym.terms(article).isEmpty();
    }

    /** Whether a merge in the background has failed, so that this can write no more. */
    boolean isBroken() {
        return !writer.isOpen();
    }

    /** Whether there is anything to commit. */
    boolean isChanged() {
        return !changed.isEmpty();
    }

    /** Makes the changes safe on the disk, and seen by whoever opens the index from here on. */
    void commit(Instant now) throws IOException {
        Optional<String> keeper = kept.isLost() ? someArticle() : Optional.empty();
        if (keeper.isPresent()) {
            kept.move(writer, keeper.get());
        }
        commit(info.changed(articles, content.toString(), new Changes(now, info.lessons(), learned)));
    }

    private void commit(IndexInfo next) throws IOException {
        writer.setLiveCommitData(next.toUserData().entrySet());
        long unused = writer.commit();
        DirectoryReader newer =
                isExchanged ? DirectoryReader.open(directory.getDelegate()) : DirectoryReader.openIfChanged(reader);
        isExchanged = false;
        if (newer != null) {
            reader.close();
            reader = newer;
            stored = new ArticleLookup(reader, kept.book());
        }
        info = next;
        changed.clear();
    }

    /** Any that will be there. */
    private Optional<String> someArticle() throws IOException {
        Optional<String> put = changed.entrySet().stream()
                .filter(change -> change.getValue().isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
        return put.isPresent() ? put : stored.firstId(id -> !changed.containsKey(id));
    }

    /**
     * Puts another index in the place of this one, all at once.
     *
     * @param ids of articles that stay as they are here, be it that they are not there
     * @return what goes on in the place of this, which is of no more use
     */
    LiveWriter exchange(Directory other, Set<String> ids, Instant now) throws IOException {
        List<ArticleChange> again = new ArrayList<>();
        for (String id : ids) {
            Optional<Put> here = stored.put(id);
            again.add(here.isPresent() ? here.get() : new Delete(id, Condition.NONE));
        }
        DirectoryReader theirs = DirectoryReader.open(other);
        try {
            writer.deleteAll();
            long unused = writer.addIndexes(other);
            IndexInfo made = IndexInfo.of(theirs.getIndexCommit().getUserData(), IndexDirectory.where(other));
            LiveWriter next = new LiveWriter(directory, settings, writer, theirs, made);
            next.isExchanged = true;
            for (ArticleChange change : again) {
                var unusedOutcome = next.apply(change);
            }
            if (next.isChanged()) {
                next.commit(now);
            } else {
                next.commit(made);
            }
            reader.close();
            return next;
        } catch (IOException | RuntimeException | Error e) {
            IOUtils.closeWhileSuppressingExceptions(e, theirs);
            throw e;
        }
    }

    /**
     * Does what takes too long to be done with every change: learns anew what acronyms the articles define, and words
     * to write them by, where they have become many times as many as those were learned from; and has articles that are
     * gone leave the segments, where they have become many. The last goes on beside further changes.
     *
     * @return whether all of it is done
     */
    boolean settle() throws IOException {
        boolean isLearned = learned;
        boolean isOutgrown = kept.book().isOutgrownBy(articles);
        if (isOutgrown) {
            kept.learn(writer, sample().wordbook());
        }
        if (!learned) {
            deleted = DeletedTerms.of(reader, kept.book(), deleted, settings);
            kept.learn(writer, LearnedAcronym.written(LearnedAcronym.read(reader, deleted)));
            learned = true;
        }
        if (!isLearned || isOutgrown || writer.hasUncommittedChanges()) {
            long lessons = info.lessons() + (isLearned ? 0 : 1);
            commit(info.changed(articles, content.toString(), new Changes(info.changedAt(), lessons, true)));
        }
        boolean hasFew = reader.numDeletedDocs() < MOST_DELETED;
        if (!hasFew) {
            writer.forceMergeDeletes(false);
        }
        return hasFew;
    }

    /** As many as there is a use for. */
    private SampledArticles sample() throws IOException {
        SampledArticles sample = new SampledArticles();
        stored.addTo(sample);
        return sample;
    }

    /** Gives up what is not committed. */
    @Override
    public void close() throws IOException {
        IOUtils.close(writer::rollback, directory::closeTemporary, reader);
    }
}
