package dev.epitome.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of golden queries. */
final class GoldenSetTest {

    @TempDir
    private Path folder;

    private Golden files = Golden.in(Path.of(""));

    @BeforeEach
    void goodFiles() {
        files = Golden.in(folder)
                .topics("# of ours", "", "eks|EKS", "phrase-gateway|\"api gateway\" #1")
                .judged("# grades", "eks 0 hotstar 3", "eks\t0\tfigma  0", "");
    }

    @Test
    void topicsAndJudgmentsAreRead() {
        GoldenSet golden = files.read();
        assertThat(golden.topics())
                .containsExactly(new Topic("eks", "EKS"), new Topic("phrase-gateway", "\"api gateway\" #1"));
        assertThat(golden.judgments().grades("eks")).isEqualTo(Map.of("hotstar", 3, "figma", 0));
        assertThat(golden.judgments().grades("phrase-gateway")).isEmpty();
        assertThat(golden.floor()).isEqualTo(Floor.NONE);
    }

    @Test
    void aTopicWithoutARelevantArticleMustFindNothing() {
        GoldenSet golden = files.topics("eks|EKS", "none|x", "zero|y")
                .judged("eks 0 a 1", "zero 0 a 0")
                .read();
        assertThat(golden.topics().stream().filter(golden::mustFindNothing).map(Topic::id))
                .containsExactly("none", "zero");
    }

    @Test
    void floorsAreReadByTheirNames() {
        files.floor("# least", "ndcg@10 = 0.8", "mrr=1", "recall@10=0.75", "none=0");
        assertThat(files.read().floor().least())
                .isEqualTo(Map.of(Figure.NDCG, 0.8, Figure.MRR, 1.0, Figure.RECALL, 0.75, Figure.NONE, 0.0));
    }

    @Test
    void linesMayEndAsOnWindowsAndTheFirstMayBearAByteOrderMark() throws IOException {
        Files.writeString(folder.resolve("topics.tsv"), "\uFEFFeks\tEKS\r\nb\tB\r\n");
        Files.writeString(folder.resolve("qrels.txt"), "\uFEFFeks 0 a 1\r\n");
        assertThat(files.read().topics()).containsExactly(new Topic("eks", "EKS"), new Topic("b", "B"));
        assertThat(files.read().judgments().grades("eks")).isEqualTo(Map.of("a", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "eks EKS, there is no tab",
        "eks |, eks has no query",
        "|x, cannot be the id",
        "../x|x, cannot be the id",
        "Summary|x, cannot be the id",
        "Eks|again, line 1 already"
    })
    void aBadTopicIsNamedWithItsLine(String line, String what) {
        files.topics("eks|EKS", "# comment", line);
        cannotBeRead(files::read)
                .hasMessageStartingWith(folder.resolve("topics.tsv") + ":3: ")
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource({
        "eks 0 b, these four",
        "eks 0 b 1 2, these four",
        "nks 0 b 1, no topic nks",
        "eks 0 b good, no whole number",
        "eks 0 b 1.5, no whole number",
        "eks 0 b 128, out of bounds",
        "eks 0 b -2147483648, out of bounds",
        "eks 0 a 1, judged for eks already"
    })
    void aBadJudgmentIsNamedWithItsLine(String line, String what) {
        files.judged("eks 0 a 1", "", line);
        cannotBeRead(files::read)
                .hasMessageStartingWith(folder.resolve("qrels.txt") + ":3: ")
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource({
        "ndcg=0.8, 'the figures are ndcg@10, mrr, recall@10, none'",
        "0.8, the figures are",
        "mrr=high, no number",
        "mrr=1.1, out of bounds",
        "mrr=NaN, out of bounds",
        "ndcg@10=0.9, already"
    })
    void aBadFloorIsNamedWithItsLine(String line, String what) {
        files.floor("ndcg@10=0.8", line);
        cannotBeRead(files::read)
                .hasMessageStartingWith(folder.resolve("floor.properties") + ":2: ")
                .hasMessageContaining(what);
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        cannotBeRead(() -> GoldenSet.read(folder.resolve("none"))).hasMessageContaining("no folder");
        Files.delete(folder.resolve("qrels.txt"));
        cannotBeRead(files::read).hasMessageContaining("qrels.txt");
        Files.delete(folder.resolve("topics.tsv"));
        cannotBeRead(files::read).hasMessageContaining("topics.tsv");
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws IOException {
        Files.write(folder.resolve("topics.tsv"), new byte[] {'a', '\t', (byte) 0xFF});
        cannotBeRead(files::read).hasMessageContaining("topics.tsv is not in UTF-8");
    }

    @Test
    void whereNothingIsRelevantThereIsNothingToMeasure() {
        cannotBeRead(files.judged("eks 0 a 0")::read).hasMessageContaining("nothing to measure");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> cannotBeRead(ThrowingCallable reading) {
        return assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NO_INPUT));
    }
}
