package dev.epitome.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.Reindex;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped golden queries over the shipped corpus. A change of the ranking is committed with the results that it
 * gives, and so is read as a difference of files.
 */
final class GoldenResultsTest {

    private static final Path CORPUS = Path.of("..", "corpus");
    private static final Path GOLDEN = CORPUS.resolve("golden");
    private static final Path RESULTS = GOLDEN.resolve("results");

    @TempDir
    private Path folder;

    @Test
    void theResultsUnderVersionControlAreThoseOfThisEngine() throws IOException {
        QualityReport report = report();
        assertThat(committed())
                .as("run bin/epitome reindex --no-gate, then bin/epitome evaluate --write corpus/golden/results,"
                        + " and commit what has changed")
                .isEqualTo(ResultFiles.texts(report));
    }

    @Test
    void everyJudgedArticleIsInTheCorpusAndTheFloorIsReached() {
        QualityReport report = report();
        assertThat(report.coverage().missing()).isEmpty();
        assertThat(report.judged()).hasSizeGreaterThanOrEqualTo(100);
        Floor floor = GoldenSet.read(GOLDEN).floor();
        assertThat(floor.least()).containsKeys(Figure.values());
        assertThat(floor.shortfalls(report)).isEmpty();
    }

    private QualityReport report() {
        Path index = folder.resolve("index");
        CorpusReader corpus = CorpusReader.of(List.of(CORPUS.resolve("articles").toString()));
        Reindex.of(corpus).into(index);
        try (SearchEngine engine = LuceneSearch.open(index)) {
            return Evaluation.of(engine, GoldenSet.read(GOLDEN));
        }
    }

    private static SortedMap<String, String> committed() throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        if (Files.isDirectory(RESULTS)) {
            try (Stream<Path> files = Files.list(RESULTS)) {
                for (Path file : files.toList()) {
                    texts.put(String.valueOf(file.getFileName()), Files.readString(file));
                }
            }
        }
        return texts;
    }
}
