package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Counts of hits by what they have in common. */
abstract class FacetContract extends EngineFixture {

    private static final Set<Facet> ALL = EnumSet.allOf(Facet.class);

    FacetContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    private void fiveArticles() {
        articles(
                article("a")
                        .titled("Caching")
                        .from("ByteByteGo")
                        .by("Alex Xu", "Ann")
                        .ofType("article")
                        .tagged("kafka", "java")
                        .published("2025-11-03"),
                article("b")
                        .titled("Caching twice")
                        .from("ByteByteGo")
                        .by("Ann")
                        .ofType("video")
                        .tagged("Java")
                        .published("2025-11"),
                article("c")
                        .titled("Caching deeply")
                        .from("Go Blog")
                        .by("Rob")
                        .ofType("article")
                        .tagged("go")
                        .published("2024"),
                article("d")
                        .titled("Caching in Go")
                        .from("Go Blog")
                        .ofType("article")
                        .tagged("go", "java")
                        .published("2024-02-29"),
                article("e").titled("Queues"));
    }

    @Test
    void onlyWhatIsAskedForIsCounted() {
        fiveArticles();
        assertThat(search("caching").result().facets()).isEmpty();
        assertThat(search("caching")
                        .with(request -> request.withFacets(Set.of(Facet.TAG, Facet.YEAR)))
                        .result()
                        .facets())
                .containsOnlyKeys(Facet.TAG, Facet.YEAR);
    }

    @Test
    void theHitsAreCountedByEachOfTheirValues() {
        fiveArticles();
        counts(search("caching"), Facet.SOURCE, "ByteByteGo 2", "Go Blog 2");
        counts(search("caching"), Facet.AUTHOR, "Ann 2", "Alex Xu 1", "Rob 1");
        counts(search("caching"), Facet.TAG, "java 3", "go 2", "kafka 1");
        counts(search("caching"), Facet.TYPE, "article 3", "video 1");
        counts(search("deeply"), Facet.TAG, "go 1");
        counts(search("queues"), Facet.TAG);
    }

    @Test
    void yearsAndMonthsComeLatestFirstAndOnlyAsFarAsTheyAreKnown() {
        fiveArticles();
        counts(search("caching"), Facet.YEAR, "2025 2", "2024 2");
        counts(search("caching"), Facet.MONTH, "2025-11 2", "2024-02 1");
    }

    @Test
    void allHitsAreCountedWhicheverPageIsShown() {
        fiveArticles();
        counts(search("caching").page(0, 1), Facet.SOURCE, "ByteByteGo 2", "Go Blog 2");
        counts(search("caching").page(3, 1), Facet.SOURCE, "ByteByteGo 2", "Go Blog 2");
        counts(search("caching").page(50, 10), Facet.SOURCE, "ByteByteGo 2", "Go Blog 2");
    }

    @Test
    void theOrderOfTheHitsMakesNoDifference() {
        fiveArticles();
        for (SortOrder order : SortOrder.values()) {
            counts(search("caching").sorted(order), Facet.TYPE, "article 3", "video 1");
            counts(search("").sorted(order), Facet.TYPE, "article 3", "video 1");
        }
    }

    @Test
    void aFiltersOwnFacetStillCountsTheValuesThatTheFilterKeepsOut() {
        fiveArticles();
        Searching one = search("caching").where(filter(List.of("bytebytego"), List.of()));
        counts(one, Facet.SOURCE, "ByteByteGo 2", "Go Blog 2");
        counts(one, Facet.TYPE, "article 1", "video 1");
        Searching two = search("caching").where(filter(List.of("ByteByteGo"), List.of("article")));
        counts(two, Facet.SOURCE, "Go Blog 2", "ByteByteGo 1");
        counts(two, Facet.TYPE, "article 1", "video 1");
        counts(two, Facet.TAG, "java 1", "kafka 1");
    }

    @Test
    void yearsAndMonthsAreCountedOutsideOfTheDatesAskedForToo() {
        fiveArticles();
        Searching late = search("caching")
                .where(new SearchFilter(
                        List.of("ByteByteGo", "Go Blog"),
                        List.of(),
                        List.of("java"),
                        List.of(),
                        PublicationDate.parse("2025"),
                        PublicationDate.parse("2025-12")));
        counts(late, Facet.YEAR, "2025 2", "2024 1");
        counts(late, Facet.MONTH, "2025-11 2", "2024-02 1");
        counts(late, Facet.SOURCE, "ByteByteGo 2");
        counts(late, Facet.TAG, "java 2", "kafka 1");
    }

    @Test
    void theOperatorsOfTheQueryHoldForEveryFacet() {
        fiveArticles();
        counts(search("caching tag:java"), Facet.TAG, "java 3", "go 1", "kafka 1");
        counts(search("caching -source:bytebytego"), Facet.SOURCE, "Go Blog 2");
        counts(search("caching published:2024"), Facet.YEAR, "2024 2");
    }

    @Test
    void aRelaxedSearchCountsWhatItFoundInTheEnd() {
        fiveArticles();
        Searching relaxed = search("caching deeply");
        assertThat(relaxed.result().relaxed()).isTrue();
        counts(relaxed, Facet.SOURCE, "ByteByteGo 2", "Go Blog 2");
        counts(relaxed.matching(MatchMode.ALL), Facet.SOURCE, "Go Blog 1");
        counts(search("caching unheard"), Facet.SOURCE, "ByteByteGo 2", "Go Blog 2");
    }

