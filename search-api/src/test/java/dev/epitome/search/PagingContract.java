package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.search.SearchResult.Relation;
import dev.epitome.search.SearchResult.Total;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The orders of hits, their pages and their count. */
abstract class PagingContract extends EngineFixture {

    PagingContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @Test
    void newestAndOldestSortByDateAndPutUndatedArticlesLast() {
        someDates();
        search("cache").sorted(SortOrder.NEWEST).ranks("day", "month", "year", "ancient", "bare1", "bare2");
        search("cache").sorted(SortOrder.OLDEST).ranks("ancient", "year", "month", "day", "bare1", "bare2");
    }

    @Test
    void rankSortsByPlaceInTheRoundupAndPutsUnrankedArticlesLast() {
        someDates();
        search("cache").sorted(SortOrder.RANK).ranks("month", "bare2", "day", "year", "ancient", "bare1");
    }

    @Test
    void articlesOfTheSamePlaceAreSortedByDateThenById() {
        articles(
                article("b").titled("cache").ranked(1).published("2024"),
                article("c").titled("cache").ranked(1).published("2025"),
                article("a").titled("cache").ranked(1).published("2024"));
        search("cache").sorted(SortOrder.RANK).ranks("c", "a", "b");
        search("cache").sorted(SortOrder.NEWEST).ranks("c", "a", "b");
        search("cache").sorted(SortOrder.OLDEST).ranks("a", "b", "c");
    }

    private void someDates() {
        articles(
                article("year").titled("cache").published("2024"),
                article("bare2").titled("cache").ranked(2),
                article("ancient").titled("cache").published("1969-12-31"),
                article("day").titled("cache").published("2025-11-03").ranked(100),
                article("bare1").titled("cache"),
                article("month").titled("cache").published("2025-11").ranked(1));
    }

    @Test
    void sortingKeepsScores() {
        articles(
                article("a1").titled("cache").published("2024"),
                article("a2").saying("a cache").published("2025"));
        List<Hit> byDate = search("cache").sorted(SortOrder.NEWEST).result().hits();
        List<Hit> byScore = search("cache").result().hits();
        assertThat(byDate).containsExactlyElementsOf(byScore.reversed());
        assertThat(byDate).allMatch(hit -> hit.score() > 0);
    }

    @ParameterizedTest
    @EnumSource
    void pagesNeitherRepeatNorSkip(SortOrder order) {
        engineOver(numbered(57));
        List<String> whole = search("cache").sorted(order).page(0, 100).ids();
        List<String> paged = new ArrayList<>();
        for (int offset = 0; offset < 70; offset += 7) {
            paged.addAll(search("cache").sorted(order).page(offset, 7).ids());
        }
        assertThat(whole).hasSize(57).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void aPageBeyondTheLastHitIsEmptyAndKeepsTheTotal() {
        engineOver(numbered(5));
        SearchResult beyond = search("cache")
                .page(SearchRequest.MAX_OFFSET, SearchRequest.MAX_LIMIT)
                .result();
        assertThat(beyond.hits()).isEmpty();
        assertThat(beyond.total()).isEqualTo(new Total(5, Relation.EQ));
        assertThat(search("cache").page(4, 20).result().hits()).hasSize(1);
        assertThat(search("cache").page(5, 20).result().hits()).isEmpty();
    }

    @Test
    void aPageBeyondTheLastHitIsNotRelaxed() {
        articles(article("both").titled("cache disk"), article("neither").titled("memory"));
        assertThat(search("cache disk").page(1, 10).result().relaxed()).isFalse();
        search("cache disk").page(1, 10).findsNothing();
    }

    @Test
    void everyPageOfARelaxedAnswerSaysSo() {
        articles(article("both").titled("cache disk"), article("one").titled("cache"));
        for (int offset = 0; offset < 4; offset++) {
            SearchResult page = search("cache disk").page(offset, 1).result();
            assertThat(page.relaxed()).isTrue();
            assertThat(page.total()).isEqualTo(new Total(2, Relation.EQ));
        }
    }

    @Test
    void inTheOrderOfDatesOnlyArticlesWithAllWordsAreHitsWhereThereAreAny() {
        articles(
                article("both").titled("cache disk").published("2024"),
                article("one").titled("cache").published("2025"));
        search("cache disk").sorted(SortOrder.NEWEST).ranks("both");
        search("cache tape").sorted(SortOrder.NEWEST).ranks("one", "both");
    }

    @ParameterizedTest
    @EnumSource
    void everyOrderWorksWhereNoArticleHasADateOrARank(SortOrder order) {
        articles(article("b").titled("cache"), article("a").titled("cache"));
        search("cache").sorted(order).ranks("a", "b");
    }

    @Test
    void theTotalCountsAllHitsNotOnlyThoseShown() {
        engineOver(numbered(150));
        assertThat(search("cache").page(0, 1).result().total()).isEqualTo(new Total(150, Relation.EQ));
        assertThat(search("").page(0, 1).result().total()).isEqualTo(new Total(150, Relation.EQ));
    }

    @Test
    void theTotalIsExactOrALowerBoundAndSaysWhich() {
        engineOver(numbered(3_000));
        Total total = search("cache number").page(0, 1).result().total();
        switch (total.relation()) {
            case EQ -> assertThat(total.value()).isEqualTo(3_000);
            case GTE -> assertThat(total.value()).isBetween(1_000L, 3_000L);
        }
    }

    private static List<Article> numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> article("n" + i)
                        .titled("number " + i)
                        .saying("cache " + "filler ".repeat(i % 5))
                        .published("20" + (10 + i % 10))
                        .ranked(1 + i % 13)
                        .told())
                .toList();
    }
}
