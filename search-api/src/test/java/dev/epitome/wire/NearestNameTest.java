package dev.epitome.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestNameTest {

    private static final List<String> KNOWN = List.of("source", "sort", "tag", "publishedAfter");

    @Test
    void theFewestEditsWin() {
        assertThat(NearestName.of("sourt", KNOWN)).contains("sort");
        assertThat(NearestName.of("sourc", KNOWN)).contains("source");
        assertThat(NearestName.of("tagss", List.of("tag", "tags"))).contains("tags");
    }

    @Test
    void caseIsNoEdit() {
        assertThat(NearestName.of("PUBLISHEDAFTER", KNOWN)).contains("publishedAfter");
    }

    @Test
    void swappedLettersAreOneEdit() {
        assertThat(NearestName.of("srot", KNOWN)).contains("sort");
        assertThat(NearestName.of("tga", KNOWN)).contains("tag");
    }

    @Test
    void whatIsFarFromEverythingHasNoProposal() {
        assertThat(NearestName.of("xyz", KNOWN)).isEmpty();
        assertThat(NearestName.of("", KNOWN)).isEmpty();
        assertThat(NearestName.of("tag", List.of())).isEmpty();
    }

    @Test
    void aNameThatIsBegunOrGoesOnIsProposed() {
        assertThat(NearestName.of("lim", List.of("offset", "limit"))).contains("limit");
        assertThat(NearestName.of("Published", KNOWN)).contains("publishedAfter");
        assertThat(NearestName.of("sources-of", List.of("so", "source"))).contains("source");
    }

    @Test
    void aNameOfOneLetterBeginsNothing() {
        assertThat(NearestName.of("quantity", List.of("limit", "q"))).isEmpty();
        assertThat(NearestName.of("Q", List.of("limit", "q"))).contains("q");
    }

    @Test
    void whatIsBegunWithFewerThanThreeLettersIsNot() {
        assertThat(NearestName.of("pu", KNOWN)).isEmpty();
        assertThat(NearestName.of("--p", List.of("--published-after"))).isEmpty();
        assertThat(NearestName.of("--pub", List.of("--published-after"))).contains("--published-after");
        assertThat(NearestName.of("--xyz", List.of("-", "--"))).isEmpty();
    }

    @Test
    void longerNamesForgiveMore() {
        assertThat(NearestName.of("publishAftr", KNOWN)).contains("publishedAfter");
        assertThat(NearestName.of("gat", KNOWN)).isEmpty();
    }
}
