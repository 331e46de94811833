package dev.epitome.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.PublicationDate.Precision;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateTest {

    @ParameterizedTest
    @CsvSource({
        "2025,       YEAR,  2025-01-01, 2025-12-31",
        "2024,       YEAR,  2024-01-01, 2024-12-31",
        "2025-11,    MONTH, 2025-11-01, 2025-11-30",
        "2024-02,    MONTH, 2024-02-01, 2024-02-29",
        "2025-11-03, DAY,   2025-11-03, 2025-11-03",
        "2024-02-29, DAY,   2024-02-29, 2024-02-29",
        "0000,       YEAR,  0000-01-01, 0000-12-31",
        "9999-12,    MONTH, 9999-12-01, 9999-12-31",
    })
    void aDateStandsForTheDaysThatItMayBe(String text, Precision precision, LocalDate first, LocalDate last) {
        assertThat(PublicationDate.parse(text)).hasValueSatisfying(date -> {
            assertThat(date.precision()).isEqualTo(precision);
            assertThat(date.firstDay()).isEqualTo(first);
            assertThat(date.lastDay()).isEqualTo(last);
            assertThat(date).hasToString(text);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-11-03T10:15:30Z",
                "2025-11-03T23:59:59.999-08:00",
                "2025-11-03T00:30+05:30",
                "2025-11-03 10:15",
                "  2025-11-03\n",
            })
    void aTimeAfterTheDayIsDroppedWhateverItsZone(String text) {
        assertThat(PublicationDate.parse(text)).hasValue(PublicationDate.ofDay(LocalDate.of(2025, 11, 3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "November 2025",
                "25",
                "20251103",
                "2025-1",
                "2025-1-3",
                "2025/11/03",
                "03-11-2025",
                "2025-13",
                "2025-00",
                "2025-02-29",
                "2025-04-31",
                "2025-11-00",
                "2025-11-03T",
                "2025-11-03X10:15",
                "2025-11T10:15",
                "-2025",
                "12025",
                "+12025-01",
                "２０２５",
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(PublicationDate.parse(text)).isEmpty();
    }

    @Test
    void whatIsNotKnownIsNotKept() {
        LocalDate day = LocalDate.of(2025, 11, 3);

        assertThat(new PublicationDate(day, Precision.MONTH))
                .isEqualTo(PublicationDate.ofMonth(YearMonth.of(2025, 11)));
        assertThat(new PublicationDate(day, Precision.YEAR)).isEqualTo(PublicationDate.ofYear(2025));
        assertThat(PublicationDate.ofDay(LocalDate.of(2025, 1, 1)))
                .as("a first of January is not a year")
                .isNotEqualTo(PublicationDate.ofYear(2025));
    }

    @Test
    void everyDayIsReadAsItIsWritten() {
        for (LocalDate day = LocalDate.of(1999, 1, 1); day.getYear() < 2029; day = day.plusDays(1)) {
            for (Precision precision : Precision.values()) {
                PublicationDate date = new PublicationDate(day, precision);
                assertThat(PublicationDate.parse(date.toString())).hasValue(date);
            }
        }
    }
}
