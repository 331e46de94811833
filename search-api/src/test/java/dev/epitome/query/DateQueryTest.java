package dev.epitome.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.query.QueryExpression.Everything;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateQueryTest {

    @ParameterizedTest
    @CsvSource({
        "2025,                   2025 to 2025",
        "2025-11,                2025-11 to 2025-11",
        "2025-11-03,             2025-11-03 to 2025-11-03",
        ">=2025-10,              2025-10 to ",
        ">2025-10,               2025-11 to ",
        ">2025-12-31,            2026-01-01 to ",
        "<=2025-10,              ' to 2025-10'",
        "<2025,                  ' to 2024'",
        "<2024-03-01,            ' to 2024-02-29'",
        "2024..2025,             2024 to 2025",
        "2025-11..2025,          2025-11 to 2025",
        "2024..,                 2024 to ",
        "..2025,                 ' to 2025'",
        "last-30d,               last 30",
        "last-2w,                last 14",
        "last-6m,                last 180",
        "LAST-1Y,                last 365",
        "last-36500d,            last 36500",
        "2025-11-03T10:15:30Z,   2025-11-03 to 2025-11-03",
        "'2025,',                2025 to 2025",
        "2025.,                  2025 to 2025",
        "'\"2025-11\"',          2025-11 to 2025-11",
    })
    void datesAreASpanOrALimitOrARange(String value, String meaning) {
        ParsedQuery query = QueryLanguage.parse("published:" + value);
        assertThat(Meaning.of(query.expression()).replace(" ]", "]"))
                .isEqualTo(("published[" + meaning + "]").replace(" ]", "]"));
        assertThat(query.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2025-13",
                "2025-02-30",
                "25",
                ">",
                ">=",
                "..",
                "...",
                "2024...2025",
                "last-",
                "last-30",
                "last-0d",
                "last-36501d",
                "last-999999999999d",
                "last--1d",
                "last-1x",
                "<0000",
                ">9999",
                "2025*",
                "x..2025",
                "2025..x",
                "\"\"",
                "~2025"
            })
    void anythingElseIsLeftOutAndTheUserToldWhatIsTaken(String value) {
        ParsedQuery query = QueryLanguage.parse("published:" + value);
        assertThat(query.expression()).isEqualTo(new Everything());
        assertThat(query.warnings()).singleElement().asString().contains("last-30d");
    }

    @Test
    void aGroupOfDatesIsReadAsWords() {
        assertThat(Meaning.of("published:(2024 OR 2025) a")).isEqualTo("{{2024 | 2025} & a}");
        assertThat(QueryLanguage.parse("published:(2024 OR 2025)").warnings()).hasSize(1);
    }

    @Test
    void aReversedRangeIsTurnedRoundWithAWarning() {
        ParsedQuery query = QueryLanguage.parse("published:2025-11..2024");
        assertThat(Meaning.of(query.expression())).isEqualTo("published[2024 to 2025-11]");
        assertThat(query.warnings()).singleElement().asString().contains("swapped");
    }
}
