package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class VerifyCommandTest {

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));

    @BeforeEach
    void install() {
        epitome = new Cli(home).holding(articles(article("a1").titled("Threads"), article("a2")));
    }

    @Test
    void whereAllIsWellItSaysWhatWasRead() {
        Outcome outcome = epitome.run("verify");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .containsPattern("[4-9] files \\(.*\\) and 2 articles were read in ")
                .contains(epitome.index() + ": all is as it was written");
        assertThat(epitome.run("verify", "-q")).isEqualTo(new Outcome(0, "", ""));
    }

    @Test
    void doctorSaysWhenItLastPassed() {
        assertThat(doctor()).contains("never verified: epitome verify reads all of it");
        assertThat(epitome.run("verify").exitCode()).isZero();
        assertThat(doctor()).contains(", verified ").doesNotContain("before it was made");
        epitome.holding(articles(article("a3")));
        assertThat(doctor()).contains(", verified ").contains("before it was made: epitome verify reads it again");
    }

    /** It can be opened, and doctor, which is quick, says that all is well. */
    @Test
    void aFlippedByteIsFoundAndTheRemedyNamed() throws IOException {
        Path file = file(".cfs");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        Outcome outcome = epitome.run("verify");
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.out()).contains(" files ").doesNotContain("as it was written");
        assertThat(outcome.err())
                .contains(file.getFileName() + ": its checksum is ")
                .contains("is damaged (run epitome reindex --replace-damaged)");
        assertThat(epitome.run("verify", "-q").out()).isEmpty();
        assertThat(epitome.run("verify", "-q").err()).isEqualTo(outcome.err());
        assertThat(doctor()).contains("never verified");
        assertThat(epitome.run("reindex", "--replace-damaged", "--json", corpus())
                        .exitCode())
                .isZero();
        assertThat(epitome.run("verify").exitCode()).isZero();
    }

    @Test
    void jsonHasTheSame() throws IOException {
        JsonNode well = epitome.run("verify", "--json").json();
        assertThat(well.propertyNames())
                .containsExactly("ok", "ending", "commit", "files", "bytes", "articles", "findings");
        assertThat(well.path("ok").booleanValue()).isTrue();
        assertThat(well.path("articles").intValue()).isEqualTo(2);
        Files.delete(file(".cfe"));
        Outcome outcome = epitome.run("verify", "--json");
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.json().path("ok").booleanValue()).isFalse();
        assertThat(outcome.json().path("findings").path(0).path("message").stringValue())
                .contains("is missing");
    }

    @Test
    void aMissingIndexIsSaidSo() {
        Outcome outcome = epitome.run("verify", "--index", home.resolve("none").toString());
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.err()).contains("no index in ", "run epitome reindex to make one");
    }

    @Test
    void thatItPassedNeedNotBeKept() throws IOException {
        Files.createDirectory(epitome.index().resolve("epitome-verified"));
        Outcome outcome = epitome.run("verify");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("as it was written");
        assertThat(outcome.err()).startsWith("That it passed cannot be kept beside the index: ");
    }

    @Test
    void doctorNamesTheRemedyOfAnIndexThatLostAFile() throws IOException {
        Files.delete(file(".cfs"));
        Outcome outcome = epitome.run("doctor", "--port", "0");
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.out()).contains("run epitome reindex --replace-damaged");
    }

    private String doctor() {
        return epitome.run("doctor", "--port", "0")
                .out()
                .lines()
                .filter(line -> line.contains(" index "))
                .findFirst()
                .orElseThrow();
    }

    private String corpus() {
        return home.resolve("articles.jsonl").toString();
    }

    private Path file(String part) throws IOException {
        try (Stream<Path> files = Files.list(epitome.index())) {
            return files.filter(file -> file.getFileName().toString().contains(part))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
