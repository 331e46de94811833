package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Delete;
import dev.epitome.article.ArticleChange.Outcome;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.corpus.CorpusOptions;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Place;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ArticleWriter} does, to be run over each kind of them. */
public abstract class ArticleWriterContract {

    private static final Origin ORIGIN = new Origin("test", Unit.ENTRY, 1, Optional.empty(), Instant.EPOCH);

    private ArticleWriter writer;

    /** Opens one without articles. */
    protected abstract ArticleWriter open();

    /** What searches the articles of the one that was opened. */
    protected abstract SearchEngine engine();

    /** An engine over an index that is made of these articles at once. */
    protected abstract SearchEngine madeOf(List<Article> articles);

    @BeforeEach
    void openOne() {
        writer = open();
    }

    @AfterEach
    void closeIt() {
        writer.close();
    }

    private static Article titled(String id, String title) {
        return article(id).titled(title).told();
    }

    private List<String> ids(String query) {
        return Searching.in(engine(), query).ids();
    }

    @Test
    void whatIsPutIsFoundByTheNextSearch() {
        assertThat(writer.put(titled("a", "Kafka in practice"))).isEqualTo(Outcome.CREATED);
        assertThat(ids("kafka")).containsExactly("a");
    }

    @Test
    void whatIsReplacedIsFoundByItsNewWordsOnly() {
        writer.put(titled("a", "Kafka in practice"));
        assertThat(writer.put(titled("a", "Pulsar in practice"))).isEqualTo(Outcome.REPLACED);
        assertThat(ids("pulsar")).containsExactly("a");
        assertThat(engine().search(SearchRequest.of("kafka").withFuzzy(FuzzyMode.OFF))
                        .hits())
                .isEmpty();
    }

    @Test
    void whatIsDeletedIsFoundNoMore() {
        writer.put(titled("a", "Kafka in practice"));
        writer.put(titled("b", "Kafka in theory"));
        assertThat(writer.delete("a")).isTrue();
        assertThat(writer.delete("a")).isFalse();
        assertThat(ids("kafka")).containsExactly("b");
        assertThat(engine().find("a")).isEmpty();
        assertThat(engine().index().articles()).isEqualTo(1);
    }

    @Test
    void theSameArticleAgainChangesNothing() {
        writer.put(titled("a", "Kafka in practice"));
        String version = engine().index().version();
        assertThat(writer.put(titled("a", "Kafka in practice"))).isEqualTo(Outcome.UNCHANGED);
        assertThat(engine().index().version()).isEqualTo(version);
    }

    /** A word that only an article had which is gone is as unknown as one that never was there. */
    @Test
    void anIndexTellsWhenAnArticleWasLastPutOrDeleted() {
        Instant made = engine().index().createdAt();
        assertThat(engine().index().changedAt()).isEqualTo(made);
        writer.put(titled("a", "one"));
        Instant put = engine().index().changedAt();
        assertThat(engine().find("a").orElseThrow().origin().readAt())
                .isAfter(made)
                .isBeforeOrEqualTo(put);
        writer.put(titled("a", "one"));
        settle();
        assertThat(engine().index().changedAt()).as("nothing was changed").isEqualTo(put);
        writer.delete("a");
        assertThat(engine().index().changedAt()).isAfter(put);
        assertThat(engine().index().createdAt()).isEqualTo(made);
    }

    @Test
    void aWordOfDeletedArticlesIsNoLongerKnown() {
        writer.put(titled("a", "Kubernetes in practice"));
        writer.put(titled("b", "Kubernettes in theory"));
        writer.delete("b");
        assertThat(engine().search(SearchRequest.of("kubernettes")).corrected()).isNotEmpty();
    }

    @Test
    void changesOfOneCallAreMadeInTheirOrder() {
        assertThat(writer.apply(List.of(
                        put(titled("a", "one")), put(titled("b", "two")), delete("a"), put(titled("a", "three")))))
                .containsExactly(Outcome.CREATED, Outcome.CREATED, Outcome.DELETED, Outcome.CREATED);
        assertThat(ids("")).containsExactlyInAnyOrder("a", "b");
        assertThat(ids("three")).containsExactly("a");
    }

