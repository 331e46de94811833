package dev.epitome.alias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.alias.AliasDictionary.Meaning;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasFileTest {

    @Test
    void termsBetweenCommasEachMeanTheOthers() {
        AliasFile file = read("Postgres, PostgreSQL ,  Postgre   SQL");

        assertThat(file.problems()).isEmpty();
        assertThat(meanings(file, "postgres")).containsExactly("PostgreSQL", "Postgre SQL");
        assertThat(meanings(file, "PostgreSQL")).containsExactly("Postgres", "Postgre SQL");
        assertThat(meanings(file, "postgre sql")).containsExactly("Postgres", "PostgreSQL");
    }

    @Test
    void anArrowPointsOneWay() {
        AliasFile file = read("auth, login => authentication, authorization");

        assertThat(file.problems()).isEmpty();
        assertThat(meanings(file, "auth")).containsExactly("authentication", "authorization");
        assertThat(meanings(file, "login")).containsExactly("authentication", "authorization");
        assertThat(meanings(file, "authentication")).isEmpty();
    }

    @Test
    void whatStandsOnBothSidesOfAnArrowMeansTheRestOnly() {
        AliasFile file = read("db => db, database");

        assertThat(file.problems()).isEmpty();
        assertThat(meanings(file, "db")).containsExactly("database");
    }

    @Test
    void aBackslashTakesTheMeaningFromWhatFollows() {
        AliasFile file = read("""
                ETL, extract\\, transform\\, load
                rocket, a \\=> b
                \\#java, Java tag
                back\\\\slash, reverse solidus
                end, at the end\\""");

        assertThat(file.problems()).isEmpty();
        assertThat(meanings(file, "etl")).containsExactly("extract, transform, load");
        assertThat(meanings(file, "extract transform load")).containsExactly("ETL");
        assertThat(meanings(file, "rocket")).containsExactly("a => b");
        assertThat(meanings(file, "Java tag")).containsExactly("#java");
        assertThat(meanings(file, "reverse solidus")).containsExactly("back\\slash");
        assertThat(meanings(file, "end")).containsExactly("at the end\\");
    }

    @Test
    void commentsAndBlankLinesAreNoEntries() {
        AliasFile file = read("# a comment, with a comma\n\n   \t\n  # another => one\nJS, JavaScript\n");

        assertThat(file.problems()).isEmpty();
        assertThat(file.dictionary().size()).isEqualTo(2);
    }

    @Test
    void aHashWithinALineBelongsToTheTerm() {
        AliasFile file = read("C#, csharp");

        assertThat(file.problems()).isEmpty();
        assertThat(meanings(file, "csharp")).containsExactly("C#");
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsAreNoMatter() {
        AliasFile file = read("\uFEFFk8s, Kubernetes\r\nJS, JavaScript\r\n");

        assertThat(file.problems()).isEmpty();
        assertThat(meanings(file, "Kubernetes")).containsExactly("k8s");
        assertThat(meanings(file, "js")).containsExactly("JavaScript");
    }

    @Test
    void anEmptyFileIsAnEmptyDictionary() {
        assertThat(read("").problems()).isEmpty();
        assertThat(read("").dictionary().size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,, b        | an empty term",
                "a, b,        | an empty term",
                ", a          | an empty term",
                ",            | an empty term",
                "a, => b      | an empty term",
                "a => b,      | an empty term",
                "kubernetes   | a single term, where two or more are needed",
                "a => b => c  | more than one =>",
                "=> b         | nothing left of =>",
                "a =>         | nothing right of =>",
                "=>           | nothing left of =>",
                "a, ++        | a term without a letter or digit: ++",
                "a b c d e f g h i j k, x | a term with more than 10 words: a b c d e f g h i j k",
                "a-b-c-d-e-f-g-h-i-j-k, x | a term with more than 10 words: a-b-c-d-e-f-g-h-i-j-k",
                "web-socket, Web Socket   | all terms are spellings of the same word, which need no entry",
                "a => A       | all terms are spellings of the same word, which need no entry"
            })
    void aBadLineIsNamedWithFileAndLineAndLeftOut(String line, String reason) {
        AliasFile file = read("JS, JavaScript\n\n" + line + "\nTS, TypeScript");

        assertThat(file.problems()).extracting(Object::toString).containsExactly("my.txt:3: " + reason);
        assertThat(file.dictionary().fingerprint())
                .isEqualTo(read("JS, JavaScript\nTS, TypeScript").dictionary().fingerprint());
    }

    @Test
    void aTermMayHaveAHundredCharactersAndNoMore() {
        AliasFile file = read("a, " + "x".repeat(100) + "\nb, " + "x".repeat(101));

        assertThat(problems(file)).containsExactly("my.txt:2: a term with more than 100 characters");
        assertThat(meanings(file, "a")).containsExactly("x".repeat(100));
    }

    @Test
    void aLineMayHaveTwoHundredTermsOnEachSideAndNoMore() {
        String most = "a" + ", x".repeat(199);
        AliasFile file = read(most + "\n" + most + ", x\nb => c, " + most);

        assertThat(problems(file)).containsExactly("my.txt:2: more than 200 terms", "my.txt:3: more than 200 terms");
        assertThat(meanings(file, "a")).containsExactly("x");
    }

    @Test
    void controlCharactersAreRefusedAndTabsAreBlanks() {
        AliasFile file = read("a\t,\tb\tc\nd, e\u001B[31m\nf, \0g\nh, i\rj");

        assertThat(problems(file))
                .containsExactly(
                        "my.txt:2: a control character",
                        "my.txt:3: a control character",
                        "my.txt:4: a control character");
        assertThat(meanings(file, "a")).containsExactly("b c");
    }

    @Test
    void aLineThatIsNotUtf8IsNamedAndTheOthersAreRead() {
        byte[] bytes = "a, b\nc, caf\u00E9\nd, e".getBytes(StandardCharsets.ISO_8859_1);
        AliasFile file = read(bytes);

        assertThat(problems(file)).containsExactly("my.txt:2: not UTF-8");
        assertThat(meanings(file, "d")).containsExactly("e");
    }

    @Test
    void theSameEntryAgainIsNamedHoweverItIsSpelled() {
        AliasFile file = read("a, b c\nB-C, A\na => b\na => B\nb => a");

        assertThat(problems(file)).containsExactly("my.txt:2: the same as line 1", "my.txt:4: the same as line 3");
    }

    @Test
    void aLineMayHaveTenThousandCharactersAndNoMore() {
        String longest = "a, b" + " ".repeat(9_996);
        String wide = "ż, 数" + " ".repeat(9_996);
        AliasFile file = read(longest + "\n" + wide + "\r\n" + longest + " \n" + "数".repeat(1_000_000) + "\nc, d");

        assertThat(problems(file))
                .containsExactly("my.txt:3: more than 10000 characters", "my.txt:4: more than 10000 characters");
        assertThat(meanings(file, "ż")).containsExactly("数");
        assertThat(meanings(file, "c")).containsExactly("d");
    }

    @Test
    void whatComesAfterAHundredThousandLinesIsLeftOutAndSaid() {
        String lines = IntStream.rangeClosed(1, 100_002)
                .mapToObj(i -> "left" + i + ", right" + i)
                .collect(Collectors.joining("\n"));
        AliasFile file = read(lines);

        assertThat(problems(file)).containsExactly("my.txt:100001: more than 100000 lines, the rest is left out");
        assertThat(meanings(file, "left100000")).containsExactly("right100000");
        assertThat(meanings(file, "left100001")).isEmpty();
    }

    @Test
    void aFileOnDiskIsNamedAsTheUserDid(@TempDir Path directory) throws IOException {
        Path path = Files.writeString(directory.resolve("own.txt"), "RDG, Real-Time Distributed Graph\nlonely\n");
        AliasFile file = AliasFile.read(path, AliasOrigin.USER);

        assertThat(file.dictionary().meanings(List.of("rdg")))
                .containsExactly(new Meaning("Real-Time Distributed Graph", AliasOrigin.USER));
        assertThat(problems(file)).containsExactly(path + ":2: a single term, where two or more are needed");
    }

    @Test
    void aFileThatIsNotThereIsNoInput(@TempDir Path directory) {
        Path path = directory.resolve("none.txt");

        assertThatThrownBy(() -> AliasFile.read(path, AliasOrigin.USER))
                .isInstanceOfSatisfying(
                        EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NO_INPUT))
                .hasMessage("no such alias file: " + path);
    }

    @Test
    void aDirectoryIsNoAliasFile(@TempDir Path directory) {
        assertThatThrownBy(() -> AliasFile.read(directory, AliasOrigin.USER))
                .isInstanceOfSatisfying(
                        EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NO_INPUT))
                .hasMessageContaining(directory.toString());
    }

    static AliasFile read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static AliasFile read(byte[] bytes) {
        try {
            return AliasFile.read(new ByteArrayInputStream(bytes), "my.txt", AliasOrigin.USER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> problems(AliasFile file) {
        return file.problems().stream().map(AliasFile.Problem::toString).toList();
    }

    private static List<String> meanings(AliasFile file, String words) {
        return file.dictionary().meanings(List.of(words.split(" ", -1))).stream()
                .map(Meaning::text)
                .toList();
    }
}
