package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.query.Interpretation.Fallback;
import dev.epitome.query.QueryExpression.Reading;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers type otherwise than articles write it, or mean otherwise than it stands there. */
abstract class TypingHabitsContract extends EngineFixture {

    TypingHabitsContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @Test
    void whatLacksTheTellingHalfOfANameDoesNotFollowIt() {
        articles(
                article("both").titled("A/B testing at scale").saying("Experiments."),
                article("half").titled("Unit testing").saying("Testing, and more testing."));
        search("A/B testing").ranks("both");
        search("testing").finds("both", "half");
    }

    @ParameterizedTest
    @CsvSource({
        "CVE-2024-3094, xz",
        "cve-2024-3094, xz",
        "3094, xz",
        "CVE-2021, log4j",
        "44228, log4j",
        "POL-358, policy",
        "pol358, policy",
        "358, policy",
    })
    void anIdIsFoundByItsNumberAndWhatStandsBeforeIt(String typed, String id) {
        ids();
        assertThat(search(typed).ids().getFirst()).isEqualTo(id);
        assertThat(search(typed).result().interpreted().fallbacks()).isEmpty();
    }

    @Test
    void anIdThatNoArticleHasFallsBackToItsKind() {
        ids();
        SearchResult result = search("CVE-2024-9999").result();
        assertThat(result.interpreted().fallbacks())
                .singleElement()
                .satisfies(fallback -> assertThat(fallback.reading()).isEqualTo(Reading.PARTS));
        assertThat(search("CVE-2024-9999").ids()).contains("xz").doesNotContain("policy");
    }

    @Test
    void numbersOfAnIdAreFoundTogetherOrNotAtAll() {
        ids();
        search("2024-3094").finds("xz");
        assertThat(search("2024-3094").result().interpreted().fallbacks())
                .containsExactly(new Fallback("2024-3094", "2024 3094", Reading.PARTS));
        assertThat(search("2024-44228").result().interpreted().fallbacks()).isEmpty();
    }

    private void ids() {
        articles(
                article("xz").titled("A backdoor in xz").saying("Known as CVE-2024-3094."),
                article("log4j").titled("Log4Shell").saying("Known as CVE-2021-44228."),
                article("policy").titled("Policies").saying("Rule POL-358 is broken."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"valv*", "valve*", "VALVE*"})
    void aBeginningIsFoundWithinCompoundsAndInTitlesFirst(String typed) {
        articles(
                article("summary").titled("Plumbing").saying("Which valves leak."),
                article("title").titled("Valves").saying("Which of them leak."),
                article("compound").titled("On the SafetyValve").saying("Which of them leak."),
                article("hyphen").titled("On the check-valves").saying("Which of them leak."),
                article("other").titled("Pumps"));
        search(typed).finds("title", "summary", "compound", "hyphen");
        assertThat(search(typed).ids().getFirst()).isEqualTo("title");
    }

    @Test
    void wordsAsTheyWereTypedComeBeforeTheirJumble() {
        articles(
                article("jumble").titled("Art of keeping state").saying("The art, the state."),
                article("typed").titled("On what is state of the art").saying("Then and now."),
                article("one").titled("State machines"));
        assertThat(search("state of the art").ids().getFirst()).isEqualTo("typed");
    }

    @Test
    void quotesWithinAQuestionAreAWish() {
        quotes();
        assertThat(search("how does \"event sourcing\" help a team to scale its services")
                        .ids())
                .contains("quoted", "services");
    }

    @Test
    void quotesInAShortQueryAreADemand() {
        quotes();
        search("\"event sourcing\" services").ranks("quoted");
        search("how does \"event sourcing\" help services").ranks("quoted");
    }

    private void quotes() {
        articles(
                article("quoted").titled("Event sourcing"),
                article("services").titled("How a team scales its services"),
                article("jumble").titled("Sourcing an event"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"R & D", "R&D", "r&d"})
    void lettersJoinedByAnAmpersandAreOneWord(String typed) {
        articles(
                article("rd").titled("R&D budgets"),
                article("r").titled("R is a language"),
                article("d").titled("D"));
        search(typed).ranks("rd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"U.S.", "U.S", "US"})
    void anAbbreviationIsTheSameWithoutItsDots(String typed) {
        articles(
                article("dots").titled("Regions of the U.S. Compared"),
                article("plain").titled("Regions of the US Compared"),
                article("other").titled("Regions of Europe"));
        search(typed).finds("dots", "plain");
    }
}