    @Test
    void aSearchForEverythingCountsEverything() {
        fiveArticles();
        SearchResult all =
                search("").with(request -> request.withFacets(ALL).withLimit(1)).result();
        assertThat(all.hits()).hasSize(1);
        assertThat(all.facets())
                .isEqualTo(Map.of(
                        Facet.SOURCE, List.of(new FacetCount("ByteByteGo", 2), new FacetCount("Go Blog", 2)),
                        Facet.AUTHOR,
                                List.of(
                                        new FacetCount("Ann", 2),
                                        new FacetCount("Alex Xu", 1),
                                        new FacetCount("Rob", 1)),
                        Facet.TAG,
                                List.of(new FacetCount("java", 3), new FacetCount("go", 2), new FacetCount("kafka", 1)),
                        Facet.TYPE, List.of(new FacetCount("article", 3), new FacetCount("video", 1)),
                        Facet.YEAR, List.of(new FacetCount("2025", 2), new FacetCount("2024", 2)),
                        Facet.MONTH, List.of(new FacetCount("2025-11", 2), new FacetCount("2024-02", 1))));
        counts(
                search("").with(request -> request.withFreshness(new Freshness(30))),
                Facet.TYPE,
                "article 3",
                "video 1");
    }

    @Test
    void whereNothingIsFoundOrNothingHasAValueThereIsNothingToCount() {
        fiveArticles();
        for (Facet facet : Facet.values()) {
            counts(search("unheard"), facet);
        }
        articles(article("bare"));
        for (Facet facet : Facet.values()) {
            counts(search(""), facet);
        }
    }

    @Test
    void aValueIsWrittenAsMostArticlesWriteItAndAnArticleCountsOnce() {
        articles(
                article("a").titled("One").tagged("Kafka", "kafka", "KAFKA"),
                article("b").titled("One").tagged("Kafka"),
                article("c").titled("Two").tagged("kafka").from("Cafe"),
                article("d").titled("Two").tagged("kafka").from("Café"),
                article("e").titled("Two").from("CAFÉ"),
                article("f").titled("Three").tagged("kafka streams"));
        counts(search(""), Facet.TAG, "kafka 4", "kafka streams 1");
        counts(search("one"), Facet.TAG, "kafka 2");
        counts(search(""), Facet.SOURCE, "CAFÉ 3");
    }

    @Test
    void theMostFrequentComeFirstAndThoseAlikeByTheAlphabet() {
        articles(
                article("a").tagged("zebra", "Apple", "berry", "Élan"),
                article("b").tagged("zebra", "apricot", "Ahorn"));
        counts(search(""), Facet.TAG, "zebra 2", "Ahorn 1", "Apple 1", "apricot 1", "berry 1", "Élan 1");
    }

    @Test
    void noMoreThanFiftyValuesAreTold() {
        TestArticle[] many = IntStream.range(0, 60)
                .mapToObj(i -> article("a" + i)
                        .tagged(i < 5 ? new String[] {"t" + (10 + i), "common"} : new String[] {"t" + (10 + i)}))
                .toArray(TestArticle[]::new);
        articles(many);
        Map<Facet, List<FacetCount>> facets =
                search("").with(request -> request.withFacets(ALL)).result().facets();
        assertThat(facets.get(Facet.TAG))
                .hasSize(SearchResult.MAX_FACET_VALUES)
                .startsWith(new FacetCount("common", 5), new FacetCount("t10", 1))
                .endsWith(new FacetCount("t58", 1));
    }

    @Test
    void fiftyYearsOfMonthsAreToldTheLatestFirst() {
        engineOver(IntStream.range(0, 650)
                .mapToObj(i -> article("a" + i)
                        .published("%d-%02d".formatted(1970 + i / 12, 1 + i % 12))
                        .told())
                .toList());
        Map<Facet, List<FacetCount>> facets =
                search("").with(request -> request.withFacets(ALL)).result().facets();
        assertThat(facets.get(Facet.YEAR))
                .hasSize(55)
                .startsWith(new FacetCount("2024", 2))
                .endsWith(new FacetCount("1970", 12));
        assertThat(facets.get(Facet.MONTH))
                .hasSize(SearchResult.MAX_FACET_DATES)
                .startsWith(new FacetCount("2024-02", 1))
                .endsWith(new FacetCount("1974-03", 1));
    }

    @Test
    void randomFiltersOverRandomArticlesCountAsOneWouldByHand() {
        Seeds.runs(3, random -> {
            RandomArticles some = new RandomArticles(random);
            List<Article> articles = some.articles(80);
            engineOver(articles);
            for (int i = 0; i < 25; i++) {
                List<String> words = some.words();
                SearchFilter filter = some.filter();
                SearchResult result = search(String.join(" ", words))
                        .where(filter)
                        .matching(random.nextBoolean() ? MatchMode.ALL : MatchMode.RELAXED)
                        .with(request -> request.withFacets(ALL).withLimit(1 + random.nextInt(5)))
                        .result();
                FacetsByHand byHand = new FacetsByHand(articles, words, result.relaxed(), filter);
                for (Facet facet : Facet.values()) {
                    assertThat(result.facets().get(facet))
                            .as("%s of %s where %s", facet, words, filter)
                            .isEqualTo(byHand.count(facet));
                }
            }
        });
    }

    private static SearchFilter filter(List<String> sources, List<String> types) {
        return new SearchFilter(sources, List.of(), List.of(), types, Optional.empty(), Optional.empty());
    }

    private static void counts(Searching search, Facet facet, String... expected) {
        SearchResult result =
                search.with(request -> request.withFacets(EnumSet.of(facet))).result();
        assertThat(Stream.ofNullable(result.facets().get(facet)).flatMap(List::stream))
                .extracting(count -> count.value() + " " + count.count())
                .as("%s of %s", facet, result.query().text())
                .containsExactly(expected);
    }
}
