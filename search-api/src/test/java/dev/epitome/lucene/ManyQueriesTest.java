package dev.epitome.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.query.QueryLanguage;
import dev.epitome.query.QueryTexts;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.Seeds;
import dev.epitome.search.TechnicalTexts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Any text is answered, and soon. The long profile asks ten times as many. */
final class ManyQueriesTest {

    private static final int QUERIES = Integer.getInteger("epitome.test.queries", 100_000);
    private static final int WARM_UP = 2_000;

    /** Little of everything, since so many queries are asked: characters of a text that is nearly a query. */
    private static final int SHORT = 16;

    /** Of a summary. */
    private static final int WORDS = 20;

    private static final int HITS = 3;

    /** What a pause of the machine may make of any query. */
    private static final long NOISE_NANOS = 50_000_000;

    private static final int MEDIANS = 50;
    private static final long LONG_QUERY_NANOS = 5_000_000_000L;

    private final SearchEngine engine = LuceneSearch.inMemory(TechnicalTexts.articles(new Random(7), 50, WORDS));

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void everyShortQueryIsAnsweredAndNoneTakesFarLongerThanOthers() {
        Seeds.runs(WARM_UP, random -> nanos(shortQuery(random)));
        long[] times = new long[QUERIES];
        Map<String, Long> slow = new LinkedHashMap<>();
        AtomicInteger count = new AtomicInteger();
        Seeds.runs(QUERIES, random -> {
            String text = shortQuery(random);
            long time = nanos(text);
            times[count.getAndIncrement()] = time;
            if (time > NOISE_NANOS) {
                slow.put(text, time);
            }
        });
        int asked = count.get();
        Arrays.sort(times, 0, asked);
        long bound = Math.max(MEDIANS * times[asked / 2], NOISE_NANOS);
        slow.forEach((text, time) -> {
            // Asked again, since the machine may have been busy elsewhere.
            if (time > bound && fastestOfThree(text) > bound) {
                throw new AssertionError("takes more than %d ns, and half of all queries less than %d: %s"
                        .formatted(bound, times[asked / 2], text));
            }
        });
    }

    @Test
    void everyLongQueryIsAnswered() {
        Seeds.runs(Math.max(1, QUERIES / 500), random -> {
            String text = QueryTexts.random(random, QueryLanguage.MAX_LENGTH);
            assertThat(nanos(text)).as("nanoseconds").isLessThan(LONG_QUERY_NANOS);
        });
    }

    private static String shortQuery(Random random) {
        return random.nextInt(5) == 0 ? TechnicalTexts.query(random).text() : QueryTexts.random(random, SHORT);
    }

    private long fastestOfThree(String text) {
        return LongStream.generate(() -> nanos(text)).limit(3).min().orElseThrow();
    }

    private long nanos(String text) {
        long start = System.nanoTime();
        SearchResult result = engine.search(SearchRequest.of(text).withLimit(HITS));
        long nanos = System.nanoTime() - start;
        // Plain comparisons: a message for each query would take longer than the query.
        if (!result.query().text().equals(text)
                || result.total().value() < result.hits().size()) {
            throw new AssertionError("not an answer: " + result);
        }
        return nanos;
    }
}
