package dev.epitome.engine;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.engine.Retriever.SortValues;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.Cursor;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult.Relation;
import dev.epitome.search.SearchResult.Total;
import dev.epitome.search.Seeds;
import dev.epitome.search.SortOrder;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

final class PagePositionTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef";

    @Test
    void aPlaceIsReadAsItWasWritten() {
        for (String id : List.of("a", "é\u0000\uD83D\uDE00", "€".repeat(Article.MAX_ID))) {
            for (LocalDate today : List.of(LocalDate.EPOCH, LocalDate.of(9999, 12, 31))) {
                PagePosition place = new PagePosition(
                        COMMIT, today, Long.MIN_VALUE, new Total(7, Relation.GTE), 3, new SortValues(1.5f, -1, 9, id));
                assertThat(PagePosition.of(place.cursor())).isEqualTo(place);
            }
        }
    }

    @Test
    void daysFromWhichNobodyCouldCountBackAreRefused() {
        for (LocalDate today : List.of(LocalDate.MIN, LocalDate.of(1969, 12, 31), LocalDate.of(10_000, 1, 1))) {
            SortValues last = new SortValues(1.5f, -1, 9, "a");
            PagePosition place = new PagePosition(COMMIT, today, 5, new Total(7, Relation.GTE), 3, last);
            assertThatThrownBy(() -> PagePosition.of(place.cursor()))
                    .as(today.toString())
                    .hasMessageContaining("the cursor is none that a search has given");
        }
    }

    @Test
    void anyBytesAreRefused() {
        Seeds.runs(2_000, random -> {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            assertRefused(encoded(bytes));
            if (bytes.length > 0) {
                bytes[0] = 1; // The version that there is.
                assertRefused(encoded(bytes));
            }
        });
    }

    /** Whoever knows how a checksum is made can make up any place: it may not exist, but it must break nothing. */
    @Test
    void aPlaceThatWasMadeUpIsRefusedExpiredOrAnswered() {
        List<Article> articles = IntStream.range(0, 30)
                .mapToObj(i -> article("a" + i)
                        .titled("cache")
                        .published("20" + (10 + i % 5))
                        .ranked(1 + i % 3)
                        .told())
                .toList();
        SearchRequest request = SearchRequest.of("cache published:last-9000d").withLimit(5);
        List<Integer> answers = new ArrayList<>();
        try (SearchEngine engine = LuceneSearch.inMemory(articles)) {
            for (SortOrder order : SortOrder.values()) {
                SearchRequest sorted = request.withSort(order);
                Cursor cursor = engine.search(sorted).next().orElseThrow();
                Seeds.runs(150, random -> {
                    try {
                        SearchRequest next = sorted.withCursor(changed(cursor, random));
                        answers.add(engine.search(next).hits().size());
                    } catch (EpitomeException e) {
                        assertThat(e.kind()).isIn(Kind.INVALID_CURSOR, Kind.CURSOR_EXPIRED);
                    }
                });
            }
        }
        assertThat(answers).hasSizeGreaterThan(60);
    }

    private static Cursor changed(Cursor cursor, Random random) {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor.token());
        byte[] place = Arrays.copyOf(bytes, bytes.length - Integer.BYTES);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            place[random.nextInt(place.length)] = (byte) random.nextInt();
        }
        return sealed(random.nextInt(5) > 0 ? place : Arrays.copyOf(place, random.nextInt(2 * place.length)));
    }

    private static Cursor sealed(byte[] place) {
        CRC32 sum = new CRC32();
        sum.update(place);
        return encoded(ByteBuffer.allocate(place.length + Integer.BYTES)
                .put(place)
                .putInt((int) sum.getValue())
                .array());
    }

    private static Cursor encoded(byte[] bytes) {
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static void assertRefused(Cursor cursor) {
        assertThatExceptionOfType(EpitomeException.class)
                .as("%s", cursor)
                .isThrownBy(() -> PagePosition.of(cursor))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_CURSOR));
    }
}
