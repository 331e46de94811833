package dev.epitome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import dev.epitome.keys.KeyFile;
import dev.epitome.keys.StoredKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code epitome key}. */
final class KeyCommandTest {

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));
    private Path file = Path.of("");

    @BeforeEach
    void install() {
        epitome = new Cli(home);
        file = home.resolve("keys");
    }

    @Test
    void aNewKeyIsPrintedAndItsLineGoesIntoTheFile() throws IOException {
        Outcome outcome = epitome.run("key", "new", "--role", "write", "--name", "a bot", "--keys", file.toString());
        assertThat(outcome.exitCode()).isZero();
        List<String> lines = outcome.out().lines().toList();
        assertThat(lines).hasSize(1);
        String key = lines.getFirst();
        assertThat(outcome.err()).contains("shown this once").doesNotContain(key.substring(13));
        assertThat(Files.readString(file)).contains("write", "a bot").doesNotContain(key.substring(13));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(KeyFile.at(file).read().verified(key)).map(StoredKey::name).hasValue("a bot");
    }

    @Test
    void withoutAFileItsLineFollowsTheKey() {
        List<String> lines =
                epitome.run("key", "new", "--role", "admin").out().lines().toList();
        assertThat(lines).hasSize(2);
        epitome.file("keys", lines.getLast() + "\n");
        assertThat(KeyFile.at(file).read().verified(lines.getFirst())).isPresent();
    }

    @Test
    void aListHasNeitherKeysNorHashes() throws IOException {
        String key = epitome.run("key", "new", "--role", "read", "--name", "ann", "--keys", file.toString())
                .out()
                .strip();
        epitome.run("key", "new", "--role", "admin", "--keys", file.toString());
        Outcome outcome = epitome.run("key", "list", "--keys", file.toString());
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        List<String> lines = outcome.out().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .matches("[a-z0-9]{8}  read   \\d{4}-\\d\\d-\\d\\d  ann")
                .startsWith(key.substring(4, 12));
        assertThat(lines.getLast()).matches("[a-z0-9]{8}  admin  \\d{4}-\\d\\d-\\d\\d");
        JsonNode listed = epitome.run("key", "list", "--json", "--keys", file.toString())
                .json()
                .path("keys");
        assertThat(listed).hasSize(2);
        assertThat(listed.path(0).path("name").stringValue()).isEqualTo("ann");
        assertThat(listed.path(1).path("role").stringValue()).isEqualTo("admin");
        assertThat(listed.toString()).doesNotContain("pbkdf2", key.substring(13));
    }

    @Test
    void asJsonANewKeyHasItsLine() {
        JsonNode made = epitome.run("key", "new", "--role", "write", "--json").json();
        epitome.file("keys", made.path("line").stringValue());
        assertThat(KeyFile.at(file).read().verified(made.path("key").stringValue()))
                .map(StoredKey::id)
                .hasValue(made.path("id").stringValue());
    }

    @Test
    void whatIsMissingOrWrongIsNamedAndNothingIsPrintedOrWritten() {
        assertThat(refused("key", "new")).contains("--role");
        assertThat(refused("key", "new", "--role", "root")).contains("--role", "give read, write or admin");
        assertThat(refused("key", "new", "--role", "read", "--name", "n".repeat(101)))
                .contains("at most 100");
        assertThat(refused("key", "list")).contains("--keys FILE");
        assertThat(refused("key", "list", "--keys", file.toString())).contains("no such file");
        assertThat(refused("key")).contains("Usage: epitome key", "new", "list");
        epitome.file("keys", "notes\n");
        assertThat(refused("key", "new", "--role", "read", "--keys", file.toString()))
                .contains("line 1 of " + file);
        assertThat(refused("key", "list", "--keys", file.toString())).contains("line 1 of " + file);
    }

    @Test
    void whoseFileOthersMayReadIsWarned() throws IOException {
        epitome.run("key", "new", "--role", "read", "--keys", file.toString());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Outcome outcome = epitome.run("key", "list", "--keys", file.toString());
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).contains("others than its owner may read", "chmod 600");
    }

    private String refused(String... arguments) {
        Outcome outcome = epitome.run(arguments);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        return outcome.err();
    }
}
