package dev.epitome.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.article.PublicationDate;
import dev.epitome.search.ArticleField;
import dev.epitome.search.MatchMode;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SortOrder;
import dev.epitome.wire.ParameterException.Code;
import dev.epitome.wire.SearchCall.HighlightStyle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GivenParametersTest {

    @Test
    void nothingGivenMeansTheDefaults() {
        SearchCall call = GivenParameters.of(Map.of(), Resource.SEARCH).search();
        assertThat(call.request()).isEqualTo(SearchRequest.of(""));
        assertThat(call.request().shown().fields()).doesNotContain(ArticleField.ORIGIN);
        assertThat(call.highlight()).isEqualTo(HighlightStyle.HTML);
    }

    @Test
    void whoWantsNoHighlightsAsksForNone() {
        assertThat(highlighted("none").request()).isEqualTo(SearchRequest.of("").withoutHighlights());
        assertThat(highlighted("offsets").request()).isEqualTo(SearchRequest.of(""));
    }

    @Test
    void eachParameterIsUnderstood() {
        SearchCall call = GivenParameters.of(
                        Map.ofEntries(
                                Map.entry("q", List.of("virtual threads")),
                                Map.entry("limit", List.of("7")),
                                Map.entry("offset", List.of("14")),
                                Map.entry("sort", List.of("-published")),
                                Map.entry("source", List.of("A", "B")),
                                Map.entry("author", List.of("C")),
                                Map.entry("tag", List.of("d", "e")),
                                Map.entry("type", List.of("video")),
                                Map.entry("publishedAfter", List.of("2024")),
                                Map.entry("publishedBefore", List.of("2025-11-03")),
                                Map.entry("match", List.of("all")),
                                Map.entry("fields", List.of("title, url,origin")),
                                Map.entry("highlight", List.of("offsets"))),
                        Resource.SEARCH)
                .search();
        SearchFilter filter = new SearchFilter(
                List.of("A", "B"),
                List.of("C"),
                List.of("d", "e"),
                List.of("video"),
                PublicationDate.parse("2024"),
                PublicationDate.parse("2025-11-03"));
        assertThat(call.request())
                .isEqualTo(SearchRequest.of("virtual threads")
                        .withLimit(7)
                        .withOffset(14)
                        .withSort(SortOrder.NEWEST)
                        .withMatch(MatchMode.ALL)
                        .withFilter(filter)
                        .withFields(Set.of(ArticleField.TITLE, ArticleField.URL, ArticleField.ORIGIN)));
        assertThat(call.highlight()).isEqualTo(HighlightStyle.OFFSETS);
    }

    @ParameterizedTest
    @CsvSource({"relevance,RELEVANCE", "-published,NEWEST", "published,OLDEST", "rank,RANK"})
    void eachOrderHasItsName(String name, SortOrder order) {
        assertThat(parse("sort", name).request().sort()).isEqualTo(order);
    }

    @ParameterizedTest
    @EnumSource
    void eachFieldHasItsName(ArticleField field) {
        assertThat(parse("fields", field.key()).request().shown().fields()).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 1",
        "limit, 100",
        "offset, 0",
        "offset, 10000",
        "match, relaxed",
        "match, all",
        "highlight, none",
        "publishedAfter, 2025-11",
        "publishedBefore, 0001",
        "q, ''",
        "limit, 007"
    })
    void theBoundsThemselvesAreAllowed(String key, String value) {
        assertThat(parse(key, value)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 101, give a whole number from 0 to 100",
        "limit, -1, give a whole number from 0 to 100",
        "limit, 1.5, give a whole number from 0 to 100",
        "limit, '', give a whole number from 0 to 100",
        "limit, 99999999999999999999, give a whole number from 0 to 100",
        "limit, ٣, give a whole number from 0 to 100",
        "limit, ' 5', give a whole number from 0 to 100",
        "offset, -1, give a whole number from 0 to 10000",
        "offset, 10001, give a whole number from 0 to 10000",
        "sort, newest, 'give one of relevance, -published, published, rank'",
        "sort, Rank, 'give one of relevance, -published, published, rank'",
        "sort, '', 'give one of relevance, -published, published, rank'",
        "match, any, 'give one of relaxed, all'",
        "highlight, xml, 'give one of html, offsets, none'",
        "fields, 'title,nonsense', 'give one of title, summary, url'",
        "fields, '', 'give one of title, summary, url'",
        "fields, 'title,', 'give one of title, summary, url'",
        "publishedAfter, yesterday, '2025-11-03, 2025-11 or 2025'",
        "publishedAfter, 2025-13, '2025-11-03, 2025-11 or 2025'",
        "publishedBefore, 2025-02-30, '2025-11-03, 2025-11 or 2025'",
        "publishedBefore, '', '2025-11-03, 2025-11 or 2025'",
        "publishedAfter, 2025-11-03T25:99, '2025-11-03, 2025-11 or 2025'",
        "publishedAfter, 2025-01-01T00:00:00Z, '2025-11-03, 2025-11 or 2025'",
        "publishedAfter, ' 2025', '2025-11-03, 2025-11 or 2025'",
        "publishedBefore, -2025, '2025-11-03, 2025-11 or 2025'",
        "publishedBefore, ٢٠٢٥, '2025-11-03, 2025-11 or 2025'",
        "source, '', give a value",
        "author, ' ', give a value",
        "tag, '', give a value",
        "type, '', give a value",
    })
    void whatCannotBeIsRefusedWithWhatWouldBeRight(String key, String value, String remedy) {
        ParameterException refusal = refusal(Map.of(key, List.of(value)));
        assertThat(refusal)
                .returns(Code.INVALID_PARAMETER, ParameterException::code)
                .returns(key, ParameterException::parameter)
                .hasMessageStartingWith(key)
                .hasMessageContaining(remedy);
    }

    @ParameterizedTest
    @CsvSource({
        "Q, q",
        "quer, q",
        "query, q",
        "lim, limit",
        "before, ''",
        "limt, limit",
        "Limit, limit",
        "offest, offset",
        "srot, sort",
        "sources, source",
        "publishedafter, publishedAfter",
        "published_before, publishedBefore",
        "highligth, highlight",
        "field, fields",
        "quantity, ''",
        "xyzzy, ''"
    })
    void anUnknownParameterIsRefusedWithTheNearestKnownOne(String key, String nearest) {
        ParameterException refusal = refusal(Map.of(key, List.of("1")));
        assertThat(refusal)
                .returns(Code.UNKNOWN_PARAMETER, ParameterException::code)
                .returns(key, ParameterException::parameter)
                .hasMessageContaining("no parameter " + key)
                .hasMessageContaining(nearest.isEmpty() ? "known are q, limit" : "did you mean " + nearest + "?");
    }

    @Test
    void whatIsEmptyIsSaidToBe() {
        assertThat(refusal(Map.of("source", List.of("")))).hasMessage("source is empty: give a value, or leave it out");
        assertThat(refusal(Map.of("limit", List.of("")))).hasMessageStartingWith("limit is empty: give a whole");
        assertThat(refusal(Map.of("fields", List.of("title,"))))
                .hasMessageStartingWith("fields is \"title,\": give one");
        assertThat(refusal(Map.of("", List.of("x")))).hasMessageStartingWith("a parameter has no name: known are q,");
    }

    @ParameterizedTest
    @CsvSource({"2026, 2025", "2025-11, 2025-10-31", "2025-11-04, 2025-11-03", "2026, 2025-12"})
    void aSpanThatEndsBeforeItBeginsIsRefused(String after, String before) {
        assertThat(refusal(Map.of("publishedAfter", List.of(after), "publishedBefore", List.of(before))))
                .returns(Code.INVALID_PARAMETER, ParameterException::code)
                .returns("publishedBefore", ParameterException::parameter)
                .hasMessageContaining("\"" + before + "\"")
                .hasMessageContaining("before " + after);
    }

    @ParameterizedTest
    @CsvSource({"2025, 2025", "2025, 2025-01-01", "2025-12-31, 2025", "2025-11, 2025-11-01"})
    void aSpanOfOneDayIsAllowed(String after, String before) {
        SearchCall call = GivenParameters.of(
                        Map.of("publishedAfter", List.of(after), "publishedBefore", List.of(before)), Resource.SEARCH)
                .search();
        assertThat(call.request().filter().publishedBefore()).isEqualTo(PublicationDate.parse(before));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q",
                "limit",
                "offset",
                "sort",
                "publishedAfter",
                "publishedBefore",
                "match",
                "fields",
                "highlight"
            })
    void whatMeansOneThingIsGivenOnce(String key) {
        assertThat(refusal(Map.of(key, List.of("1", "1"))))
                .returns(Code.REPEATED_PARAMETER, ParameterException::code)
                .returns(key, ParameterException::parameter)
                .hasMessageContaining("2 times");
    }

    @Test
    void messagesStayShortWhateverIsGiven() {
        String huge = "x".repeat(10_000);
        for (Map<String, List<String>> given :
                List.of(Map.of("limit", List.of(huge)), Map.of(huge, List.of("1")), Map.of("fields", List.of(huge)))) {
            assertThat(refusal(given).getMessage()).hasSizeLessThan(400);
        }
    }

    private static SearchCall parse(String key, String value) {
        return GivenParameters.of(Map.of(key, List.of(value)), Resource.SEARCH).search();
    }

    private static ParameterException refusal(Map<String, List<String>> given) {
        return catchThrowableOfType(
                ParameterException.class,
                () -> GivenParameters.of(given, Resource.SEARCH).search());
    }

    private static SearchCall highlighted(String style) {
        return GivenParameters.of(Map.of("highlight", List.of(style)), Resource.SEARCH)
                .search();
    }
}
