package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What filters let pass. */
abstract class FilterContract extends EngineFixture {

    FilterContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @BeforeEach
    void fourArticles() {
        articles(
                article("day")
                        .titled("Caching")
                        .published("2025-11-03")
                        .from("ByteByteGo")
                        .by("Alex Xu")
                        .tagged("kafka", "java")
                        .ofType("article"),
                article("month")
                        .titled("Caching deeply")
                        .published("2025-10")
                        .from("Café Tech")
                        .by("Ann Lee", "José Díaz")
                        .tagged("go")
                        .ofType("video"),
                article("year")
                        .titled("Deeper caching")
                        .published("2024")
                        .from("Go Blog")
                        .by("Rob")
                        .tagged("Java")
                        .ofType("article"),
                article("bare").titled("Caching"));
    }

    @Test
    void noFilterLetsEverythingPass() {
        search("caching").where(SearchFilter.NONE).finds("day", "month", "year", "bare");
    }

    @Test
    void eachFilterLooksAtItsOwnMember() {
        search("caching").where(sources("ByteByteGo")).finds("day");
        search("caching").where(authors("Ann Lee")).finds("month");
        search("caching").where(tags("go")).finds("month");
        search("caching").where(types("video")).finds("month");
        search("caching").where(sources("kafka")).findsNothing();
    }

    @Test
    void severalValuesOfOneFilterMeanAnyOfThem() {
        search("caching").where(sources("ByteByteGo", "Go Blog")).finds("day", "year");
        search("caching").where(tags("kafka", "go", "unheard")).finds("day", "month");
    }

    @Test
    void differentFiltersMustAllPass() {
        SearchFilter both = new SearchFilter(
                List.of(), List.of(), List.of("java"), List.of("article"), Optional.empty(), date("2024"));
        search("caching").where(both).finds("year");
    }

    @Test
    void aFilterComparesWholeValues() {
        search("caching").where(sources("Byte")).findsNothing();
        search("caching").where(sources("Go")).findsNothing();
        search("caching").where(authors("Alex")).findsNothing();
    }

    @Test
    void caseAccentsAndOuterSpaceDoNotMatter() {
        search("caching").where(sources(" bytebytego ")).finds("day");
        search("caching").where(sources("CAFE TECH")).finds("month");
        search("caching").where(authors("jose diaz")).finds("month");
        search("caching").where(tags("JAVA")).finds("day", "year");
        search("caching").where(types("Vidéo")).finds("month");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2025-11-03, -,          day",
                "2025-11-04, -,          ''",
                "2025-11,    -,          day",
                "2025-10-31, -,          day month",
                "2025-10-01, -,          day month",
                "2025,       -,          day month",
                "2024-12-31, -,          day month year",
                "-,          2025-11-03, day month year",
                "-,          2025-11-02, month year",
                "-,          2025-11,    day month year",
                "-,          2025-10-01, month year",
                "-,          2025-09-30, year",
                "-,          2024-01-01, year",
                "-,          2023,       ''",
                "2025-10-15, 2025-10-16, month",
                "2024-06,    2024-07,    year",
                "2024,       2025,       day month year",
            })
    void anArticleDatedByMonthOrYearMayBeOfAnyDayInIt(String after, String before, String expected) {
        SearchFilter span = new SearchFilter(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.ofNullable(after).flatMap(PublicationDate::parse),
                Optional.ofNullable(before).flatMap(PublicationDate::parse));
        search("caching").where(span).finds(expected.isEmpty() ? new String[0] : expected.split(" ", -1));
    }

    @Test
    void filtersDoNotTouchScores() {
        List<Double> unfiltered = search("caching").where(SearchFilter.NONE).result().hits().stream()
                .filter(hit -> hit.article().id().equals("day"))
                .map(Hit::score)
                .toList();
        List<Double> filtered = search("caching").where(sources("ByteByteGo")).result().hits().stream()
                .map(Hit::score)
                .toList();
        assertThat(filtered).isEqualTo(unfiltered).hasSize(1);
    }

    @Test
    void anEmptyQueryWithAFilterBrowses() {
        search("").where(tags("java")).ranks("day", "year");
    }

    @Test
    void relaxingKeepsTheFilter() {
        search("caching unheard").where(sources("Go Blog")).ranks("year");
        assertThat(search("caching deeply")
                        .where(sources("ByteByteGo"))
                        .result()
                        .relaxed())
                .isTrue();
    }

    private static SearchFilter sources(String... names) {
        return new SearchFilter(List.of(names), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    private static SearchFilter authors(String... names) {
        return new SearchFilter(List.of(), List.of(names), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    private static SearchFilter tags(String... names) {
        return new SearchFilter(List.of(), List.of(), List.of(names), List.of(), Optional.empty(), Optional.empty());
    }

    private static SearchFilter types(String... names) {
        return new SearchFilter(List.of(), List.of(), List.of(), List.of(names), Optional.empty(), Optional.empty());
    }

    private static Optional<PublicationDate> date(String text) {
        return PublicationDate.parse(text);
    }
}
