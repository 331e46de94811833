package dev.epitome.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownStemsTest {

    @Test
    void theFileIsSortedAndHasEachWordOnce() {
        List<String> lines = WordList.read("stems.txt").lines();
        assertThat(lines).hasSizeGreaterThan(40).allMatch(line -> line.matches("[a-z]+: [a-z]+( [a-z]+)*"));
        assertThat(lines.stream().map(line -> line.substring(0, line.indexOf(':'))))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(lines.stream().flatMap(KnownStemsTest::words))
                .doesNotHaveDuplicates()
                .noneMatch(Names::contain);
    }

    @ParameterizedTest
    @CsvSource({
        "containerized, containers",
        "engineers, engineering",
        "authorize, authorization",
        "indices, index",
        "written, writing",
        "recovery, recover",
        "optimised, optimizer",
        "analyses, analyze"
    })
    void theseMeet(String one, String other) {
        assertThat(loose(one)).isEqualTo(loose(other));
    }

    @ParameterizedTest
    @CsvSource({
        "container, contains",
        "engineer, engine",
        "author, authorization",
        "customers, custom",
        "transformer, transformation",
        "internal, intern",
        "experiment, experience",
        "important, import",
        "going, go"
    })
    void theseDoNot(String one, String other) {
        assertThat(loose(one)).isNotEqualTo(loose(other));
    }

    private static String loose(String word) {
        return TextAnalysis.words(word).getFirst().loose();
    }

    private static Stream<String> words(String line) {
        return Arrays.stream(line.substring(line.indexOf(':') + 2).split(" ", -1));
    }
}
