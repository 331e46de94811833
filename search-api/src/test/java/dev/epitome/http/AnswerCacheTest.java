package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.http.Http.Answer;
import dev.epitome.lucene.Eventually;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.lucene.Rebuild;
import dev.epitome.search.HealthCheck;
import dev.epitome.search.HealthCheck.Failure;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.Seeds;
import dev.epitome.search.TestArticle;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are given again. */
final class AnswerCacheTest {

    private static final ServerSettings SETTINGS = ServerSettings.at("127.0.0.1", 0);
    private static final long MEBIBYTE = 1 << 20;

    private final SearchEngine real = LuceneSearch.inMemory(many("Threads"));
    private final List<AutoCloseable> open = new ArrayList<>(List.of(real));
    private final AtomicInteger searches = new AtomicInteger();

    @TempDir
    private Path folder;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private static List<Article> many(String word) {
        List<TestArticle> told = new ArrayList<>();
        told.add(article("a7")
                .titled(word)
                .published("2025-11-03")
                .from("Weekly")
                .tagged("java"));
        for (int i = 0; i < 30; i++) {
            told.add(article("b" + i)
                    .titled(word + " of every kind " + i)
                    .saying("Some words on threads. ".repeat(5))
                    .from(i % 2 == 0 ? "Daily" : "Weekly"));
        }
        return articles(told.toArray(TestArticle[]::new));
    }

    /** Answers instead of the real engine, or by it. */
    interface Instead {
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    /** A real engine that counts its searches. */
    private SearchEngine counted(Instead instead) {
        return (SearchEngine) Proxy.newProxyInstance(
                SearchEngine.class.getClassLoader(),
                new Class<?>[] {SearchEngine.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("within")) {
                        return proxy;
                    }
                    if (!List.of("index", "health").contains(method.getName())) {
                        searches.incrementAndGet();
                    }
                    return instead.of(method, arguments);
                });
    }

