package dev.epitome.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.analysis.TextWord.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextAnalysisTest {

    @Test
    void aWordHasALooseFormAnExactOneAndItsParts() {
        assertThat(TextAnalysis.words("a Role-Based API"))
                .containsExactly(
                        TextWord.simple(0, 1, "a", "a"),
                        new TextWord(
                                2,
                                12,
                                "role-based",
                                "rolebas",
                                2,
                                List.of(new Part("role", 2, 6, 0), new Part("base", 7, 12, 1))),
                        TextWord.simple(13, 16, "api", "api"));
    }

    @ParameterizedTest
    @CsvSource({
        "Café, cafe",
        "Cafe\u0301, cafe",
        "RE\u0301SUME\u0301, resume",
        "İstanbul, istanbul",
        "I\u0307stanbul, istanbul",
        "Größe, grosse",
        "ŁÓDŹ, lodz",
        "ｗｉｄｅ, wide",
        "ЖУРНАЛ, журнал"
    })
    void aTermFromElsewhereIsFoldedAsTheWordsAre(String text, String term) {
        TextWord word = TextAnalysis.words(text).getFirst();
        assertThat(List.of(word.exact(), word.loose())).contains(term);
        assertThat(TextAnalysis.folded(text)).isEqualTo(term);
    }

    @Test
    void offsetsPointIntoTheTextAsItWasWritten() {
        String text = "A cafe\u0301, Größe: ok";
        assertThat(TextAnalysis.words(text).stream().map(word -> text.substring(word.start(), word.end())))
                .containsExactly("A", "cafe\u0301", "Größe", "ok");
    }

    @ParameterizedTest
    @CsvSource({
        "漢字, 2",
        "ひらがな, 4",
        "データ, 3",
        "ﾃﾞｰﾀ, 3",
        "한국어, 3",
        "\u1112\u1161\u11AB, 1",
        "ภาษาไทย, 7",
        "ລາວ, 3",
        "ខ្មែរ, 3",
        "မြန်မာ, 3",
        "ㄅㄆㄇ, 3"
    })
    void whatIsWrittenWithoutSpacesIsASignEach(String text, int signs) {
        assertThat(TextAnalysis.words(text)).hasSize(signs).allMatch(TextAnalysis::isSign);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "K8s", "2025", "очередь", "ουρά", "طابور", "תור", "हिन्दी", "🚀", "C++", ".NET"})
    void aWordOfAnyOtherScriptIsOne(String text) {
        assertThat(TextAnalysis.words(text)).hasSize(1).noneMatch(TextAnalysis::isSign);
    }

    @Test
    void aTextInCapitalsIsReadAsIfInSmallLetters() {
        assertThat(TextAnalysis.words("SCALING APIS FOR MILLIONS"))
                .isEqualTo(TextAnalysis.words("scaling apis for millions"));
    }

    @Test
    void noWordIsStopped() {
        assertThat(TextAnalysis.words("to be or not to be")).hasSize(6);
    }

    @Test
    void theFingerprintChangesWithTheNamesAndTheStems() {
        assertThat(TextAnalysis.FINGERPRINT).matches("technical-\\d+-[0-9a-f]{8}-[0-9a-f]{8}");
    }
}
