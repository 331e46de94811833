package dev.epitome.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of keys: whose it is, and what is added to it. */
final class KeyFileTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @TempDir
    private Path folder;

    private static final NewKey ONE = NewKey.make(Role.READ, "one", DAY);
    private static final NewKey TWO = NewKey.make(Role.ADMIN, "two", DAY);

    @Test
    void itIsMadeForItsOwnerAloneAndGrowsAtItsEnd() throws IOException {
        Path path = folder.resolve("keys");
        KeyFile file = KeyFile.at(path);
        file.add(ONE.stored());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        file.add(TWO.stored());
        assertThat(Files.readString(path))
                .isEqualTo(ONE.stored().line() + "\n" + TWO.stored().line() + "\n");
        assertThat(file.read().verified(TWO.text()).map(StoredKey::role)).hasValue(Role.ADMIN);
        assertThat(file.warning()).isEmpty();
    }

    @Test
    void aLineThatWasNotEndedIsEnded() throws IOException {
        Path path = Files.writeString(folder.resolve("keys"), "# mine");
        KeyFile.at(path).add(ONE.stored());
        assertThat(Files.readString(path)).isEqualTo("# mine\n" + ONE.stored().line() + "\n");
    }

    @Test
    void whatIsNoFileOfKeysIsLeftAsItIs() throws IOException {
        Path path = Files.writeString(folder.resolve("notes"), "ssh-rsa AAAA\n");
        assertThatThrownBy(() -> KeyFile.at(path).add(ONE.stored()))
                .isInstanceOf(EpitomeException.class)
                .hasMessageContaining("line 1 of " + path);
        assertThat(Files.readString(path)).isEqualTo("ssh-rsa AAAA\n");
        assertThatThrownBy(() -> KeyFile.at(folder).add(ONE.stored())).hasMessageContaining("is no file");
        assertThatThrownBy(() -> KeyFile.at(folder.resolve("none/keys")).add(ONE.stored()))
                .isInstanceOf(EpitomeException.class)
                .hasMessageContaining("there is no such file or folder");
    }

    @Test
    void anIdIsThereOnce() {
        KeyFile file = KeyFile.at(folder.resolve("keys"));
        file.add(ONE.stored());
        assertThatThrownBy(() -> file.add(ONE.stored())).hasMessageContaining("already");
    }

    @Test
    void whereOthersMayReadItItsOwnerIsWarnedAndWhereTheyMayWriteItIsRefused() throws IOException {
        Path path = folder.resolve("keys");
        KeyFile file = KeyFile.at(path);
        file.add(ONE.stored());
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(file.read().all()).hasSize(1);
        assertThat(file.warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("read", path.toString()));
        for (String rights : new String[] {"rw--w----", "rw-----w-"}) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
            assertThatThrownBy(file::read).isInstanceOf(EpitomeException.class).hasMessageContaining("may write");
        }
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() {
        assertThatThrownBy(() -> KeyFile.at(folder.resolve("none")).read())
                .isInstanceOf(EpitomeException.class)
                .hasMessageContaining("none")
                .hasMessageContaining("no such file");
        assertThat(KeyFile.at(folder.resolve("none")).warning()).isEmpty();
    }
}
