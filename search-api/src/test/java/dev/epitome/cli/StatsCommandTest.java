package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import dev.epitome.search.Facet;
import dev.epitome.search.FacetCount;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.MeasuredQuality;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StatsCommandTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    @TempDir
    private Path home;

    @Test
    void itTellsWhatTheIndexIs() {
        Cli epitome = new Cli(home).holding(articles(article("a7").from("ByteByteGo"), article("a2")));
        Outcome outcome = epitome.run("stats");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("index     " + epitome.index(), "articles  2", "made      ", " ago, at 20", "version   ");
    }

    @Test
    void jsonIsTheAnswerOfTheService() {
        Cli epitome = new Cli(home).holding(articles(article("a7"), article("a2")));
        Outcome outcome = epitome.run("stats", "--json");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.json().propertyNames())
                .containsExactly(
                        "index", "articles", "createdAt", "changedAt", "segments", "bytes", "quality", "facets");
        assertThat(outcome.json().path("articles").intValue()).isEqualTo(2);
    }

    @Test
    void withoutAnIndexTheRemedyIsNamed() {
        Outcome outcome = new Cli(home).run("stats");
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.err()).contains("run epitome reindex");
    }

    @Test
    void facetsAreDrawnAsBarsThatFitTheTerminal() {
        String out = print(
                60,
                Map.of(
                        Facet.SOURCE,
                        List.of(new FacetCount("ByteByteGo", 100), new FacetCount("漢字\u001b[31m" + "x".repeat(90), 1)),
                        Facet.TAG,
                        IntStream.range(0, 20)
                                .mapToObj(i -> new FacetCount("tag" + i, 20 - i))
                                .toList()));
        assertThat(out).contains("ByteByteGo", "    100 " + "█".repeat(24) + "\n", "and 8 more: --json names 20");
        assertThat(out).doesNotContain("\u001b", "tag12");
        assertThat(out.lines())
                .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(60));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40})
    void noLineIsWiderThanANarrowTerminal(int columns) {
        List<FacetCount> tags = IntStream.range(0, 13)
                .mapToObj(i -> new FacetCount("a tag of several words " + i, i == 0 ? 1_234_567 : 40_000 * (i % 2) + 1))
                .toList();
        StringWriter out = new StringWriter();
        StatsPrinter printer = new StatsPrinter(new PrintWriter(out), columns);
        IndexStatus status =
                new IndexStatus("42-9c1f", 1, NOW, NOW, 2, 1, Optional.of(new MeasuredQuality(40, 0.91234, 0.95, 1)));
        printer.print(Path.of("a/folder/" + "long".repeat(20)), status, NOW);
        printer.print(Map.of(Facet.TAG, tags, Facet.MONTH, List.of(new FacetCount("2026-11", 3))));
        assertThat(out.toString()).contains("1,234,567 ███").contains("40,001 █\n");
        assertThat(out.toString().lines())
                .hasSizeGreaterThan(20)
                .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(columns));
    }

    @Test
    void theFiguresOfTheIndexAreRounded() {
        StringWriter out = new StringWriter();
        IndexStatus status = new IndexStatus(
                "42-9c1f",
                12_345,
                NOW.minus(Duration.ofDays(3)),
                NOW.minus(Duration.ofHours(5)),
                1,
                5_500_000,
                Optional.of(new MeasuredQuality(40, 0.91234, 0.95, 1)));
        new StatsPrinter(new PrintWriter(out), 80).print(Path.of("index"), status, NOW);
        assertThat(out.toString()).isEqualTo("""
                index     index
                articles  12,345
                made      3 days ago, at 2026-11-20T14:00:00Z
                changed   5 hours ago, at 2026-11-23T09:00:00Z
                size      5.2 MiB, 1 segment
                version   42-9c1f
                quality   nDCG@10 0.9123, MRR 0.9500, recall@10 1.0000, over 40 golden queries
                """);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 KiB", "1, 1 KiB", "1048575, '1,024 KiB'", "1048576, 1.0 MiB", "3221225472, 3.0 GiB"})
    void sizesAreTold(long bytes, String expected) {
        assertThat(StatsPrinter.size(bytes)).isEqualTo(expected);
    }

    private static String print(int columns, Map<Facet, List<FacetCount>> facets) {
        StringWriter out = new StringWriter();
        new StatsPrinter(new PrintWriter(out), columns).print(facets);
        return out.toString();
    }
}
