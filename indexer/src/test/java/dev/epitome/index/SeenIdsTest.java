package dev.epitome.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.Origin.Unit;
import dev.epitome.corpus.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenIdsTest {

    private final SeenIds seen = new SeenIds();

    @Test
    void aNewIdWasSeenNowhere() {
        assertThat(seen.put("a", line("x.jsonl", 1))).isEmpty();
        assertThat(seen.put("A", line("x.jsonl", 2))).isEmpty();
    }

    @Test
    void anOldIdWasSeenWhereItWasLastGiven() {
        seen.put("a", line("x.jsonl", 1));
        assertThat(seen.put("a", line("x.jsonl", 5))).contains(line("x.jsonl", 1));
        assertThat(seen.put("a", line("y.jsonl", 2))).contains(line("x.jsonl", 5));
        assertThat(seen.put("a", line("x.jsonl", 9))).contains(line("y.jsonl", 2));
    }

    @Test
    void linesAndEntriesOfOneFileAreKeptApart() {
        seen.put("a", line("-", 1));
        assertThat(seen.put("a", new Place("-", Unit.ENTRY, 1))).contains(line("-", 1));
        assertThat(seen.put("a", line("-", 2))).contains(new Place("-", Unit.ENTRY, 1));
    }

    @Test
    void theLongestIdIsSeen() {
        String longest = "世".repeat(Article.MAX_ID);
        seen.put(longest, line("x", 1));
        assertThat(seen.put(longest, line("x", 1L << 40))).contains(line("x", 1));
        assertThat(seen.put(longest, line("x", 3))).contains(line("x", 1L << 40));
    }

    @Test
    void manyIdsAreSeenAsAMapWouldSeeThem() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, Place> expected = new HashMap<>();
        for (int i = 1; i <= 20_000; i++) {
            String id = "id-" + random.nextInt(10_000);
            Place place = line("file-" + i / 3_000, i);
            assertThat(seen.put(id, place))
                    .as("seed %d, step %d", seed, i)
                    .isEqualTo(Optional.ofNullable(expected.put(id, place)));
        }
    }

    private static Place line(String path, long number) {
        return new Place(path, Unit.LINE, number);
    }
}
