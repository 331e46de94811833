package dev.epitome.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownWordsTest {

    @Test
    void theNamesAreSortedAndEachIsThereOnce() {
        List<String> names = names();
        assertThat(names).hasSizeGreaterThan(400).isSorted().doesNotHaveDuplicates();
        assertThat(names).allMatch(name -> name.matches("[a-z0-9]{2,}")).allMatch(KnownWords::isName);
    }

    @Test
    void aNameStaysAsItIsInAnyCase() {
        for (String name : names()) {
            String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            for (String written : List.of(name, capital)) {
                assertThat(TextAnalysis.words(written)).containsExactly(TextWord.simple(0, name.length(), name, name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring",
                "spark",
                "go",
                "rust",
                "swift",
                "react",
                "express",
                "flask",
                "bootstrap",
                "angular",
                "ember",
                "storm",
                "flow",
                "access",
                "word",
                "windows",
                "series",
                "news",
                "scale",
                "stories",
                "services",
                "apps",
                "is",
                "as",
                "us",
                "this",
                "its",
                "has",
                "was",
                "does",
                "less",
                "address",
                "process",
                "business"
            })
    void wordsOfEverydayEnglishAreNoNames(String word) {
        assertThat(KnownWords.isName(word)).isFalse();
    }

    private static List<String> names() {
        return KnownWords.lines(KnownWords.text("names.txt"));
    }

    @Test
    void theStemsAreSortedAndEachWordIsThereOnce() {
        List<String> lines = KnownWords.lines(KnownWords.text("stems.txt"));
        assertThat(lines).hasSizeGreaterThan(40).allMatch(line -> line.matches("[a-z]+: [a-z]+( [a-z]+)*"));
        assertThat(lines.stream().map(line -> line.substring(0, line.indexOf(':'))))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(lines.stream().flatMap(KnownWordsTest::words))
                .doesNotHaveDuplicates()
                .noneMatch(KnownWords::isName);
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
    void theseHaveOneStem(String one, String other) {
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
    void theseHaveDifferentStems(String one, String other) {
        assertThat(loose(one)).isNotEqualTo(loose(other));
    }

    private static String loose(String word) {
        return TextAnalysis.words(word).getFirst().loose();
    }

    private static Stream<String> words(String line) {
        return Arrays.stream(line.substring(line.indexOf(':') + 2).split(" ", -1));
    }
}
