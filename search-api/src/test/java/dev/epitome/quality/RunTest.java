package dev.epitome.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs in TREC's form, read as trec_eval reads them. */
final class RunTest {

    /** Made at random, full of ties and of ranks that do not fit the scores; two topics have no answer. */
    private static final Path TREC = Path.of("src", "test", "resources", "dev", "epitome", "quality", "trec");

    @TempDir
    private Path folder;

    /** What {@code trec_eval -c -q -m ndcg_cut.10 -m recip_rank -m recall.10} 10.0-rc3 printed is in expected.txt. */
    @Test
    void theMeasuresAreThoseOfTrecEval() throws IOException {
        Run run = Run.read(TREC.resolve("run.txt"));
        Judgments judgments = Judgments.read(TREC.resolve("qrels.txt"));
        List<String> expected = Files.readAllLines(TREC.resolve("expected.txt"));
        assertThat(expected).hasSize(3 * (20 + 1));
        for (String line : expected) {
            List<String> columns = List.of(line.split("\\s+", -1));
            String topic = columns.get(1);
            Measures measures = topic.equals("all")
                    ? run.measured(judgments)
                    : Measures.of(run.ranking(topic), judgments.grades(topic));
            double value = switch (columns.get(0)) {
                case "ndcg_cut_10" -> measures.ndcg();
                case "recip_rank" -> measures.reciprocalRank();
                case "recall_10" -> measures.recall();
                default -> throw new IllegalStateException(line);
            };
            assertThat(Figure.told(value)).as(line).isEqualTo(columns.get(2));
        }
    }

    @Test
    void theScoreOrdersAndTheColumnOfRanksDoesNot() throws IOException {
        assertThat(run("t Q0 a 1 0.5 x", "t Q0 b 2 2.5 x", "t Q0 c 3 1e1 x").ranking("t"))
                .containsExactly("c", "b", "a");
    }

    @Test
    void amongEqualScoresTheNameThatSortsLastComesFirst() throws IOException {
        assertThat(run("t Q0 a 1 1 x", "t Q0 c 2 1.0 x", "t Q0 B 3 1 x", "t Q0 b 4 0 x", "t Q0 d 5 -0.0 x")
                        .ranking("t"))
                .containsExactly("c", "a", "B", "d", "b");
    }

    @Test
    void namesSortByTheirBytes() throws IOException {
        // As UTF-16 the second would come before the first.
        assertThat(run("t Q0 \uff5e 1 1 x", "t Q0 \ud83d\ude00 2 1 x").ranking("t"))
                .containsExactly("\ud83d\ude00", "\uff5e");
    }

    @Test
    void aTopicWithoutAnAnswerCountsAsZero() throws IOException {
        Judgments judgments = Judgments.read(file("qrels.txt", "t 0 a 1", "u 0 a 1", "v 0 a 0"));
        assertThat(run("t Q0 a 1 1 x", "other Q0 a 1 1 x").measured(judgments)).isEqualTo(new Measures(0.5, 0.5, 0.5));
    }

    @Test
    void aRunThatIsWrittenIsReadInTheSameOrder() {
        Run run = new Run(new TreeMap<>(Map.of("t", List.of("a", "c", "b"), "u", List.of("z"))));
        Path file = folder.resolve("run.txt");
        run.write(file, "ours");
        assertThat(file).hasContent("""
                t Q0 a 1 3 ours
                t Q0 c 2 2 ours
                t Q0 b 3 1 ours
                u Q0 z 1 1 ours
                """);
        assertThat(Run.read(file)).isEqualTo(run);
    }

    @ParameterizedTest
    @CsvSource({
        "t Q0 a 1 1, these six",
        "t Q0 a 1 high x, \"high\" is no number",
        "t Q0 a 1 NaN x, no number",
        "t Q0 first 9 9 x, first was a hit for t already"
    })
    void aBadLineIsNamed(String line, String what) throws IOException {
        Path file = file("run.txt", "t Q0 first 1 1 x", "", line);
        assertThatThrownBy(() -> Run.read(file))
                .isInstanceOf(EpitomeException.class)
                .hasMessageStartingWith(file + ":3: ")
                .hasMessageContaining(what);
    }

    private Run run(String... lines) throws IOException {
        return Run.read(file("run.txt", lines));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }
}
