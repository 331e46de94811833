package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.index.ArticleIndexer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long superseded commits stay open. */
final class RetainedCommitsTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // As a clock may, it passes zero.
    private final RetainedCommits retained = new RetainedCommits(nanos::get);
    private final List<Snapshot> opened = new ArrayList<>();

    @AfterEach
    void nothingIsLeftOpen() {
        retained.close();
        assertThat(opened).isNotEmpty().allMatch(snapshot -> references(snapshot) == 0);
    }

    @Test
    void aCommitIsKeptForTenMinutes() throws IOException {
        Snapshot old = superseded(true);
        after(RetainedCommits.LONGEST);
        assertThat(references(old)).isEqualTo(1);
        after(Duration.ofNanos(1));
        assertThat(references(old)).isZero();
        assertThat(retained.borrow(old.commit())).isEmpty();
    }

    @Test
    void theLatestFourAreKept() throws IOException {
        List<Snapshot> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(superseded(true));
        }
        assertThat(all.stream().map(RetainedCommitsTest::references)).containsExactly(0, 0, 1, 1, 1, 1);
    }

    @Test
    void aCommitThatNobodyPagesThroughGoesAtOnceAndTakesNobodysPlace() throws IOException {
        Snapshot paged = superseded(true);
        for (int i = 0; i < 5; i++) {
            superseded(false);
        }
        assertThat(references(paged)).isEqualTo(1);
        Snapshot last = opened.getLast();
        assertThat(references(last)).isEqualTo(1);
        retained.dropOld();
        assertThat(references(last)).isZero();
        assertThat(references(paged)).isEqualTo(1);
    }

    @Test
    void aCommitIsKeptWhereItsCursorIsGivenRightAfterItWasSuperseded() throws IOException {
        Snapshot late = superseded(false);
        late.retain();
        retained.dropOld();
        assertThat(references(late)).isEqualTo(1);
    }

    @Test
    void aCommitIsKeptWhileASearchThatMayGiveACursorStillRuns() throws IOException {
        Snapshot searched = superseded(false);
        searched.reader().incRef();
        retained.dropOld();
        searched.retain();
        searched.reader().decRef();
        retained.dropOld();
        assertThat(retained.borrow(searched.commit())).contains(searched);
        searched.reader().decRef();
    }

    @Test
    void aFifthCommitThatNobodyPagesThroughTakesNobodysPlace() throws IOException {
        List<Snapshot> paged = new ArrayList<>();
        for (int i = 0; i < RetainedCommits.MOST; i++) {
            paged.add(superseded(true));
        }
        superseded(false);
        assertThat(paged).allMatch(snapshot -> references(snapshot) == 1);
    }

    @Test
    void whatIsBorrowedStaysOpenUntilItIsGivenBack() throws IOException {
        Snapshot old = superseded(true);
        Optional<Snapshot> borrowed = retained.borrow(old.commit());
        assertThat(borrowed).contains(old);
        after(RetainedCommits.LONGEST.plusSeconds(1));
        assertThat(references(old)).isEqualTo(1);
        old.reader().decRef();
    }

    @Test
    void nothingIsKeptAfterClosing() throws IOException {
        superseded(true);
        retained.close();
        assertThat(references(superseded(true))).isZero();
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
        retained.dropOld();
    }

    /** A new commit, which is retained while it is still borrowed, and then given back. */
    private Snapshot superseded(boolean paged) throws IOException {
        Directory directory = new ByteBuffersDirectory();
        Instant now = Instant.now();
        try (ArticleIndexer indexer = ArticleIndexer.create(directory, now)) {
            articles(article("a1"))
                    .forEach(one -> indexer.add(one, new Origin("test", Unit.ENTRY, 1, Optional.empty(), now)));
            indexer.commit();
        }
        Snapshot snapshot = Snapshot.open(directory, "here", SearchSettings.DEFAULT);
        opened.add(snapshot);
        if (paged) {
            snapshot.retain();
        }
        retained.keep(snapshot);
        snapshot.reader().decRef();
        return snapshot;
    }

    private static int references(Snapshot snapshot) {
        return snapshot.reader().getRefCount();
    }
}
