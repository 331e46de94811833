package dev.epitome.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.query.QueryLanguage;
import dev.epitome.query.QueryTexts;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.Seeds;
import dev.epitome.search.TechnicalTexts;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Any text is answered, and soon. The long profile asks a hundred times as many. */
final class ManyQueriesTest {

    private static final int QUERIES = Integer.getInteger("epitome.test.queries", 10_000);
    private static final int WARM_UP = 2_000;
    private static final int THREADS = 2;

    /** Little of everything, since so many queries are asked: characters of a text that is nearly a query. */
    private static final int SHORT = 16;

    /** Of a summary. */
    private static final int WORDS = 12;

    private static final int HITS = 3;

    /** What code that is not compiled yet may make of any query. */
    private static final long NOISE_NANOS = 50_000_000;

    private static final int MEDIANS = 50;
    private static final long LONG_QUERY_NANOS = 5_000_000_000L;

    private final ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    private final SearchEngine engine = LuceneSearch.inMemory(TechnicalTexts.articles(new Random(7), 50, WORDS));

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void everyShortQueryIsAnsweredAndNoneTakesFarLongerThanOthers() throws Exception {
        Seeds.runs(WARM_UP, random -> nanos(shortQuery(random)));
        long[] times = new long[QUERIES];
        Map<String, Long> slow = new ConcurrentHashMap<>();
        AtomicInteger count = new AtomicInteger();
        inThreads(() -> Seeds.runs(QUERIES / THREADS, random -> {
            String text = shortQuery(random);
            long time = nanos(text);
            times[count.getAndIncrement()] = time;
            if (time > NOISE_NANOS) {
                slow.put(text, time);
            }
        }));
        int asked = count.get();
        Arrays.sort(times, 0, asked);
        long bound = Math.max(MEDIANS * times[asked / 2], NOISE_NANOS);
        slow.forEach((text, time) -> {
            // Asked again, since its code may have been compiled only then.
            if (time > bound && fastestOfThree(text) > bound) {
                throw new AssertionError("takes more than %d ns, and half of all queries less than %d: %s"
                        .formatted(bound, times[asked / 2], text));
            }
        });
    }

    private static void inThreads(Runnable task) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(task));
            }
            for (Future<?> some : running) {
                some.get();
            }
        }
    }

    @Test
    void everyLongQueryIsAnswered() {
        Seeds.runs(Math.max(1, QUERIES / 500), random -> {
            String text = QueryTexts.random(random, QueryLanguage.MAX_LENGTH);
            assertThat(nanos(text)).as("nanoseconds").isLessThan(LONG_QUERY_NANOS);
        });
    }

    private static String shortQuery(Random random) {
        return random.nextInt(16) == 0 ? TechnicalTexts.query(random).text() : QueryTexts.random(random, SHORT);
    }

    private long fastestOfThree(String text) {
        return LongStream.generate(() -> nanos(text)).limit(3).min().orElseThrow();
    }

    /** What the processor works for it: whatever else the machine does meanwhile makes no difference. */
    private long nanos(String text) {
        long start = processor.getCurrentThreadCpuTime();
        SearchResult result = engine.search(SearchRequest.of(text).withLimit(HITS));
        long nanos = processor.getCurrentThreadCpuTime() - start;
        // Plain comparisons: a message for each query would take longer than the query.
        if (!result.query().text().equals(text)
                || result.total().value() < result.hits().size()) {
            throw new AssertionError("not an answer: " + result);
        }
        return nanos;
    }
}
