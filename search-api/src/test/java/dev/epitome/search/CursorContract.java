package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import dev.epitome.search.SearchResult.Relation;
import dev.epitome.search.SearchResult.Total;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Paging by cursors. */
abstract class CursorContract extends EngineFixture {

    private static final LocalDate TODAY = LocalDate.of(2025, 11, 30);
    private static final SearchFilter JAVA =
            new SearchFilter(List.of(), List.of(), List.of("java"), List.of(), Optional.empty(), Optional.empty());
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static final int CORPORA = 4;
    private static final int QUERIES = 8;

    CursorContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @ParameterizedTest
    @EnumSource
    void pagesNeitherRepeatNorSkipAmongManyTies(SortOrder order) {
        engineOver(tied(61));
        for (int limit : new int[] {1, 7, 60, 61, 100}) {
            SearchRequest request = SearchRequest.of("cache").withSort(order).withLimit(SearchRequest.MAX_LIMIT);
            List<SearchResult> pages = Pages.from(engine(), request.withLimit(limit));
            assertThat(Pages.ids(pages)).hasSize(61).isEqualTo(ids(request)).doesNotHaveDuplicates();
            assertThat(pages).hasSize((61 + limit - 1) / limit);
        }
    }

    @Test
    void anyQueryOverAnyCorpusIsPagedLikeItsWholeAnswer() {
        Seeds.runs(CORPORA, random -> {
            engineOver(TechnicalTexts.articles(random, 40));
            for (int i = 0; i < QUERIES; i++) {
                SearchRequest request = request(random);
                SearchResult whole = engine().search(request.withLimit(SearchRequest.MAX_LIMIT));
                List<SearchResult> pages = Pages.from(
                        engine(),
                        request.withLimit(1 + random.nextInt(9)),
                        next -> next.withLimit(1 + random.nextInt(9)));
                assertThat(pages.stream().flatMap(page -> page.hits().stream()).toList())
                        .as("%s", request)
                        .isEqualTo(whole.hits());
                assertThat(pages).allMatch(page -> page.relaxed() == whole.relaxed());
                assertThat(pages).extracting(SearchResult::total).containsOnly(whole.total());
            }
        });
    }

    private static SearchRequest request(Random random) {
        SortOrder[] orders = SortOrder.values();
        SearchRequest request = SearchRequest.of(TechnicalTexts.query(random).text())
                .withToday(TODAY)
                .withSort(random.nextBoolean() ? SortOrder.RELEVANCE : orders[random.nextInt(orders.length)]);
        return random.nextInt(3) == 0 ? request.withFreshness(new Freshness(1 + random.nextInt(400))) : request;
    }

    @Test
    void pagesOfARelaxedAnswerFitTogether() {
        engineOver(IntStream.range(0, 40)
                .mapToObj(i -> article("a" + i)
                        .titled(i % 9 == 0 ? "cache disk" : i % 2 == 0 ? "cache" : "disk disk")
                        .told())
                .toList());
        SearchRequest request = SearchRequest.of("cache disk");
        List<SearchResult> pages = Pages.from(engine(), request.withLimit(3));
        assertThat(Pages.ids(pages)).hasSize(40).isEqualTo(ids(request.withLimit(100)));
        assertThat(pages).allMatch(SearchResult::relaxed);
        assertThat(pages).extracting(SearchResult::total).containsOnly(new Total(40, Relation.EQ));
    }

    @Test
    void filtersHoldOnAllPages() {
        engineOver(tied(50));
        SearchRequest request = SearchRequest.of("cache").withFilter(JAVA);
        List<String> paged = Pages.ids(Pages.from(engine(), request.withLimit(4)));
        assertThat(paged).hasSize(17).isEqualTo(ids(request.withLimit(100)));
    }

    @Test
    void aCursorGoesOnAfterAnOffsetAndEachPageMayHaveAnotherLimit() {
        engineOver(tied(50));
        SearchRequest request = SearchRequest.of("cache").withLimit(5).withOffset(20);
        List<SearchResult> pages = Pages.from(engine(), request, next -> next.withLimit(next.limit() + 4));
        assertThat(pages).extracting(page -> page.hits().size()).containsExactly(5, 9, 13, 3);
        assertThat(Pages.ids(pages))
                .isEqualTo(ids(SearchRequest.of("cache").withLimit(30).withOffset(20)));
    }

    @Test
    void theLastPageHasNoNext() {
        engineOver(tied(20));
        assertThat(next("cache", 0, 19)).isPresent();
        assertThat(next("cache", 0, 20)).isEmpty();
        assertThat(next("cache", 0, 21)).isEmpty();
        assertThat(next("cache", 10, 9)).isPresent();
        assertThat(next("cache", 10, 10)).isEmpty();
        assertThat(next("cache", 500, 10)).isEmpty();
        assertThat(next("unheard", 0, 10)).isEmpty();
        assertThat(next("", 0, 19)).isPresent();
    }

    private Optional<Cursor> next(String query, int offset, int limit) {
        return engine().search(SearchRequest.of(query).withOffset(offset).withLimit(limit))
                .next();
    }

    @Test
    void allPagesHaveTheTotalOfTheFirst() {
        engineOver(tied(2_500));
        SearchRequest request = SearchRequest.of("number cache").withLimit(SearchRequest.MAX_LIMIT);
        List<SearchResult> pages = Pages.from(engine(), request);
        assertThat(Pages.ids(pages)).hasSize(2_500).doesNotHaveDuplicates();
        assertThat(pages)
                .extracting(SearchResult::total)
                .containsOnly(engine().search(request).total());
    }

