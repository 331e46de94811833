package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Finding by id, what an engine says of itself, many threads, and the end. */
abstract class LifecycleContract extends EngineFixture {

    private static final Article FULL = article("full")
            .titled("Zürich 🚀 <b>")
            .saying("All of it.")
            .at("https://example.org/a?b=c")
            .from("ByteByteGo")
            .by("Ann Lee", "José")
            .ofType("video")
            .tagged("one", "two")
            .published("2025-11")
            .ranked(3)
            .told();

    LifecycleContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @Test
    void anArticleIsFoundByItsIdAndComesBackWhole() {
        engineOver(List.of(article("bare").told(), FULL));
        assertThat(engine().find("full").orElseThrow().article()).isEqualTo(FULL);
        assertThat(engine().find("bare").orElseThrow().article())
                .isEqualTo(article("bare").told());
    }

    @Test
    void aHitHoldsTheWholeArticleAndItsOrigin() {
        engineOver(List.of(FULL, article("bare").told()));
        Hit hit = search("zurich")
                .with(request -> request.withFields(EnumSet.allOf(ArticleField.class)))
                .result()
                .hits()
                .getFirst();
        assertThat(hit.article()).isEqualTo(FULL);
        Origin origin = hit.origin().orElseThrow();
        assertThat(origin).isEqualTo(engine().find("full").orElseThrow().origin());
        assertThat(origin.number()).isEqualTo(1);
        assertThat(origin.readAt()).isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
    }

    @Test
    void idsAreComparedWholeAndAsTheyAre() {
        articles(article("a/b:c d"), article("Ä🚀"), article("x"));
        assertThat(engine().find("a/b:c d")).isPresent();
        assertThat(engine().find("Ä🚀")).isPresent();
        for (String absent : List.of("a", "A/B:C D", "ä🚀", "X", "", "x ", "x\0", "\uD83D", "y".repeat(100_000))) {
            assertThat(engine().find(absent)).as("%.20s", absent).isEmpty();
        }
    }

    @Test
    void anEngineTellsWhatItsIndexIs() {
        articles(article("a1"), article("a2"));
        IndexStatus status = engine().index();
        assertThat(status.articles()).isEqualTo(2);
        assertThat(status.version())
                .isNotBlank()
                .isEqualTo(search("").result().index().version());
        assertThat(status.createdAt()).isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
    }

    @Test
    void anAnswerTellsHowLongItTook() {
        articles(article("a1"));
        long start = System.nanoTime();
        Duration took = search("").result().took();
        assertThat(took).isPositive().isLessThanOrEqualTo(Duration.ofNanos(System.nanoTime() - start));
    }

    @Test
    void aClosedEngineSaysThatItIsClosed() {
        articles(article("a1"));
        engine().close();
        assertThatThrownBy(() -> search("").result()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine().find("a1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine().index()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closingTwiceDoesNothingMore() {
        articles(article("a1"));
        engine().close();
        engine().close();
    }

    @Test
    void answersStayValidAfterTheEngineIsClosed() {
        engineOver(List.of(FULL));
        SearchResult result = search("zurich").result();
        engine().close();
        assertThat(result.hits().getFirst().article()).isEqualTo(FULL);
        assertThat(result.hits().getFirst().title().getFirst().text()).isEqualTo(FULL.title());
    }

    @Test
    void manyThreadsGetTheAnswersThatOneGets() throws Exception {
        engineOver(manyArticles());
        List<String> queries = List.of("cache", "number 7", "cache disk", "unheard 3", "");
        List<List<Hit>> alone = queries.stream().map(this::hits).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<List<List<Hit>>>> tasks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                tasks.add(() -> queries.stream().map(this::hits).toList());
            }
            for (Future<List<List<Hit>>> answer : threads.invokeAll(tasks)) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void whatRunsWhileTheEngineIsClosedEndsWell() throws Exception {
        for (int round = 0; round < 10; round++) {
            SearchEngine engine = engineOver(manyArticles());
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                List<Future<Integer>> searches = IntStream.range(0, 4)
                        .mapToObj(i -> threads.submit(() -> searchUntilClosed(engine)))
                        .toList();
                Thread.sleep(5);
                engine.close();
                for (Future<Integer> search : searches) {
                    assertThat(search.get()).isNotNegative();
                }
            }
        }
    }

    private static int searchUntilClosed(SearchEngine engine) {
        for (int answers = 0; ; answers++) {
            try {
                assertThat(engine.search(SearchRequest.of("cache number")).hits())
                        .hasSize(20);
            } catch (IllegalStateException closed) {
                return answers;
            }
        }
    }

    private List<Hit> hits(String query) {
        return search(query).result().hits();
    }

    private static List<Article> manyArticles() {
        return TestArticle.articles(IntStream.range(0, 300)
                .mapToObj(i -> article("a" + i).titled("number " + i).saying(i % 3 == 0 ? "cache" : "cache disk"))
                .toArray(TestArticle[]::new));
    }
}
