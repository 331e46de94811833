package dev.epitome.lucene;

import dev.epitome.alias.AliasDictionary;
import dev.epitome.engine.Budget;
import dev.epitome.engine.IndexState;
import dev.epitome.engine.PlanningEngine;
import dev.epitome.engine.WordMemory;
import dev.epitome.index.DeletedTerms;
import dev.epitome.index.IndexInfo;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.LearnedAcronym;
import dev.epitome.index.Wordbook;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.SearchRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.StringHelper;

/**
 * One commit, opened. Its reader is counted: see {@link CommittedIndex}. What changes of single articles leave as it is
 * it has in common with the commit before.
 */
final class Snapshot {

    private static final Duration PROBE_TIME = Duration.ofSeconds(10);

    private final BudgetedSearcher searcher;
    private final IndexStatus status;
    private final IndexInfo info;
    private final AliasDictionary aliases;
    private final byte[] commitId;
    private final Wordbook wordbook;
    private final DeletedTerms deleted;
    private final IndexMemory memory;
    private final long turn;
    private final AtomicBoolean retained = new AtomicBoolean();
    private final AtomicBoolean unreadable = new AtomicBoolean();
    private volatile Derived derived;

    /** What is found out about a commit when it is asked for. */
    record Derived(CommitFacets facets, CommitTerms terms, WordMemory words) {}

    private Snapshot(
            DirectoryReader reader,
            SearchSettings settings,
            String version,
            byte[] commitId,
            IndexInfo info,
            Optional<Snapshot> before)
            throws IOException {
        this.info = info;
        Optional<Snapshot> sameBuild = before.filter(old -> old.build().equals(build()));
        this.commitId = commitId;
        this.status = CommitStatus.of(version, reader, info);
        this.wordbook = before.isPresent() ? Wordbook.of(reader, before.get().wordbook) : Wordbook.of(reader);
        this.aliases =
                sameBuild.filter(old -> old.info.lessons() == info.lessons()).isPresent()
                        ? sameBuild.get().aliases
                        : aliases(reader, settings);
        IndexSettings made = new IndexSettings(info.weights(), true);
        this.deleted =
                DeletedTerms.of(reader, wordbook, before.map(old -> old.deleted).orElse(DeletedTerms.NONE), made);
        this.searcher = searcher(reader, deleted, settings);
        this.memory = before.map(old -> old.memory).orElseGet(IndexMemory::new);
        this.turn = before.map(old -> old.turn + 1).orElse(0L);
        this.derived = derived();
        if (before.isEmpty()) {
            takeOver();
        }
    }

    private Derived derived() {
        IndexReader reader = searcher.getIndexReader();
        return new Derived(
                new CommitFacets(reader, memory.facets(), turn),
                new CommitTerms(reader, deleted, memory),
                new WordMemory(memory.texts()));
    }

    /** The same for all commits that come from one rebuild by changes of single articles. */
    String build() {
        return info.createdAt() + " " + info.corpus();
    }

    /** Opens the newest commit, unless it is not one that this version reads. */
    static Snapshot open(Directory directory, String where, SearchSettings settings) throws IOException {
        return opened(DirectoryReader.open(directory), where, settings, Optional.empty());
    }

    /**
     * Opens the newest commit, at the cost of what it does not have in common with this one; empty where that cannot be
     * done.
     */
    Optional<Snapshot> next(String where, SearchSettings settings) throws IOException {
        DirectoryReader newer;
        try {
            newer = DirectoryReader.openIfChanged((DirectoryReader) reader());
        } catch (IllegalStateException | IllegalArgumentException anotherIndexUnderTheSameNames) {
            return Optional.empty();
        }
        return newer == null ? Optional.empty() : Optional.of(opened(newer, where, settings, Optional.of(this)));
    }

    /** As {@link #open}; where the newest cannot be read, the newest that can, if the directory still holds one. */
    static Snapshot openReadable(Directory directory, String where, SearchSettings settings) throws IOException {
        try {
            return open(directory, where, settings);
        } catch (IOException newest) {
            for (String older : olderCommits(directory)) {
                try {
                    SegmentInfos commit = SegmentInfos.readCommit(directory, older);
                    return opened(
                            StandardDirectoryReader.open(directory, commit, null, null, null),
                            where,
                            settings,
                            Optional.empty());
                } catch (IOException e) {
                    newest.addSuppressed(e);
                }
            }
            throw newest;
        }
    }

