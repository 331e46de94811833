package dev.epitome.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FilterKeyTest {

    @ParameterizedTest
    @CsvSource({
        "ByteByteGo, bytebytego",
        "'  The  Go Blog ', the go blog",
        "Café, cafe",
        "Cafe\u0301, cafe",
        "CAFE\u0301, cafe",
        "İstanbul, istanbul",
        "I\u0307stanbul, istanbul",
        "Größe, grosse",
        "GRÖẞE, grosse",
        "C#, c#",
        ".NET, .net",
        "ｗｉｄｅ, wide",
        "世界, 世界",
        "ЖУРНАЛ, журнал",
        "🚀, 🚀",
        "'', ''"
    })
    void aFilterSeesNoCaseNoAccentAndNoExtraSpace(String value, String key) {
        assertThat(TextAnalysis.filterKey(value)).isEqualTo(key);
    }

    @Test
    void aFilterKeyMayBeLongerThanItsValue() {
        assertThat(TextAnalysis.filterKey("⑳".repeat(100))).isEqualTo("20".repeat(100));
        assertThat(TextAnalysis.filterKey("⒇".repeat(100))).isEqualTo("(20)".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ByteByteGo", "İstanbul", "ẞ", "⒇", "Ω", "I\u0307", "ΟΔΟΣ", "𝔘"})
    void aFilterKeyIsItsOwnKey(String value) {
        String key = TextAnalysis.filterKey(value);
        assertThat(TextAnalysis.filterKey(key)).isEqualTo(key);
    }
}
