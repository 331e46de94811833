package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How hits are laid out for people. */
final class TerminalSearchTest {

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));

    @BeforeEach
    void oneArticle() {
        epitome = new Cli(home).holding(articles(article("a1").titled("Virtual threads")));
    }

    @Test
    void onATerminalHitsAreColoredUnlessThatIsNotWanted() {
        String[] search = {"search", "virtual"};
        assertThat(epitome.run(search).out()).doesNotContain("\u001b");
        epitome.onTerminal();
        assertThat(epitome.run(search).out()).contains("\u001b[1;33mVirtual\u001b[0m");
        assertThat(epitome.run("search", "virtual", "--json").out()).doesNotContain("\u001b");
        assertThat(epitome.run("search", "virtual", "--no-color").out()).doesNotContain("\u001b");
        assertThat(epitome.run("--no-color", "search", "virtual").out()).doesNotContain("\u001b");
        assertThat(epitome.with("NO_COLOR", "").run(search).out()).contains("\u001b");
        assertThat(epitome.with("NO_COLOR", "1").run(search).out()).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 33, 60, 120})
    void onATerminalNoLineIsLongerThanItButTheAddressWhichStaysWhole(int columns) {
        String address = "https://example.org/" + "x".repeat(200);
        epitome.holding(articles(article("a1")
                        .titled("Rockets over 東京タワー and the incomprehensibilities of their telemetry pipelines")
                        .saying("宇宙へ向かうロケットの遠隔測定。Rockets \u202e send e\u0301ve\u0301nements to "
                                + "https://example.org/a/very/long/address/that/fits/into/no/line " + "🚀".repeat(200))
                        .at(address)))
                .onTerminalOf(columns);
        String out = epitome.run("search", "rockets").out();
        assertThat(out).contains("\u001b[1;33mRockets\u001b[0m").doesNotContain("\u202e");
        List<String> lines = out.lines()
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
                .toList();
        assertThat(lines).hasSizeGreaterThan(5).containsOnlyOnce("   " + address);
        assertThat(lines)
                .filteredOn(line -> !line.endsWith(address))
                .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(columns));
    }

    @Test
    void theWidthIsWhatTheEnvironmentSaysOrWhatTheTerminalIs() {
        epitome.holding(articles(article("a1").titled("rocket ".repeat(60)))).onTerminal();
        assertThat(widestOf(epitome)).isBetween(70, 80);
        assertThat(widestOf(epitome.onTerminalOf(50))).isBetween(40, 50);
        assertThat(widestOf(epitome.with("COLUMNS", "30"))).isBetween(20, 30);
        assertThat(widestOf(epitome.with("COLUMNS", "9999"))).isBetween(110, 120);
        assertThat(widestOf(epitome.with("COLUMNS", "wide"))).isBetween(40, 50);
    }

    private static int widestOf(Cli epitome) {
        return epitome.run("search", "rocket", "--no-color")
                .out()
                .lines()
                .mapToInt(TerminalText::width)
                .max()
                .orElseThrow();
    }

    @Test
    void aDumbTerminalGetsPlainText() {
        epitome.onTerminal().with("TERM", "dumb");
        assertThat(epitome.run("search", "virtual").out()).doesNotContain("\u001b");
        assertThat(epitome.run("--help").out()).doesNotContain("\u001b");
    }

    @Test
    void aLongSummaryWithoutMarksIsCutBetweenCharacters() {
        epitome.holding(articles(article("a1").titled("Rockets").saying("x" + "🚀".repeat(300))));
        String out = epitome.run("search", "rockets").out();
        assertThat(out.lines().skip(2).findFirst().orElseThrow().strip()).isEqualTo("x" + "🚀".repeat(119) + "…");
    }
}
