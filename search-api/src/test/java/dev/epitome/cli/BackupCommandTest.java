package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code backup} and {@code restore}, one after the other. */
final class BackupCommandTest {

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));
    private String backup = "";

    @BeforeEach
    void backUp() {
        epitome = new Cli(home).holding(many("Threads", 10));
        backup = home.resolve("backup").toString();
        Outcome outcome = epitome.run("backup", backup);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .containsPattern("^10 articles backed up in .*backup: (\\d+) of \\1 files \\(.* KiB\\)");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aBackupIsSearchedAndVerifiedLikeAnIndex() {
        assertThat(epitome.run("search", "--index", backup, "threads").exitCode())
                .isZero();
        assertThat(epitome.run("verify", "--index", backup).out()).contains("all is as it was written");
        assertThat(epitome.run("backup", backup).out()).contains(": 0 of ");
        assertThat(epitome.run("backup", "-q", backup)).isEqualTo(new Outcome(0, "", ""));
    }

    @Test
    void whatWasLostComesBack() {
        epitome.holding(many("Queues", 10));
        assertThat(epitome.run("search", "threads").exitCode()).isEqualTo(1);
        Outcome outcome = epitome.run("restore", backup);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).startsWith("10 articles restored in " + epitome.index() + ": ");
        assertThat(epitome.run("search", "threads").exitCode()).isZero();
        assertThat(epitome.run("verify").exitCode()).isZero();
    }

    @Test
    void aSmallerBackupReplacesALargerIndexOnlyByForce() {
        epitome.holding(many("Queues", 20));
        Outcome refused = epitome.run("restore", backup);
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("10 articles would take the place of 20", "--force does it all the same");
        assertThat(epitome.run("search", "queues").exitCode()).isZero();
        assertThat(epitome.run("restore", "--force", backup).exitCode()).isZero();
        assertThat(epitome.run("search", "threads").exitCode()).isZero();
    }

    @Test
    void aDamagedBackupIsNamedAndNothingChanged() throws IOException {
        Path segment;
        try (Stream<Path> files = Files.list(Path.of(backup))) {
            segment = files.filter(file -> file.toString().endsWith(".cfs"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 3] ^= 1;
        Files.write(segment, bytes);
        epitome.holding(many("Queues", 10));
        Outcome outcome = epitome.run("restore", backup);
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.err())
                .contains(segment.getFileName() + ": its checksum is ")
                .contains("nothing was changed: the backup in " + backup + " is damaged")
                .doesNotContain("reindex");
        assertThat(epitome.run("search", "queues").exitCode()).isZero();
        JsonNode json = epitome.run("restore", "--json", backup).json();
        assertThat(json.path("ok").booleanValue()).isFalse();
        assertThat(json.path("findings").path(0).path("file").stringValue())
                .isEqualTo(segment.getFileName().toString());
    }

    @Test
    void jsonHasTheSame() {
        JsonNode json = epitome.run("backup", "--json", backup).json();
        assertThat(json.propertyNames())
                .containsExactly("ok", "articles", "files", "bytes", "filesCopied", "bytesCopied");
        assertThat(json.path("articles").intValue()).isEqualTo(10);
        assertThat(json.path("filesCopied").intValue()).isZero();
        epitome.holding(many("Queues", 20));
        assertThat(epitome.run("restore", "--json", backup)
                        .json()
                        .path("refused")
                        .stringValue())
                .startsWith("10 articles ");
    }

    @Test
    void whatCannotBeIsSaid() throws IOException {
        assertThat(epitome.run("backup").exitCode()).isEqualTo(2);
        assertThat(epitome.run("restore").exitCode()).isEqualTo(2);
        Outcome itself = epitome.run("backup", epitome.index().toString());
        assertThat(itself.exitCode()).isEqualTo(2);
        assertThat(itself.err()).contains("are one directory");
        Outcome none = epitome.run("restore", home.resolve("none").toString());
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("no backup in ").doesNotContain("reindex");
        Path photos = Files.createDirectory(home.resolve("photos"));
        Files.writeString(photos.resolve("me.jpg"), "me");
        Outcome foreign = epitome.run("backup", photos.toString());
        assertThat(foreign.exitCode()).isEqualTo(5);
        assertThat(foreign.err()).contains("holds other files than an index, such as me.jpg");
    }

    private static List<Article> many(String title, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> article("a" + i).titled(title + " " + i).told())
                .toList();
    }
}
