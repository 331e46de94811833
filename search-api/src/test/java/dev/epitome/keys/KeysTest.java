package dev.epitome.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys and what is kept of them. */
final class KeysTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    /** In the form of a line, of a hash of nothing. */
    private static final String HASH =
            "pbkdf2-sha256:600000:AAAAAAAAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final String LINE = "aaaaaaaa read 2026-11-27 " + HASH;

    private static final NewKey READER = NewKey.make(Role.READ, "a  reader\n", DAY);
    private static final NewKey WRITER = NewKey.make(Role.WRITE, "", DAY);
    private static final String FILE = "# who may\n\n" + READER.stored().line() + "\r\n  "
            + WRITER.stored().line() + "  \n";

    @Test
    void aKeyIsKnownByItsLine() {
        Keys keys = read(FILE);
        assertThat(keys.verified(READER.text())).hasValueSatisfying(known -> {
            assertThat(known.role()).isEqualTo(Role.READ);
            assertThat(known.name()).isEqualTo("a reader");
            assertThat(known.created()).isEqualTo(DAY);
            assertThat(known.id()).isEqualTo(Keys.id(READER.text()).orElseThrow());
        });
        assertThat(keys.verified(WRITER.text()).map(StoredKey::role)).hasValue(Role.WRITE);
        assertThat(keys.all())
                .extracting(StoredKey::line)
                .containsExactly(READER.stored().line(), WRITER.stored().line());
    }

    @Test
    void aKeyHas256RandomBitsAndNoTwoAreTheSame() {
        assertThat(READER.text()).matches("epi_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
        assertThat(READER.text().substring(13)).isNotEqualTo(WRITER.text().substring(13));
        assertThat(READER.stored().id()).isNotEqualTo(WRITER.stored().id());
        assertThat(READER.stored().line().split(":", -1)[2])
                .isNotEqualTo(WRITER.stored().line().split(":", -1)[2]);
    }

    @Test
    void ofWhateverIsWrongOneHashIsDerivedAndItIsComparedAsAWhole() {
        List<String> derived = new ArrayList<>();
        Keys keys = Keys.parse(FILE, "test", (secret, salt, iterations) -> {
            derived.add(secret + " " + iterations);
            return SlowHash.pbkdf2(secret, salt, iterations);
        });
        String right = READER.text();
        String first = right.substring(0, 13) + (right.charAt(13) == 'x' ? 'y' : 'x') + right.substring(14);
        String last = right.substring(0, 55) + (right.endsWith("A") ? "B" : "A");
        String unknown = "epi_00000000_" + right.substring(13);
        String ofOther = "epi_" + WRITER.stored().id() + "_" + right.substring(13);
        for (String wrong : List.of(first, last, unknown, ofOther)) {
            derived.clear();
            assertThat(keys.verified(wrong)).as(wrong).isEmpty();
            assertThat(derived).containsExactly(wrong.substring(13) + " 600000");
        }
        derived.clear();
        assertThat(keys.verified(right)).isPresent();
        assertThat(derived).hasSize(1);
    }

    @Test
    void whatIsNoKeyIsNoneAndNothingIsDerivedOfIt() {
        Keys keys = Keys.parse(FILE, "test", (secret, salt, iterations) -> {
            throw new AssertionError("derived");
        });
        String right = READER.text();
        for (String wrong : List.of(
                "",
                right.substring(1),
                right.substring(0, 55),
                right + "A",
                right + "\n",
                " " + right,
                right.toUpperCase(Locale.ROOT))) {
            assertThat(keys.verified(wrong)).isEmpty();
            assertThat(Keys.id(wrong)).isEmpty();
        }
    }

    @Test
    void withoutKeysNoneIsRight() {
        assertThat(Keys.NONE.isEmpty()).isTrue();
        assertThat(Keys.NONE.verified(READER.text())).isEmpty();
        assertThat(read("# none yet\n").isEmpty()).isTrue();
    }

    @Test
    void nothingThatIsPrintedHasASecretOrAHash() {
        String secret = READER.text().substring(13);
        String hash = READER.stored().line().split(":", -1)[3].split(" ", -1)[0];
        for (Object printed :
                List.of(READER, READER.stored(), read(FILE), READER.stored().hash(), Optional.of(READER))) {
            assertThat(printed.toString()).doesNotContain(secret, hash);
        }
        assertThat(READER.stored().line()).doesNotContain(secret);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aaaa read 2026-11-27 HASH | an id of 8",
                "aaaaaaaa | not all of id, role, day and hash",
                "aaaaaaaa read 2026-11-27 | not all of id, role, day and hash",
                "aaaaaaaa wirte 2026-11-27 HASH | not read, write or admin",
                "aaaaaaaa READ 2026-11-27 HASH | not read, write or admin",
                "aaaaaaaa read 2026-11-31 HASH | no day",
                "aaaaaaaa read 2026-11-27 md5:1:x:y | fourth word",
                "aaaaaaaa read 2026-11-27 pbkdf2-sha256:1000:AAAA:AAAA | 1000 iterations",
                "aaaaaaaa read 2026-11-27 pbkdf2-sha256:99999999:AAAA:AAAA | 99999999 iterations",
                "aaaaaaaa read 2026-11-27 pbkdf2-sha256:600000:AAAA:AAAA | cut",
                "aaaaaaaa read 2026-11-27 pbkdf2-sha256:600000:!!:!! | cut",
                "bbbbbbbb read 2026-11-27 HASH | an earlier line",
                "aaaaaaaa read 2026-11-27 HASH NAME | more than 100",
            })
    void aLineThatIsNoneIsNamedByItsNumber(String line, String said) {
        String text = "# keys\n" + LINE.replaceFirst("a{8}", "bbbbbbbb") + "\n"
                + line.replace("HASH", HASH).replace("NAME", "n".repeat(101)) + "\n";
        assertThat(refused(text)).contains("line 3 of the keys is no key").contains(said);
    }

    @Test
    void aKeyThatWasPutThereItselfIsNotRepeated() {
        assertThat(refused(READER.text()))
                .contains("line 1")
                .doesNotContain(READER.text().substring(5));
        assertThat(refused("aaaaaaaa " + READER.text() + " 2026-11-27 " + HASH))
                .doesNotContain(READER.text().substring(5));
    }

    @Test
    void aFileIsBounded() {
        String many = IntStream.range(0, 1_001)
                .mapToObj(i -> LINE.replaceFirst("a{8}", "a%07d".formatted(i)))
                .collect(Collectors.joining("\n"));
        assertThat(refused(many)).contains("line 1001", "more than 1000");
        assertThat(refused("#".repeat((1 << 20) + 1))).contains("1048576 bytes");
        assertThat(refused(new ByteArrayInputStream(new byte[] {(byte) 0xFF}))).contains("UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"READ,READ,true", "READ,WRITE,false", "WRITE,READ,true", "WRITE,ADMIN,false", "ADMIN,WRITE,true"})
    void aRoleIncludesThoseBeforeIt(Role role, Role other, boolean includes) {
        assertThat(role.includes(other)).isEqualTo(includes);
    }

    private static String refused(String text) {
        return refused(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String refused(InputStream file) {
        EpitomeException refusal = catchThrowableOfType(EpitomeException.class, () -> Keys.read(file, "the keys"));
        assertThat(refusal.kind()).isEqualTo(Kind.NO_INPUT);
        return refusal.getMessage();
    }

    private static Keys read(String text) {
        return Keys.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "the keys");
    }
}
