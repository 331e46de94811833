package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Delete;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.engine.Budget;
import dev.epitome.engine.Matcher.Slot;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.PlanningEngine;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.LiveIndex;
import dev.epitome.query.Field;
import dev.epitome.search.Facet;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.TestArticle;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is derived from an index is kept with its segments, or updated by what changed. */
final class IndexMemoryTest {

    private static final SearchRequest WITH_FACETS = SearchRequest.of("kafka").withFacets(EnumSet.allOf(Facet.class));

    private static final List<String> QUERIES = List.of(
            "kafka", "how does uber scale reads", "event-driven kafka", "\"rate limiting\"", "rate-limiter", "red*");

    private final Directory directory = new ByteBuffersDirectory();
    private final LiveIndex live = LiveIndex.open(
            directory, new IndexSettings(SearchSettings.DEFAULT.profile().fields(), true), () -> Instant.EPOCH);
    private Optional<CommittedIndex> opened = Optional.empty();

    /** An index of a thousand articles in three segments, of which two have lost some. */
    @BeforeEach
    void open() {
        put(IntStream.range(0, 600));
        put(IntStream.range(600, 900));
        put(IntStream.range(900, 1_000));
        change(List.of(new Delete("a7", Condition.NONE), new Delete("a890", Condition.NONE)));
        opened = Optional.of(CommittedIndex.opened(directory, "memory", SearchSettings.DEFAULT, System::nanoTime));
    }

    @AfterEach
    void close() throws IOException {
        live.close();
        index().close();
    }

    private CommittedIndex index() {
        return opened.orElseThrow();
    }

    private void put(IntStream numbers) {
        change(numbers.mapToObj(number -> put(number, "reads")).toList());
    }

    private void replace(int number) {
        change(List.of(put(number, "writes")));
    }

    private void change(List<ArticleChange> changes) {
        assertThat(live.apply(changes)).hasSameSizeAs(changes);
        opened.ifPresent(CommittedIndex::see);
    }

    private static ArticleChange put(int number, String word) {
        TestArticle article = article("a" + number)
                .titled("Kafka " + word + " " + number)
                .saying("A rate limiter for event driven reads, by rate limiting at scale: " + number)
                .tagged("tag" + number % 50, "all")
                .by("Author " + number)
                .from("source" + number % 7)
                .ofType("article")
                .published("2024-05-" + (10 + number % 20));
        Origin origin = new Origin("test", Unit.ENTRY, 1, Optional.empty(), Instant.EPOCH);
        return new Put(article.told(), origin, Condition.NONE);
    }

    private void ask(SearchRequest request) {
        try (LuceneState state = index().newest()) {
            assertThat(PlanningEngine.search(request, state, SearchSettings.DEFAULT.profile())
                            .total())
                    .isNotNull();
        }
    }

    private IndexMemory memory() {
        try (LuceneState state = index().newest()) {
            return state.snapshot().memory();
        }
    }

    private List<LeafReader> segments() {
        try (LuceneState state = index().newest()) {
            return state.snapshot().reader().leaves().stream()
                    .map(LeafReaderContext::reader)
                    .toList();
        }
    }

    @Test
    void nothingThatASearchNeedsIsDerivedAnewAtEachRefresh() {
        int facets = Facet.values().length;
        ask(WITH_FACETS);
        assertThat(memory().facets().articlesRead()).isEqualTo(998L * facets);
        put(IntStream.of(1_000));
        ask(WITH_FACETS);
        assertThat(memory().facets().articlesRead()).as("one came").isEqualTo(999L * facets);
        replace(17);
        change(List.of(new Delete("a950", Condition.NONE)));
        ask(WITH_FACETS);
        assertThat(memory().facets().articlesRead())
                .as("one came, and two went")
                .isEqualTo(1_002L * facets);
    }

    @Test
    void aLookReadsThemBeforeAnySearch() {
        ask(WITH_FACETS);
        put(IntStream.of(1_000));
        index().look();
        long read = memory().facets().articlesRead();
        assertThat(read).isEqualTo(999L * Facet.values().length);
        ask(WITH_FACETS);
        assertThat(memory().facets().articlesRead()).isEqualTo(read);
    }

    @Test
    void afterAChangeTermsAreLookedUpInTheNewSegmentAlone() {
        QUERIES.forEach(query -> ask(SearchRequest.of(query)));
        long first = memory().lookups();
        put(IntStream.of(1_000));
        QUERIES.forEach(query -> ask(SearchRequest.of(query)));
        assertThat(segments()).hasSize(4);
        assertThat((memory().lookups() - first) * 3)
                .as("once in each of three segments")
                .isLessThanOrEqualTo(first);
    }

    @Test
    void wordsAndPhrasesOfASegmentAreKeptAsLongAsTheIndexHasIt() throws IOException {
        LeafReader segment = segments().getFirst();
        NearTerms words = memory().of(segment).near(segment);
        Lookup.Phrase phrase = new Lookup.Phrase(Field.TITLE, List.of(new Slot(Set.of("kafka"), 0)), 0);
        int[] matches = memory().of(segment).matching(phrase, any -> new int[] {3, 7});
        replace(17);
        LeafReader same = segments().getFirst();
        assertThat(same).isNotSameAs(segment);
        assertThat(memory().of(same).near(same)).isSameAs(words);
        assertThat(memory().of(same).matching(phrase, any -> new int[0])).isSameAs(matches);
        try (Directory other = new ByteBuffersDirectory();
                LiveIndex another = LiveIndex.open(other, IndexSettings.DEFAULT, () -> Instant.EPOCH)) {
            assertThat(another.apply(List.of(put(1, "reads")))).hasSize(1);
            try (DirectoryReader reader = DirectoryReader.open(other)) {
                IndexMemory memory = memory();
                memory.follow(reader);
                assertThat(memory.of(same).near(same)).isNotSameAs(words);
            }
        }
    }

    @Test
    void commitsThatAreKeptForCursorsRememberLittle() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            try (LuceneState state = index().newest()) {
                state.retain();
                ids.add(state.id());
            }
            put(IntStream.of(2_000 + i));
        }
        List<Snapshot.Derived> known = ids.stream().map(this::known).toList();
        for (int i = 0; i < known.size(); i++) {
            assertThat(known(ids.get(i)))
                    .as("of commit %d of %d", i, known.size())
                    .isNotSameAs(known.get(i));
        }
        String last = ids.getLast();
        assertThat(known(last)).isSameAs(known(last));
    }

    private Snapshot.Derived known(String commit) {
        try (LuceneState state = index().borrow(Optional.of(commit), Budget.unlimited())) {
            return state.snapshot().known();
        }
    }
}