    @Test
    void aRebuildReplacesAllThatWasThere() {
        writer.put(titled("a", "one"));
        writer.put(titled("b", "two"));
        assertThat(writer.rebuild(Stream.of(titled("b", "two"), titled("c", "three")))
                        .articles())
                .isEqualTo(2);
        assertThat(ids("")).containsExactlyInAnyOrder("b", "c");
        writer.put(titled("d", "four"));
        assertThat(ids("")).containsExactlyInAnyOrder("b", "c", "d");
    }

    @Test
    void aRebuildThatWouldLoseMostArticlesIsRefused() {
        writer.apply(IntStream.range(0, 40)
                .mapToObj(i -> put(titled("a" + i, "title " + i)))
                .map(ArticleChange.class::cast)
                .toList());
        assertThat(writer.rebuild(Stream.of(titled("b", "two"))).refused()).isNotEmpty();
        assertThat(engine().index().articles()).isEqualTo(40);
        writer.put(titled("c", "three"));
        assertThat(engine().index().articles()).isEqualTo(41);
    }

    @Test
    void whatIsPutAndDeletedWhileARebuildReadsIsNotLost() {
        writer.put(titled("a", "one"));
        writer.put(titled("b", "two"));
        Stream<Article> rebuilt = Stream.of(titled("a", "one"), titled("b", "two"), titled("c", "three"))
                .peek(article -> {
                    if (article.id().equals("c")) {
                        writer.put(titled("d", "four"));
                        writer.put(titled("a", "changed"));
                        writer.delete("b");
                    }
                });
        assertThat(writer.rebuild(rebuilt).refused()).isEmpty();
        assertThat(ids("")).containsExactlyInAnyOrder("a", "c", "d");
        assertThat(ids("changed")).containsExactly("a");
    }

    @Test
    void whatIsWaitedForIsSeenWithAllThatWasNot() {
        writer.apply(List.of(put(titled("a", "Kafka one"))), Visible.EVENTUALLY);
        writer.apply(List.of(), Visible.WAIT);
        assertThat(ids("kafka")).containsExactly("a");
    }

    @Test
    void aRebuildOfNothingLeavesEverythingAsItIs() {
        writer.put(titled("a", "one"));
        assertThat(writer.rebuild(Stream.of()).refused()).isNotEmpty();
        assertThat(ids("")).containsExactly("a");
    }

    @Test
    void aRebuildTellsHowFarItIsAndEndsWhereItIsCancelled() {
        writer.put(titled("a", "one"));
        Hearing hearing = new Hearing(2);
        CorpusReader corpus = corpus("{\"title\":\"two\"}\n{}\n{\"title\":\"three\"}\n");
        assertThatThrownBy(() -> writer.rebuild(corpus, RebuildChecks.ALL, hearing))
                .isInstanceOf(CancellationException.class);
        assertThat(hearing.heard).containsExactly("record 1", "rejected 2", "record 2");
        assertThat(ids("")).containsExactly("a");
        Hearing whole = new Hearing(100);
        CorpusReader again = corpus("{\"title\":\"two\"}\n{\"title\":\"three\"}\n");
        assertThat(writer.rebuild(again, RebuildChecks.ALL, whole).articles()).isEqualTo(2);
        assertThat(whole.heard).containsExactly("record 1", "record 2", "all");
        assertThat(ids("three")).hasSize(1);
    }

    /** One that was let pass to its last moment. */
    @Test
    void aRebuildThatIsCancelledWhenAllWasReadPublishesNothing() {
        writer.put(titled("a", "one"));
        Hearing hearing = new Hearing(100) {
            @Override
            public boolean isCancelled() {
                return heard.contains("all");
            }
        };
        assertThatThrownBy(() -> writer.rebuild(corpus("{\"title\":\"two\"}\n"), RebuildChecks.ALL, hearing))
                .isInstanceOf(CancellationException.class);
        assertThat(ids("")).containsExactly("a");
        assertThat(writer.rebuild(Stream.of(titled("b", "two"))).refused()).isEmpty();
    }