    private Object really(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Http serve(SearchEngine engine, long cache, int workers) {
        return serve(
                engine,
                SETTINGS.withWork(WorkLimits.DEFAULT.withAnswerCache(cache).withWorkers(workers)),
                Optional.empty());
    }

    private Http serve(SearchEngine engine, ServerSettings settings, Optional<AccessLog> log) {
        SearchServer server = SearchServer.start(engine, settings, log);
        open.add(server);
        Http http = new Http(server.address());
        open.add(http);
        return http;
    }

    private Http serve() {
        return serve(counted(this::really), MEBIBYTE, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/search",
                "/v1/search?q=threads&facets=source&explain=true",
                "/v1/suggest?q=th",
                "/v1/stats",
                "/v1/search.atom?q=threads",
                "/v1/search.json-feed?q=threads",
                "/v1/articles/a7/explain?q=threads",
                "/v1/articles/a7/related"
            })
    void whatWasAnsweredIsGivenAgainToTheLetterAndCostsNothing(String target) {
        Http http = serve();
        Answer first = http.get(target);
        int asked = searches.get();
        for (String method : List.of("GET", "HEAD", "GET")) {
            Answer again = http.send(method, target);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(method.equals("GET") ? first.body() : "");
            for (String header : List.of("ETag", "Content-Length", "Content-Type", "Cache-Control", "Vary")) {
                assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
            }
            assertThat(again.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
        }
        assertThat(http.send("GET", target, "If-None-Match", first.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(searches.get()).isEqualTo(asked);
        assertThat(http.get("/metrics").body())
                .contains(
                        "epitome_answer_cache_hits_total 4.0",
                        "epitome_answer_cache_misses_total 1.0",
                        "epitome_answer_cache_answers 1.0",
                        "epitome_answers_total{from=\"kept\"} 3.0",
                        "epitome_answers_total{from=\"computed\"} 1.0");
    }

    @Test
    void theSameSearchInOtherWordsIsGivenTheSameAnswer() {
        Http http = serve();
        String answer =
                http.get("/v1/search?q=two+threads&source=Daily&source=Weekly").body();
        for (String same : List.of(
                "source=Daily&q=two%20threads&source=Weekly",
                "q=two+threads&source=Daily&source=Weekly&limit=20&sort=relevance&explain=false&highlight=html")) {
            assertThat(http.get("/v1/search?" + same).body()).isEqualTo(answer);
        }
        assertThat(http.post(
                                "/v1/search",
                                "{\"limit\": 20, \"q\": \"two threads\", \"source\": [\"Daily\", \"Weekly\"]}")
                        .body())
                .isEqualTo(answer);
        assertThat(searches).hasValue(1);
    }

    /** Beside a server that keeps nothing. */
    @Test
    void noAnswerIsAnotherForIt() {
        Http keeping = serve();
        Http computing = serve(real, 0, 2);
        Seeds.runs(40, random -> {
            StringBuilder target = new StringBuilder("/v1/search?q=")
                    .append(List.of("threads", "every+kind", "thraeds", "%22of+every%22", "", "source%3ADaily")
                            .get(random.nextInt(6)));
            for (int left = random.nextInt(4); left > 0; left--) {
                String some = RequestPieces.GOOD.get(random.nextInt(RequestPieces.GOOD.size()));
                target.append(target.indexOf(some.substring(0, some.indexOf('='))) < 0 ? "&" + some : "");
            }
            Answer computed = computing.get(target.toString());
            for (int i = 0; i < 2; i++) {
                Answer kept = keeping.get(target.toString());
                assertThat(kept.status()).isEqualTo(computed.status());
                assertThat(timeless(kept)).as(target.toString()).isEqualTo(timeless(computed));
            }
        });
        assertThat(keeping.get("/metrics").body()).doesNotContain("epitome_answer_cache_hits_total 0.0");
    }

    private static String timeless(Answer answer) {
        return answer.body().replaceAll("\"(tookMs|requestId)\":[^,}]+", "");
    }

    @Test
    void whoTakesGzipAndWhoDoesNotAreGivenTheirOwn() {
        Http http = serve();
        for (int i = 0; i < 2; i++) {
            Answer plain = http.get("/v1/search?q=threads").isJson();
            assertThat(plain.header("Content-Encoding")).isEmpty();
            Answer gzip = http.send("GET", "/v1/search?q=threads", "Accept-Encoding", "gzip");
            assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(Integer.parseInt(gzip.header("Content-Length")))
                    .isLessThan(Integer.parseInt(plain.header("Content-Length")));
        }
        assertThat(searches).hasValue(2);
    }

    @Test
    void whatIsKeptNeedsNoWorkerAndNoRoomInALine() throws Exception {
        CountDownLatch letGo = new CountDownLatch(1);
        Semaphore held = new Semaphore(0);
        Http http = serve(
                counted((method, arguments) -> {
                    if (method.getName().equals("search")
                            && ((SearchRequest) arguments[0]).query().text().startsWith("held")) {
                        held.release();
                        letGo.await();
                    }
                    return really(method, arguments);
                }),
                MEBIBYTE,
                2);
        String answer = http.get("/v1/search?q=threads").body();
        try (ExecutorService clients = Executors.newCachedThreadPool()) {
            List<Future<Answer>> all = IntStream.range(0, 2)
                    .mapToObj(i -> clients.submit(() -> http.get("/v1/search?q=held" + i)))
                    .toList();
            held.acquire(2);
            assertThat(http.get("/v1/search?q=threads").body()).isEqualTo(answer);
            http.send("GET", "/v1/search?q=others", "Request-Timeout", "0.05").isProblem(503, "timed-out");
            letGo.countDown();
            for (Future<Answer> each : all) {
                each.get().isJson();
            }
        }
    }

    @Test
    void whatIsWrongIsSaidWhateverIsKept() {
        Http http = serve();
        http.get("/v1/search?q=threads").isJson();
        http.send("GET", "/v1/search?q=threads", "Request-Timeout", "soon").isProblem(400, "invalid-header");
        http.get("/v1/search?q=threads&cursor=").isProblemOf("cursor", "invalid-cursor");
        http.get("/v1/search?q=threads&limit=").isProblemOf("limit", "invalid-parameter");
        http.get("/v1/search?q=threads&q=threads").isProblemOf("q", "repeated-parameter");
        http.send("POST", "/v1/search?q=threads").isProblemOf("q", "unknown-parameter");
    }

    @Test
    void problemsAreNotKept() {
        Http http = serve(
                counted((method, arguments) -> {
                    Object answer = really(method, arguments);
                    if (method.getName().equals("search") && searches.get() == 1) {
                        throw new IllegalStateException("once");
                    }
                    return answer;
                }),
                MEBIBYTE,
                2);
        http.get("/v1/search?q=threads").isProblem(500, "internal-error");
        http.get("/v1/search?q=threads").isJson();
    }

    @Test
    void answersThatWereCutShortOrAreOfAnOlderIndexAreNotKept() {
        Http http = serve(
                counted((method, arguments) -> {
                    Object answer = really(method, arguments);
                    return answer instanceof SearchResult result
                            ? changed(result, result.query().text())
                            : answer;
                }),
                MEBIBYTE,
                2);
        for (String query : List.of("late", "older")) {
            searches.set(0);
            http.get("/v1/search?q=" + query).isJson();
            http.get("/v1/search?q=" + query).isJson();
            assertThat(searches).as(query).hasValue(2);
        }
    }

    private static SearchResult changed(SearchResult result, String query) {
        IndexStatus now = result.index();
        IndexStatus old = new IndexStatus(
                "older", now.articles(), now.createdAt(), now.changedAt(), now.segments(), now.bytes(), now.quality());
        return new SearchResult(
                result.query(),
                result.interpreted(),
                result.corrected(),
                result.warnings(),
                result.didYouMean(),
                result.allWords(),
                result.total(),
                result.took(),
                query.equals("late"),
                query.equals("older") ? old : now,
                result.hits(),
                result.facets(),
                result.next());
    }

    @Test
    void whileSearchesAreNotAnsweredNothingThatWasKeptIsGiven() {
        List<HealthCheck> checks = new ArrayList<>();
        Http http = serve(
                counted((method, arguments) ->
                        method.getName().equals("health") ? List.copyOf(checks) : really(method, arguments)),
                MEBIBYTE,
                2);
        http.get("/v1/search?q=threads").isJson();
        http.get("/v1/search?q=threads").isJson();
        assertThat(searches).hasValue(1);
        checks.add(new HealthCheck("search", true, Optional.empty(), Optional.of(new Failure(Instant.now(), "no"))));
        http.get("/health/ready").isProblem(503, "not-ready");
        http.get("/v1/search?q=threads").isJson();
        assertThat(searches).hasValue(2);
        http.get("/v1/search?q=threads").isJson();
        assertThat(searches).hasValue(3);
        checks.clear();
        http.get("/v1/search?q=others").isJson();
        http.get("/v1/search?q=others").isJson();
        assertThat(searches).hasValue(4);
    }

    @Test
    void aKeptAnswerIsOfTheNewestIndexAndItsCursorIsAsGoodAsANewOne() throws Exception {
        Path index = folder.resolve("index");
        Rebuild.of(index, many("Threads"));
        SearchEngine engine = LuceneSearch.open(index);
        open.add(engine);
        Http http = serve(engine, MEBIBYTE, 2);
        String first = http.get("/v1/search?q=threads&limit=5").body();
        Answer kept = http.get("/v1/search?q=threads&limit=5");
        assertThat(kept.body()).isEqualTo(first);
        String next = "/v1/search?q=threads&limit=5&cursor="
                + kept.json().path("next").stringValue();
        String page = http.get(next).body();
        String before = engine.index().version();
        Rebuild.of(index, many("New threads"));
        Eventually.within(
                Duration.ofSeconds(20),
                "the new index answers",
                () -> !engine.index().version().equals(before));
        assertThat(http.get("/v1/search?q=threads&limit=5").body())
                .contains("New")
                .isNotEqualTo(first);
        for (int i = 0; i < 2; i++) {
            Answer old = http.get(next).isJson();
            assertThat(old.json().path("index").stringValue()).isEqualTo(before);
            assertThat(timeless(old)).isEqualTo(timeless(new Answer(200, old.headers(), page)));
        }
    }

    @Test
    void whatIsKeptIsBoundedAndWhatNobodyAskedForLongestGoesFirst() {
        long most = 200_000;
        Http http = serve(counted(this::really), most, 2);
        for (int i = 0; i < 200; i++) {
            http.get("/v1/search?q=threads+" + i).isJson();
            http.get("/v1/search?q=threads").isJson();
        }
        String metrics = http.get("/metrics").body();
        assertThat(metric(metrics, "epitome_answer_cache_size_bytes")).isBetween(most / 2.0, (double) most);
        assertThat(metric(metrics, "epitome_answer_cache_answers")).isBetween(10.0, 100.0);
        assertThat(searches).hasValue(201);
        http.get("/v1/search?q=threads+199").isJson();
        assertThat(searches).hasValue(201);
        http.get("/v1/search?q=threads+0").isJson();
        assertThat(searches).hasValue(202);
    }

    @Test
    void anAnswerThatWouldDriveOutManyIsNotKept() {
        Http http = serve(counted(this::really), 100_000, 2);
        for (int i = 0; i < 2; i++) {
            http.get("/v1/search?q=threads&limit=100&explain=true").isJson();
        }
        assertThat(searches).hasValue(2);
        assertThat(metric(http.get("/metrics").body(), "epitome_answer_cache_size_bytes"))
                .isZero();
    }

    private static double metric(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whereNoneIsWantedEachAnswerIsComputed() {
        Http http = serve(counted(this::really), 0, 2);
        http.get("/v1/search?q=threads").isJson();
        http.get("/v1/search?q=threads").isJson();
        assertThat(searches).hasValue(2);
        assertThat(http.get("/metrics").body()).contains("epitome_answer_cache_misses_total 0.0");
    }

    @Test
    void theLogSaysWhatWasFoundAlsoInAKeptAnswer() throws Exception {
        StringWriter lines = new StringWriter();
        AccessLog log = AccessLog.to(lines);
        Http http = serve(counted(this::really), SETTINGS, Optional.of(log));
        http.get("/v1/search?q=every").isJson();
        http.get("/v1/search?q=every").isJson();
        Eventually.within(
                Duration.ofSeconds(20),
                "both lines are there",
                () -> lines.toString().lines().count() == 2);
        log.close();
        assertThat(lines.toString().lines()).allMatch(line -> line.endsWith("\"hits\":30}"));
    }
}
