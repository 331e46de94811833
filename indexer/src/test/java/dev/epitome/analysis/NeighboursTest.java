package dev.epitome.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.analysis.TextWord.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Which words are found by which, and which never are. */
class NeighboursTest {

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvFileSource(resources = "/analysis/found.csv", delimiter = '|', commentCharacter = '§')
    void isFound(String query, String text) {
        assertThat(finds(query, text)).isTrue();
    }

    @ParameterizedTest(name = "{0} does not find {1}")
    @CsvFileSource(resources = "/analysis/not-found.csv", delimiter = '|', commentCharacter = '§')
    void isNotFound(String query, String text) {
        assertThat(finds(query, text)).isFalse();
    }

    private static boolean finds(String query, String text) {
        TextWord asked = TextAnalysis.words(query).getFirst();
        return TextAnalysis.words(text).stream()
                .anyMatch(word -> word.exact().equals(asked.exact())
                        || word.loose().equals(asked.loose())
                        || word.parts().stream().map(Part::term).anyMatch(asked.loose()::equals));
    }
}
