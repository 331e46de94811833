package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.cli.Cli.Outcome;
import dev.epitome.index.IndexInfo;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.Shipped;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ExportCommandTest {

    @TempDir
    private Path home;

    @Test
    void whatItWritesMakesTheSameIndexWithTheSameAnswers() throws IOException {
        Cli epitome = new Cli(home).holding(Shipped.articles());
        Path file = home.resolve("export.jsonl");
        Outcome outcome = epitome.run("export", file.toString());
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isEqualTo("672 articles written to " + file + System.lineSeparator());
        Path other = home.resolve("other");
        assertThat(epitome.run("reindex", "-q", "--index", other.toString(), file.toString()))
                .isEqualTo(new Outcome(0, "", ""));
        assertThat(content(other)).isEqualTo(content(epitome.index()));
        for (String query : List.of("EKS", "how does uber scale reads", "tag:kafka OR \"api gateway\"", "lang*")) {
            assertThat(answer(other, query)).as(query).isEqualTo(answer(epitome.index(), query));
        }
        assertThat(epitome.run("export", "--index", other.toString()).out())
                .isEqualTo(Files.readString(file))
                .hasLineCount(673);
    }

    @Test
    void aLineHasTheNamesOfTheFormatAndIsSafeToLookAt() {
        Cli epitome = new Cli(home).holding(articles(article("a1").titled("Left \u200E and joined \u200D “C++”")));
        List<String> lines = epitome.run("export").out().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isEqualTo("{\"epitome\":\"export\",\"version\":1,\"articles\":1}");
        assertThat(lines.getLast()).contains("\"title\":\"Left \\u200e and joined \\u200d “C++”\"");
        JsonNode one = new JsonMapper().readTree(lines.getLast());
        assertThat(one.path("id").stringValue()).isEqualTo("a1");
        assertThat(one.path("origin").path("file").stringValue()).isEqualTo("articles.jsonl");
        assertThat(one.path("origin").path("line").intValue()).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeWrittenStaysAsItWas() throws IOException {
        Cli epitome = new Cli(home).holding(articles(article("a1")));
        Path folder = Files.createDirectory(home.resolve("folder"));
        Outcome outcome = epitome.run("export", folder.toString());
        assertThat(outcome.exitCode()).isEqualTo(70);
        assertThat(outcome.err()).startsWith("epitome: cannot write " + folder + ", which is as it was: ");
        assertThat(epitome.run("export", home.resolve("none/export.jsonl").toString())
                        .exitCode())
                .isEqualTo(70);
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("articles.jsonl", "folder", "index");
        }
    }

    @Test
    void anExportThatIsThereIsReplacedAsAWhole() throws IOException {
        Cli epitome = new Cli(home).holding(articles(article("a1")));
        Path file = epitome.file("export.jsonl", "before\n".repeat(1_000));
        assertThat(epitome.run("export", file.toString()).exitCode()).isZero();
        assertThat(file).hasContent(epitome.run("export", "-").out());
        assertThat(home.resolve("export.jsonl.part")).doesNotExist();
    }

    /** What is cut would otherwise be taken for all that there is. */
    @Test
    void anExportThatWasCutReplacesNoIndex() throws IOException {
        Cli epitome = new Cli(home).holding(many(20));
        Path file = home.resolve("export.jsonl");
        assertThat(epitome.run("export", file.toString()).exitCode()).isZero();
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, 20));
        Outcome outcome = epitome.run("reindex", file.toString());
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err()).contains("it has 19 of the 20 articles that its first line names");
    }

    /** As {@code head} does. */
    @Test
    void itEndsSoonWhereNobodyReadsOn() {
        Cli epitome = new Cli(home).holding(many(3_000));
        int[] written = new int[1];
        Writer gone = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                written[0]++;
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Surroundings surroundings = new Surroundings(home, Map.of(), false, false, 0);
        StringWriter err = new StringWriter();
        assertThat(epitome.index()).exists();
        assertThat(Main.run(surroundings, new PrintWriter(gone), new PrintWriter(err), "export"))
                .isZero();
        assertThat(written[0]).isPositive().isLessThan(3_000);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aMissingIndexIsSaidSo() {
        Outcome outcome =
                new Cli(home).run("export", home.resolve("export.jsonl").toString());
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.err()).contains("no index in ", "run epitome reindex to make one");
        assertThat(home.resolve("export.jsonl")).doesNotExist();
    }

    private static List<Article> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> article("a" + i).titled("Title " + i).told())
                .toList();
    }

    private static List<String> answer(Path index, String query) {
        try (SearchEngine engine = LuceneSearch.open(index)) {
            SearchResult result = engine.search(SearchRequest.of(query).withLimit(50));
            return result.hits().stream()
                    .map(hit -> hit.article() + " " + hit.score() + " " + hit.summary())
                    .toList();
        }
    }

    private static String content(Path index) throws IOException {
        try (Directory directory = FSDirectory.open(index);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            return IndexInfo.of(reader.getIndexCommit().getUserData(), "the index")
                    .content()
                    .orElseThrow();
        }
    }
}