    private static CorpusReader corpus(String lines) {
        return CorpusReader.of(
                List.of("-"), new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), CorpusOptions.NONE);
    }

    /** Hears of a rebuild, and cancels it after some records. */
    private static class Hearing implements RebuildListener {

        final List<String> heard = new ArrayList<>();
        private final long most;
        private long records;

        Hearing(long most) {
            this.most = most;
        }

        @Override
        public void progress(long count) {
            records = count;
            heard.add("record " + count);
        }

        @Override
        public void rejected(Place place, String reason) {
            heard.add("rejected " + place.number());
        }

        @Override
        public void readAll() {
            heard.add("all");
        }

        @Override
        public boolean isCancelled() {
            return records >= most;
        }
    }

    @Test
    void aCursorGoesOnThroughTheStateThatItWasGivenFor() {
        List<ArticleChange> puts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            puts.add(put(titled("a" + i, "Kafka " + i)));
        }
        writer.apply(puts);
        SearchRequest request = SearchRequest.of("kafka").withLimit(10);
        SearchResult first = engine().search(request);
        List<String> seen = new ArrayList<>(ids(first));
        Optional<Cursor> next = first.next();
        for (int page = 0; next.isPresent(); page++) {
            for (int i = 0; i < 20; i++) {
                writer.put(titled("b" + page + "-" + i, "Kafka again"));
                writer.delete("a" + (29 - page * 9 - i % 9));
            }
            SearchResult result = engine().search(request.withCursor(next.get()));
            seen.addAll(ids(result));
            next = result.next();
        }
        assertThat(seen).hasSize(30).doesNotHaveDuplicates().allMatch(id -> id.startsWith("a"));
    }

    private static List<String> ids(SearchResult result) {
        return result.hits().stream().map(hit -> hit.article().id()).toList();
    }

    @Test
    void nothingIsChangedAfterClosing() {
        writer.close();
        assertThatThrownBy(() -> writer.put(titled("a", "one"))).isInstanceOf(IllegalStateException.class);
    }

    /** Ids, scores, totals, facets and suggestions. */
    @Test
    void afterAnyChangesEveryAnswerIsThatOfAnIndexMadeAtOnce() {
        long seed = Long.getLong("epitome.seed", System.nanoTime());
        Random random = new Random(seed);
        List<Article> many = Shipped.articles().stream().limit(160).toList();
        Map<String, Article> model = new TreeMap<>();
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 40; i++) {
                List<ArticleChange> changes = changes(random, many);
                writer.apply(changes);
                changes.forEach(change -> make(change, model));
            }
            settle();
            try (SearchEngine anew = madeOf(List.copyOf(model.values()))) {
                for (String query : Answers.QUERIES) {
                    assertThat(Answers.of(engine(), query))
                            .as("seed %d, round %d, query %s", seed, round, query)
                            .isEqualTo(Answers.of(anew, query));
                }
            }
        }
    }

    /** Does at once what a writer does by itself after a while. */
    protected abstract void settle();

    private static List<ArticleChange> changes(Random random, List<Article> many) {
        List<ArticleChange> changes = new ArrayList<>();
        int count = random.nextInt(5) == 0 ? 20 : 1;
        for (int i = 0; i < count; i++) {
            Article one = many.get(random.nextInt(many.size()));
            Article other = many.get(random.nextInt(many.size()));
            changes.add(
                    switch (random.nextInt(4)) {
                        case 0 -> delete(one.id());
                        case 1 -> put(other.withId(one.id()));
                        default -> put(one);
                    });
        }
        return changes;
    }

    private static void make(ArticleChange change, Map<String, Article> model) {
        switch (change) {
            case Put put -> model.put(put.id(), put.article());
            case Delete delete -> model.remove(delete.id());
        }
    }

    private static Put put(Article article) {
        return new Put(article, ORIGIN, Condition.NONE);
    }

    private static Delete delete(String id) {
        return new Delete(id, Condition.NONE);
    }
}
