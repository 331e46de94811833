package dev.epitome.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.PublicationDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class SearchRequestTest {

    private final SearchRequest request = SearchRequest.of("EKS");

    @Test
    void aRequestAsksForTheBestTwentyUnlessToldOtherwise() {
        assertThat(request.limit()).isEqualTo(20);
        assertThat(request.offset()).isZero();
        assertThat(request.sort()).isEqualTo(SortOrder.RELEVANCE);
        assertThat(request.match()).isEqualTo(MatchMode.RELAXED);
        assertThat(request.fuzzy()).isEqualTo(FuzzyMode.AUTO);
        assertThat(request.freshness()).isEmpty();
        assertThat(request.filter()).isEqualTo(SearchFilter.NONE);
        assertThat(request.query().text()).isEqualTo("EKS");
    }

    @Test
    void eachChangeLeavesTheRestAsItWas() {
        SearchRequest changed = request.withLimit(1)
                .withOffset(2)
                .withSort(SortOrder.RANK)
                .withMatch(MatchMode.ALL)
                .withFilter(SearchFilter.NONE)
                .withFuzzy(FuzzyMode.OFF)
                .withFreshness(new Freshness(30))
                .withToday(LocalDate.of(2026, 1, 2))
                .withFacets(Set.of(Facet.TAG))
                .withFields(Set.of(ArticleField.URL))
                .withoutHighlights()
                .withExplanations();
        assertThat(changed)
                .isEqualTo(new SearchRequest(
                        request.query(),
                        SearchFilter.NONE,
                        SortOrder.RANK,
                        MatchMode.ALL,
                        FuzzyMode.OFF,
                        Optional.of(new Freshness(30)),
                        LocalDate.of(2026, 1, 2),
                        2,
                        1,
                        Optional.empty(),
                        Set.of(Facet.TAG),
                        new Shown(Set.of(ArticleField.URL), false, true)));
        assertThat(request).isEqualTo(SearchRequest.of("EKS"));
    }

    @Test
    void aSpanOfDatesThatEndsBeforeItBeginsIsRefused() {
        EpitomeException refusal =
                catchThrowableOfType(EpitomeException.class, () -> published("2025-11-04", "2025-11-03"));
        assertThat(refusal.kind()).isEqualTo(Kind.INVALID_REQUEST);
        assertThat(refusal).hasMessageContainingAll("publishedBefore is 2025-11-03", "2025-11-04", "swap");
        assertThat(published("2025-11-30", "2025-11")).isEqualTo(published("2025-11-30", "2025-11"));
    }

    private static SearchFilter published(String after, String before) {
        return new SearchFilter(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                PublicationDate.parse(after),
                PublicationDate.parse(before));
    }

    @Test
    void theBoundsThemselvesAreAllowed() {
        assertThat(request.withLimit(0)
                        .withLimit(100)
                        .withOffset(0)
                        .withOffset(10_000)
                        .limit())
                .isEqualTo(100);
    }

    @Test
    void beyondTheBoundsARequestIsRefusedWithWhatWouldBeRight() {
        refused(() -> request.withLimit(-1), "limit is -1: give 0 to 100");
        refused(() -> request.withLimit(101), "limit is 101: give 0 to 100");
        refused(() -> request.withOffset(-1), "offset is -1: give 0 to 10000");
        refused(() -> request.withOffset(10_001), "offset is 10001: give 0 to 10000");
    }

    @Test
    void freshnessHasBoundsToo() {
        assertThat(new Freshness(1).days()).isEqualTo(1);
        refused(() -> new Freshness(0), "freshness is 0 days: give 1 to 36500");
        refused(() -> new Freshness(36_501), "freshness is 36501 days: give 1 to 36500");
    }

    private static void refused(ThrowingCallable change, String message) {
        assertThat(catchThrowableOfType(EpitomeException.class, change))
                .hasMessage(message)
                .returns(Kind.INVALID_REQUEST, EpitomeException::kind);
    }
}
