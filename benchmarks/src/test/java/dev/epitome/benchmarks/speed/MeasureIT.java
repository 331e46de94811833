package dev.epitome.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.benchmarks.GenerateCorpus;
import dev.epitome.benchmarks.SyntheticCorpus;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Each command, on a few hundred records: that it measures and says what, not what it finds. */
@TestInstance(Lifecycle.PER_CLASS)
class MeasureIT {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private Path folder = Path.of("");
    private Path records = Path.of("");

    @BeforeAll
    void makeRecords(@TempDir Path shared) throws Exception {
        folder = shared;
        System.setProperty("epitome.home", HOME.toString());
        useTheCommandOfThisBuild();
        Path corpus = HOME.resolve("corpus").resolve("articles");
        records = folder.resolve("records.jsonl");
        try (var out = Files.newOutputStream(records)) {
            GenerateCorpus.write(SyntheticCorpus.from(corpus, 1), 300, out);
        }
    }

    /** The launcher in bin would build once more. */
    private void useTheCommandOfThisBuild() throws Exception {
        Path built = HOME.resolve("search-api").resolve("target");
        String classPath = built.resolve("classes")
                + File.pathSeparator
                + built.resolve("lib").resolve("*");
        Path launcher = folder.resolve("epitome");
        Files.writeString(
                launcher, """
                #!/bin/sh
                exec '%s' --enable-native-access=ALL-UNNAMED $EPITOME_JAVA_OPTS '-Depitome.home=%s' -cp '%s' dev.epitome.cli.Main "$@"
                """.formatted(Path.of(System.getProperty("java.home"), "bin", "java"), HOME, classPath));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        System.setProperty("epitome.benchmarks.launcher", launcher.toString());
        System.setProperty("epitome.benchmarks.classpath", classPath);
    }

    @Test
    void engine() throws Exception {
        String result = measured("engine", "--rounds=1", "--warm-up=1", "--turn=20", "--threads=1,2", "--queries=5");
        assertThat(result)
                .contains("**queries/s**", "**CPU µs a query**", "**bytes allocated a query, 2 threads**")
                .contains("| rare word |", "| everything |", "Lucene + marks", "Epitome, match=all", "- commit: ");
    }

    @Test
    void service() throws Exception {
        String result = measured("service", "--rounds=1", "--warm-up=1", "--turn=1", "--rates=20", "--queries=5");
        assertThat(result)
                .contains("**p99.9 ms**", "| 20/s due |", "**server CPU ms an answer**", "fixed body")
                .contains("| mixed queries | 0 | 0 |");
    }

    @Test
    void build() throws Exception {
        assertThat(measured("build", "--rounds=1"))
                .contains("**records/s**", "Lucene, same fields", "by structure**", "by field**", "| article |");
    }

    @Test
    void start() throws Exception {
        assertThat(measured("start", "--rounds=1", "--sizes=200"))
                .contains("| --help |", "| search EKS, 200 |", "| serve, 200 |", "| opened again, 200 |");
    }

    @Test
    void growth() throws Exception {
        assertThat(measured("growth", "--rounds=1", "--warm-up=1", "--sizes=100,600", "--turn=20", "--queries=5"))
                .contains("**p50 µs**", "**p99 µs**", "| 100 records |", "| 600 records |");
    }

    @Test
    void changes() throws Exception {
        StringWriter out = new StringWriter();
        List<String> arguments = List.of(
                "--sizes=40,400",
                "--searched=400",
                "--rounds=2",
                "--warm-up=0",
                "--puts=3",
                "--turn=1",
                "--pace=100",
                "--batches=2",
                "--queries=5",
                "--corpus=" + HOME.resolve("corpus").resolve("articles"));
        assertThat(run("changes", out, arguments)).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("**ms of a put, p50**", "**ms of a put, p90**", "| | 40 articles | 400 articles |")
                .contains("| a new article | ", "| another in the place of one | ", "400 articles to 40 articles: ")
                .contains("**ms of a search, p99**", "| | alone | beside puts |", "| half as many | 0 | 0 |")
                .contains("to the 100 that were due: ", "| | new | unchanged |", "unchanged articles a second, to new");
    }

    @Test
    void guard() throws Exception {
        List<String> arguments = List.of(
                "--rounds=1",
                "--warm-up=1",
                "--turn=20",
                "--records=300",
                "--corpus=" + HOME.resolve("corpus").resolve("articles"));
        StringWriter out = new StringWriter();
        run("guard", out, arguments);
        assertThat(out.toString()).contains("rare word, Epitome, titles to Lucene, CPU: ", "bytes allocated: ");
    }

    private String measured(String question, String... options) throws Exception {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(records.toString());
        assertThat(run(question, out, arguments)).as(out.toString()).isZero();
        try (Stream<Path> results = Files.list(folder.resolve("results"))) {
            Path result = results.filter(
                            file -> String.valueOf(file.getFileName()).matches(question + "-\\d{4}-.*\\.md"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(result);
        }
    }

    private int run(String question, StringWriter out, List<String> arguments) {
        List<String> all = new ArrayList<>(
                List.of(question, "--work=" + folder.resolve("work"), "--results=" + folder.resolve("results")));
        all.addAll(arguments);
        return Main.run(new PrintWriter(out, true), new PrintWriter(out, true), all.toArray(String[]::new));
    }
}