    /** All but the newest, the newer first. */
    private static List<String> olderCommits(Directory directory) throws IOException {
        return Stream.of(directory.listAll())
                .filter(name -> name.startsWith(IndexFileNames.SEGMENTS + "_"))
                .sorted(Comparator.comparingLong(SegmentInfos::generationFromSegmentsFileName)
                        .reversed())
                .skip(1)
                .toList();
    }

    private static Snapshot opened(
            DirectoryReader reader, String where, SearchSettings settings, Optional<Snapshot> before)
            throws IOException {
        boolean opened = false;
        try {
            SegmentInfos commit = ((StandardDirectoryReader) reader).getSegmentInfos();
            IndexInfo info = IndexInfo.of(commit.getUserData(), where);
            // Within a process ids are counted up from a random one: only their ends differ.
            byte[] id = commit.getId();
            String version = commit.getGeneration() + "-" + HexFormat.of().formatHex(id, id.length - 4, id.length);
            info.requireWeights(settings.profile().fields(), where);
            Snapshot snapshot = new Snapshot(reader, settings, version, id, info, before);
            opened = true;
            return snapshot;
        } finally {
            if (!opened) {
                IOUtils.closeWhileHandlingException(reader);
            }
        }
    }

    /** What is no commit yet, and may never be one. */
    static Snapshot uncommitted(DirectoryReader reader, IndexInfo info, SearchSettings settings) throws IOException {
        return new Snapshot(reader, settings, "uncommitted", StringHelper.randomId(), info, Optional.empty());
    }

    private static BudgetedSearcher searcher(DirectoryReader reader, DeletedTerms deleted, SearchSettings settings) {
        RankingProfile profile = settings.profile();
        float k1 = profile.k1() * profile.fields().summary();
        return new BudgetedSearcher(reader, deleted, new BM25Similarity(k1, profile.b()), Budget.unlimited());
    }

    /**
     * Whether the directory still holds this very commit. Its random id tells, even where an index was deleted and made
     * anew, and its counters began again.
     */
    boolean isNewest(Directory directory) throws IOException {
        return StringHelper.idToString(SegmentInfos.readLatestCommit(directory).getId())
                .equals(StringHelper.idToString(commitId));
    }

    private static AliasDictionary aliases(DirectoryReader reader, SearchSettings settings) throws IOException {
        return settings.aliases().with(LearnedAcronym.dictionary(reader));
    }

    /** Its random id, in hexadecimal: no other commit ever has it. */
    String commit() {
        return HexFormat.of().formatHex(commitId);
    }

    /** Says that somebody was given a cursor, and may come back for the next page. */
    void retain() {
        retained.set(true);
    }

    boolean isRetained() {
        return retained.get();
    }

    /** Says that something of it could not be read; tells whether that was news. */
    boolean setUnreadable() {
        return unreadable.compareAndSet(false, true);
    }

    boolean isUnreadable() {
        return unreadable.get();
    }

    /** The dictionary of the settings, and what the articles of this commit define. */
    AliasDictionary aliases() {
        return aliases;
    }

    /** By which its articles are written. */
    Wordbook wordbook() {
        return wordbook;
    }

    /** What is known of it and of other commits of the index. */
    IndexMemory memory() {
        return memory;
    }

    /** What is known of it by now. */
    Derived known() {
        return derived;
    }

    /** Lets go of what can be found out again. */
    void forget() {
        derived = derived();
    }

    /** With any amount of time. */
    BudgetedSearcher searcher() {
        return searcher;
    }

    IndexReader reader() {
        return searcher.getIndexReader();
    }

    IndexStatus status() {
        return status;
    }

    /** Has what is found out about it kept from now on, and of earlier commits no more. */
    final void takeOver() {
        memory.follow(reader());
    }

    /** Finds out what was asked of commits before, so that no search need wait for it. */
    void getReady() throws IOException {
        derived.facets().getReady();
        derived.terms().getReady();
    }

    /** Searches as readers do, for one article after the other. */
    void tryOut(int turn, RankingProfile profile) {
        IndexState state = new LuceneState(this, Budget.of(PROBE_TIME, System::nanoTime), () -> {}, () -> {});
        int articles = reader().maxDoc();
        String query = articles == 0
                ? ""
                : state.articles()
                        .articles(List.of(Math.floorMod(turn * 31, articles)), false)
                        .getFirst()
                        .title();
        PlanningEngine.search(SearchRequest.of(query).withLimit(1), state, profile);
    }
}
