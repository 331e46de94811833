package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import dev.epitome.search.TestArticle;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked beside the hits, as text for people. */
final class SearchTextTest {

    private static final String LONG = "Rockets <go> up. " + "Nothing is said here of them. ".repeat(12);

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));

    @BeforeEach
    void twoArticles() {
        epitome = new Cli(home)
                .holding(articles(
                        article("a1")
                                .titled("Rockets & more")
                                .saying(LONG + "At last rockets again.")
                                .at("https://example.org/a1")
                                .from("Space \u001b[31mWeekly")
                                .by("Ann Lee", "漢字")
                                .ofType("video")
                                .tagged("space", "fuel \u202e")
                                .published("2025-11")
                                .ranked(3),
                        article("a2").titled("Older rockets").published("2024").tagged("space")));
    }

    @Test
    void facetsComeAfterTheHitsInTheOrderOfAllAnswers() {
        Outcome outcome = epitome.run("search", "rockets", "--fields", "title", "--facets", "year,author,tag");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("""
                        1. Older rockets
                        2. Rockets & more

                        Authors
                          Ann Lee       1 ████████████████████████
                          漢字          1 ████████████████████████

                        Tags
                          space       2 ████████████████████████
                          fuel        1 ████████████

                        Years, latest first
                          2025       1 ████████████████████████
                          2024       1 ████████████████████████
                        """);
    }

    @Test
    void aFacetWithoutValuesSaysSo() {
        assertThat(epitome.run("search", "older", "--facets", "author").out()).endsWith("\nAuthors\n  none\n");
        Outcome nothing = epitome.run("search", "erlang", "--facets", "tag");
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.out()).isEqualTo("Tags\n  none\n");
    }

    @Test
    void ofManyValuesTheFirstAreToldAndHowManyMoreThereAre() {
        epitome.holding(articles(tagged(60)));
        String out = epitome.run("search", "rockets", "--facets", "tag,month").out();
        assertThat(out).contains("and at least 38 more: --json names 50\n", "and 48 more: --json names 60\n");
        assertThat(out.lines().filter(line -> line.contains("█"))).hasSize(24);
    }

    private static TestArticle[] tagged(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> article("n" + i)
                        .titled("Rockets")
                        .tagged("t" + i)
                        .published("%d-%02d".formatted(2020 + i / 12, i % 12 + 1)))
                .toArray(TestArticle[]::new);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 60, 120})
    void onATerminalNoLineIsLongerThanIt(int columns) {
        String name = "漢字 and many words ".repeat(4).strip();
        epitome.holding(articles(
                        article("a1").titled("Rockets").saying(LONG).from(name).tagged(name, "b")))
                .onTerminalOf(columns);
        String out = epitome.run(
                        "search", "rockets", "--explain", "--facets", "source,tag", "--fields", "summary,tags,origin")
                .out();
        List<String> lines = out.lines()
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
                .toList();
        assertThat(lines).hasSizeGreaterThan(12).anyMatch(line -> line.endsWith("█"));
        assertThat(lines)
                .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(columns));
        assertThat(epitome.run("search", "rockets", "--facets", "source").out())
                .as("the line of its own is for what fits")
                .contains("…");
    }

    @Test
    void throughAPipeNoValueIsCut() {
        String name = "A publication of so many words that no terminal would show it in one line";
        epitome.holding(articles(article("a1").titled("Rockets").from(name)));
        assertThat(epitome.run("search", "rockets", "--fields", "title", "--facets", "source")
                        .out())
                .contains("\n  " + name + "       1 █");
    }

    @Test
    void underEachHitItIsSaidWhyItIsWhereItIs() {
        String out = epitome.run("search", "rockets", "--explain", "--fields", "title")
                .out();
        List<String> lines = out.lines().toList();
        assertThat(lines.get(0)).isEqualTo("1. Older rockets");
        assertThat(lines.get(1)).startsWith("     It is number 1 with a score of ");
        assertThat(lines.get(2)).startsWith("     “rockets” ").contains(": +");
        assertThat(out).contains("\n2. Rockets & more\n     It is number 2 with a score of ");
        assertThat(epitome.onTerminalOf(60)
                        .run("search", "rockets", "--explain", "--no-color")
                        .out())
                .contains("\n       ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | ''",
                "source | Space [31mWeekly",
                "authors,type | by Ann Lee, 漢字 · video",
                "published,rank | 2025-11 · rank 3",
                "url | https://example.org/a1",
                "tags | tags: space, fuel",
            })
    void onlyTheFieldsAskedForAreShown(String fields, String expected) {
        String out = epitome.run("search", "rockets", "--type", "video", "--fields", fields)
                .out();
        assertThat(out.lines().map(String::strip))
                .containsExactlyElementsOf(
                        expected.isEmpty() ? List.of("1. Rockets & more") : List.of("1. Rockets & more", expected));
    }

    @Test
    void theSummaryIsShownWholeWhereItIsAskedForByName() {
        assertThat(epitome.run("search", "fuel", "--fields", "summary").out())
                .contains(LONG + "At last rockets again.\n");
        assertThat(epitome.onTerminalOf(120)
                        .run("search", "rockets", "go", "--fields", "summary")
                        .out())
                .contains("\u001b[1;33mRockets\u001b[0m <\u001b[1;33mgo\u001b[0m> up.");
    }

    @Test
    void theOriginTellsWhereTheRecordIs() {
        assertThat(epitome.run("search", "older", "--fields", "origin").out())
                .matches("1\\. Older rockets\n   from articles\\.jsonl, line 2, read \\d{4}-.*Z\n");
        String feed = "<rss version='2.0'><channel><title>The feed</title><item><title>Rockets</title>"
                + "<link>https://example.org/r</link><description>Up.</description></item></channel></rss>";
        assertThat(epitome.run(
                                "reindex",
                                "--allow-shrink",
                                epitome.file("feed.xml", feed).toString())
                        .exitCode())
                .isZero();
        assertThat(epitome.run("search", "rockets", "--fields", "origin").out())
                .contains("   from feed.xml, entry 1, of “The feed”, read ");
    }

    @Test
    void marksAreShownAsAskedFor() {
        epitome.holding(articles(article("a1").titled("Rockets & <more>").saying("On rockets.")));
        epitome.onTerminal().with("COLUMNS", "80");
        String[] search = {"search", "rockets", "--fields", "summary"};
        assertThat(epitome.run(search).out()).contains("\u001b[1;33mRockets", "\u001b[1;33mrockets");
        assertThat(withHighlight("none", search)).isEqualTo("1. Rockets & <more>\n   On rockets.\n");
        assertThat(withHighlight("html", search))
                .isEqualTo("1. <mark>Rockets</mark> &amp; &lt;more&gt;\n   On <mark>rockets</mark>.\n");
        assertThat(withHighlight("offsets", search))
                .isEqualTo("1. Rockets & <more>\n   On rockets.\n   marks: title 0-7 · summary 3-10\n");
    }

    private String withHighlight(String style, String... search) {
        String[] all = Stream.concat(Stream.of(search), Stream.of("--highlight", style))
                .toArray(String[]::new);
        return epitome.run(all).out().replaceAll("\u001b\\[(1|2|0)m", "");
    }

    @Test
    void withoutMarksTheSummaryIsShownFromItsBeginning() {
        epitome.holding(articles(article("a1").titled("Far").saying("It begins. " + "x ".repeat(200) + "rockets.")));
        assertThat(epitome.run("search", "rockets").out()).contains("   … ").contains("rockets.");
        assertThat(epitome.run("search", "rockets", "--highlight", "none").out())
                .contains("   It begins. x")
                .doesNotContain("rockets");
    }

    @Test
    void hitsWithOnlySomeOfTheWordsStandBelowALineAndSayWhatTheyLack() {
        Outcome outcome = epitome.run("search", "older", "rockets", "--fields", "published");
        assertThat(outcome.out()).isEqualTo("""
                        1. Older rockets
                           2024
                        Articles with only some of the words:
                        2. Rockets & more
                           2025-11
                           without: older
                        """);
        assertThat(outcome.err())
                .startsWith("1 article has all of these words: after those come articles with some.\n");
    }

    @ParameterizedTest
    @CsvSource({"older rockets, 1", "older comet rockets, 0", "older comet rockets, 1"})
    void theLineStandsOnEveryPageThatHasSuchHits(String query, String offset) {
        String out = epitome.run("search", query, "--offset", offset, "--fields", "title")
                .out();
        assertThat(out).startsWith("Articles with only some of the words:\n").containsOnlyOnce("Articles with only");
        assertThat(epitome.run("search", "rockets").out()).doesNotContain("These", "without");
    }

    @Test
    void withALimitOfNoneThereAreOnlyNumbers() {
        Outcome counted = epitome.run("search", "rockets", "-n", "0", "--facets", "tag");
        assertThat(counted.exitCode()).isZero();
        assertThat(counted.out()).startsWith("2 articles\n\nTags\n  space ").doesNotContain("1. ");
        assertThat(counted.err()).matches("Counted in \\d+ ms\\.\n");
        Outcome none = epitome.run("search", "erlang", "-n", "0");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.out()).isEqualTo("0 articles\n");
        assertThat(none.err()).startsWith("No article found in ");
    }
}
