package dev.epitome.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.benchmarks.PlainLucene.Words;
import dev.epitome.quality.Run;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareRankingTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everySystemGetsALineWithItsFigures() {
        assertThat(run("--rounds", "0", TinyCollection.FOLDER.toString())).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).isEqualTo("tiny: 5 articles, 4 queries with a relevant one");
        assertThat(lines.get(1)).contains("nDCG@10", "recall@100").doesNotContain("time");
        assertThat(lines.get(2).split(" {2,}"))
                .containsExactly("Lucene BM25, EnglishAnalyzer, any word", "0.6182", "1.000", "0.6250", "1.000");
        assertThat(lines.get(3))
                .matches(
                        "Lucene BM25, StandardAnalyzer, any word +0\\.2149 +0\\.348 +0 +2 +2 +0\\.\\d+ +0\\.2500 +0\\.400 .*");
        assertThat(lines.get(4)).startsWith("Lucene BM25, StandardAnalyzer, all words");
        assertThat(lines.get(5)).startsWith("Epitome ");
    }

    @Test
    void timesAreToldBesideThoseOfTheFirst() {
        assertThat(run("--rounds", "2", "--warm-up", "0", TinyCollection.FOLDER.toString()))
                .isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(1)).contains("time@10", "time@100");
        assertThat(lines.get(2)).endsWith("      1.00      1.00");
        assertThat(lines.get(6)).matches("time@10: 1\\.00 is \\d+ microseconds a query");
    }

    @Test
    void runsAreWrittenForOtherProgramsToMeasure() throws Exception {
        assertThat(run("--rounds", "0", "--run", folder.resolve("new").toString(), TinyCollection.FOLDER.toString()))
                .isZero();
        Run english = Run.read(folder.resolve("new").resolve("tiny.lucene-english.run"));
        JudgedCollection tiny = TinyCollection.read();
        try (PlainLucene system = PlainLucene.english(Words.ANY, tiny.documents())) {
            MeasuredSystem.of(system, tiny)
                    .run()
                    .rankings()
                    .forEach((topic, ranking) ->
                            assertThat(english.ranking(topic)).isEqualTo(ranking));
        }
        assertThat(folder.resolve("new")).isDirectoryContaining("glob:**tiny.epitome.run");
    }

    @Test
    void aFolderWithoutACollectionIsNamed() {
        assertThat(run(folder.toString())).isNotZero();
        assertThat(err.toString()).contains(folder.toString()).doesNotContain("\tat ");
    }

    @Test
    void roundsBelowZeroAreRefused() {
        assertThat(run("--rounds", "-1", TinyCollection.FOLDER.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--rounds is -1: give 0 or more");
    }

    @Test
    void aSystemIsAsFastAsItself() throws Exception {
        JudgedCollection tiny = TinyCollection.read();
        try (PlainLucene system = PlainLucene.english(Words.ANY, tiny.documents())) {
            Timing timing = Timing.of(List.of(system), List.of("cache", "queue"), 10, Duration.ZERO, 3);
            assertThat(timing.ratio(0)).isEqualTo(1);
            assertThat(timing.micros(0)).isPositive();
        }
    }

    @Test
    void theMedianOfAnEvenNumberIsHalfWay() {
        assertThat(Timing.median(9, 1, 5)).isEqualTo(5);
        assertThat(Timing.median(9, 1, 5, 6)).isEqualTo(5.5);
    }

    private int run(String... arguments) {
        return CompareRanking.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
