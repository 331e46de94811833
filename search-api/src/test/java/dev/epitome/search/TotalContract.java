package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.search.SearchResult.Relation;
import dev.epitome.search.SearchResult.Total;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many hits there are: one number for one search. */
abstract class TotalContract extends EngineFixture {

    private static final int ARTICLES = 1_800;

    TotalContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    /** A word of all, one of two thirds, one of each remainder by seven; a type each. */
    private void many() {
        engineOver(IntStream.range(0, ARTICLES)
                .mapToObj(i -> article("a" + i)
                        .titled("Number " + i)
                        .saying((i % 3 == 0 ? "quay" : "harbour boats") + " remainder" + i % 7)
                        .ofType(i % 5 == 0 ? "video" : "article")
                        .from("Source " + i % 2)
                        .published("2025-0" + (1 + i % 9))
                        .told())
                .toList());
    }

    @Test
    void theSameSearchHasOneTotalHoweverManyHitsAreShown() {
        many();
        for (String query :
                List.of("harbour", "harbour boats", "number", "harbour OR quay", "quay remainder3", "harb*", "")) {
            for (SortOrder order : SortOrder.values()) {
                for (Set<Facet> facets : List.of(Set.<Facet>of(), EnumSet.allOf(Facet.class))) {
                    Set<Total> totals = new HashSet<>();
                    for (int limit : new int[] {0, 1, 20, 100}) {
                        totals.add(search(query)
                                .sorted(order)
                                .with(request -> request.withLimit(limit).withFacets(facets))
                                .result()
                                .total());
                    }
                    for (int offset : new int[] {990, 1_500}) {
                        totals.add(search(query)
                                .sorted(order)
                                .page(offset, 20)
                                .with(request -> request.withFacets(facets))
                                .result()
                                .total());
                    }
                    assertThat(totals)
                            .as("%s by %s with %s", query, order, facets)
                            .hasSize(1);
                }
            }
        }
    }

    @Test
    void whatFacetsCountIsTheTotal() {
        many();
        for (String query : List.of("harbour", "harbour boats", "harbour OR quay", "")) {
            SearchResult result = search(query)
                    .with(request -> request.withFacets(Set.of(Facet.TYPE)))
                    .result();
            long counted = result.facets().getOrDefault(Facet.TYPE, List.of()).stream()
                    .mapToLong(FacetCount::count)
                    .sum();
            assertThat(result.total()).as(query).isEqualTo(new Total(counted, Relation.EQ));
        }
    }

    @Test
    void aWordAndEverythingAreCountedWithoutFacets() {
        many();
        assertThat(search("harbour").result().total()).isEqualTo(new Total(1_200, Relation.EQ));
        assertThat(search("").result().total()).isEqualTo(new Total(ARTICLES, Relation.EQ));
        assertThat(search("remainder6").result().total()).isEqualTo(new Total(257, Relation.EQ));
    }

    @Test
    void whatNobodyCountedIsTheSameFloor() {
        many();
        Total floor = new Total(SearchResult.COUNTED, Relation.GTE);
        assertThat(search("harbour boats").result().total()).isEqualTo(floor);
        assertThat(search("harbour")
                        .sorted(SortOrder.NEWEST)
                        .where(SearchFilter.NONE.withSources("Source 1"))
                        .result()
                        .total())
                .isEqualTo(new Total(600, Relation.EQ));
        assertThat(search("number")
                        .where(SearchFilter.NONE.withSources("Source 1", "Source 0"))
                        .result()
                        .total())
                .isEqualTo(floor);
    }

    @Test
    void theTotalStaysWhatItWasOnTheNextPages() {
        many();
        SearchRequest first = SearchRequest.of("harbour boats").withLimit(100);
        List<SearchResult> pages = Pages.from(engine(), first).subList(0, 3);
        assertThat(pages)
                .extracting(SearchResult::total)
                .containsOnly(pages.getFirst().total());
    }

    @Test
    void withoutHitsTheCountsAreToldAlone() {
        many();
        SearchResult result = search("harbour")
                .with(request -> request.withLimit(0).withFacets(Set.of(Facet.TYPE)))
                .result();
        assertThat(result.hits()).isEmpty();
        assertThat(result.next()).isEmpty();
        assertThat(result.total()).isEqualTo(new Total(1_200, Relation.EQ));
        assertThat(result.facets().get(Facet.TYPE))
                .containsExactly(new FacetCount("article", 960), new FacetCount("video", 240));
        assertThat(search("nowhere")
                        .with(request -> request.withLimit(0))
                        .result()
                        .total())
                .isEqualTo(new Total(0, Relation.EQ));
    }

    @Test
    void whatIsNotAskedForIsNotShown() {
        articles(article("a1")
                .titled("A harbour")
                .saying("The harbour and its boats.")
                .from("Quay News"));
        Hit bare = search("harbour")
                .with(request -> request.withoutHighlights().withFields(Set.of(ArticleField.URL)))
                .result()
                .hits()
                .getFirst();
        assertThat(bare.article().title()).isEqualTo("A harbour");
        assertThat(bare.article().summary()).isEmpty();
        assertThat(bare.title()).isEmpty();
        assertThat(bare.summary()).isEmpty();
        assertThat(bare.origin()).isEmpty();
        Hit marked = search("harbour")
                .with(request -> request.withFields(Set.of(ArticleField.ORIGIN)))
                .result()
                .hits()
                .getFirst();
        assertThat(marked.summary()).as("marks are asked for on their own").hasSize(1);
        assertThat(marked.origin()).isPresent();
    }
}
