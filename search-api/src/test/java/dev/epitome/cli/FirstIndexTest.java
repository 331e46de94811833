package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.lucene.SearchSettings;
import dev.epitome.quality.Golden;
import dev.epitome.search.JsonLines;
import dev.epitome.search.MeasuredQuality;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.TestArticle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What serve does where there is no index yet. */
final class FirstIndexTest {

    @TempDir
    private Path home;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void install() throws IOException {
        Golden.in(home.resolve("corpus/golden"))
                .topics("t-eks|eks")
                .judged("t-eks 0 eks 3")
                .floor("mrr=0.9");
        Files.createDirectories(home.resolve("corpus/articles"));
    }

    @Test
    void theShippedCorpusIsMeasuredLikeAnyOther() {
        ships(article("eks").titled("EKS at scale"));
        assertThat(build()).isTrue();
        assertThat(err.toString())
                .contains("indexing the shipped corpus")
                .contains("golden queries: nDCG@10 1.0000")
                .contains("1 articles published");
        try (SearchEngine engine = LuceneSearch.open(index())) {
            assertThat(engine.index().quality()).hasValue(new MeasuredQuality(1, 1, 1, 1));
        }
    }

    @Test
    void aShippedCorpusBelowTheFloorIsNotServed() {
        ships(article("eks").titled("Something else"));
        Outcome outcome = new Cli(home).run("serve", "--port", "0");
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("nothing was published, the index stays as it was")
                .contains("MRR is 0.0000, the floor is 0.9000")
                .contains("there is no index to serve")
                .contains("epitome reindex --no-gate");
        assertThat(new Cli(home).run("search", "eks").exitCode()).isEqualTo(5);
    }

    @Test
    void withoutGoldenQueriesItIsPublishedUnmeasured() throws IOException {
        try (var files = Files.walk(home.resolve("corpus/golden"))) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
        ships(article("eks").titled("Something else"));
        assertThat(build()).isTrue();
        assertThat(err.toString()).contains("The gate was left open: no golden queries in");
        try (SearchEngine engine = LuceneSearch.open(index())) {
            assertThat(engine.index().quality()).isEmpty();
        }
    }

    private void ships(TestArticle... shipped) {
        JsonLines.write(home.resolve("corpus/articles/shipped.jsonl"), articles(shipped));
    }

    private boolean build() {
        Surroundings surroundings = new Surroundings(home, Map.of(), false, false, 80);
        return new ServeCommand(surroundings).buildFirst(index(), SearchSettings.DEFAULT, new PrintWriter(err, true));
    }

    private Path index() {
        return home.resolve("index");
    }
}