    @Test
    void daysAreCountedFromTheDayOfTheFirstPage() {
        engineOver(IntStream.range(0, 30)
                .mapToObj(i -> article("a" + i)
                        .titled("cache")
                        .published(TODAY.minusDays(i).toString())
                        .told())
                .toList());
        SearchRequest last = SearchRequest.of("cache published:last-9d").withToday(TODAY);
        SearchRequest fresh =
                SearchRequest.of("cache").withFreshness(new Freshness(3)).withToday(TODAY);
        for (SearchRequest request : List.of(last, fresh)) {
            List<SearchResult> pages =
                    Pages.from(engine(), request.withLimit(4), next -> next.withToday(TODAY.plusDays(20)));
            List<Hit> whole = engine().search(request.withLimit(100)).hits();
            assertThat(pages.stream().flatMap(page -> page.hits().stream()).toList())
                    .isEqualTo(whole);
        }
        assertThat(ids(last)).hasSize(10);
    }

    @Test
    void anotherRequestIsRefused() {
        engineOver(tied(50));
        SearchRequest request = SearchRequest.of("cache").withLimit(5);
        Cursor cursor = engine().search(request).next().orElseThrow();
        SearchFilter source =
                new SearchFilter(List.of("java"), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
        SearchFilter after = new SearchFilter(
                List.of(), List.of(), List.of(), List.of(), PublicationDate.parse("2001"), Optional.empty());
        SearchFilter before = new SearchFilter(
                List.of(), List.of(), List.of(), List.of(), Optional.empty(), PublicationDate.parse("2001"));
        List<UnaryOperator<SearchRequest>> changes = List.of(
                other -> SearchRequest.of("number"),
                other -> SearchRequest.of(""),
                other -> other.withFilter(JAVA),
                other -> other.withFilter(source),
                other -> other.withFilter(after),
                other -> other.withFilter(before),
                other -> other.withSort(SortOrder.NEWEST),
                other -> other.withMatch(MatchMode.ALL),
                other -> other.withFuzzy(FuzzyMode.OFF),
                other -> other.withFreshness(new Freshness(30)));
        Set<Cursor> cursors = new HashSet<>(Set.of(cursor));
        for (UnaryOperator<SearchRequest> change : changes) {
            SearchRequest other = change.apply(request).withLimit(5);
            assertRefused(other.withCursor(cursor), "another search");
            engine().search(other).next().ifPresent(cursors::add);
        }
        assertThat(cursors).hasSizeGreaterThan(7);
        for (Cursor foreign : cursors) {
            if (!foreign.equals(cursor)) {
                assertRefused(request.withCursor(foreign), "another search");
            }
        }
    }

    @Test
    void whatIsShownOfThePageMayDiffer() {
        engineOver(tied(50));
        SearchRequest request = SearchRequest.of("cache").withLimit(5);
        SearchRequest next = Pages.after(request, engine().search(request).next());
        SearchRequest other =
                next.withLimit(9).withToday(TODAY).withExplanations().withFacets(EnumSet.allOf(Facet.class));
        assertThat(ids(other).subList(0, 5)).isEqualTo(ids(next));
    }

    @Test
    void whatIsNoCursorIsRefused() {
        engineOver(tied(50));
        SearchRequest request = SearchRequest.of("cache").withLimit(5);
        String token = engine().search(request).next().orElseThrow().token();
        assertThat(token).matches("[A-Za-z0-9_-]+");
        for (String other : List.of("", "x", "!", "ü", "=", token + "=", token + "A", "A".repeat(1_000_000))) {
            assertRefused(request.withCursor(new Cursor(other)), "none that a search has given");
        }
        for (int end = 0; end < token.length(); end++) {
            assertRefused(request.withCursor(new Cursor(token.substring(0, end))), "none that a search has given");
        }
        Seeds.runs(200, random -> {
            StringBuilder changed = new StringBuilder(token);
            changed.setCharAt(random.nextInt(token.length()), LETTERS.charAt(random.nextInt(LETTERS.length())));
            if (!changed.toString().equals(token)) {
                assertRefused(request.withCursor(new Cursor(changed.toString())), "none that a search has given");
            }
        });
    }

    private void assertRefused(SearchRequest request, String why) {
        assertThatExceptionOfType(EpitomeException.class)
                .isThrownBy(() -> engine().search(request))
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_CURSOR));
        assertThatExceptionOfType(EpitomeException.class)
                .isThrownBy(() -> engine().explain(request, "n1"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_CURSOR));
    }

    private List<String> ids(SearchRequest request) {
        return Pages.ids(List.of(engine().search(request)));
    }

    /** Some differ in nothing but their id, some have neither a date nor a rank. */
    private static List<Article> tied(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    TestArticle article = article("n" + i)
                            .titled("number")
                            .saying("cache " + "filler ".repeat(i % 3))
                            .tagged(i % 3 == 0 ? "java" : "rust");
                    if (i % 4 > 0) {
                        article.published("20" + (10 + i % 3));
                    }
                    return i % 5 == 0
                            ? article.told()
                            : article.ranked(1 + i % 4).told();
                })
                .toList();
    }
}
