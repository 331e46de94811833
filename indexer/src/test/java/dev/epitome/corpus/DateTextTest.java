package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.corpus.DateText.Either;
import dev.epitome.corpus.DateText.Impossible;
import dev.epitome.corpus.DateText.Known;
import dev.epitome.corpus.DateText.NoDate;
import dev.epitome.corpus.DateText.Order;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // ISO 8601, and what is close to it
                "2024-03-05 | 2024-03-05",
                "2024-3-5 | 2024-03-05",
                "2024-03 | 2024-03",
                "2024 | 2024",
                "20240305 | 2024-03-05",
                "202403 | 2024-03",
                "2024-03-05T10:11:12 | 2024-03-05",
                "2024-03-05T10:11:12Z | 2024-03-05",
                "2024-03-05T10:11:12.123456Z | 2024-03-05",
                "2024-03-05T10:11 | 2024-03-05",
                "2024-03-05T1011Z | 2024-03-05",
                "2024-03-05t10:11:12z | 2024-03-05",
                "20240305T101112Z | 2024-03-05",
                "2024-03-05 10:11:12 | 2024-03-05",
                "2024-03-05 10:11:12 +0530 | 2024-03-05",
                "2024-03-05 10:11:12 UTC | 2024-03-05",
                "2024-03-05Z | 2024-03-05",
                "2024-03-05+02:00 | 2024-03-05",
                "2024-065 | 2024-03-05",
                "2024065 | 2024-03-05",
                "2024-W10 | 2024-03-04",
                "2024-W10-2 | 2024-03-05",
                "2024W102 | 2024-03-05",
                "2024/03/05 | 2024-03-05",
                "2024/3/5 10:11 | 2024-03-05",
                "2024.03.05 | 2024-03-05",
                "2024/03 | 2024-03",
                "03/2024 | 2024-03",
                // RFC 822 and its like
                "Tue, 05 Mar 2024 10:11:12 GMT | 2024-03-05",
                "Tue, 05 Mar 2024 10:11:12 +0000 | 2024-03-05",
                "Tue, 5 Mar 2024 10:11 EST | 2024-03-05",
                "Tuesday, 05-Mar-24 10:11:12 GMT | 2024-03-05",
                "05 Mar 24 10:11:12 PDT | 2024-03-05",
                "5 Mar 1999 10:11:12 Z | 1999-03-05",
                "05 Mar 99 10:11:12 UT | 1999-03-05",
                "Tue Mar 5 10:11:12 2024 | 2024-03-05",
                "Tue Mar  5 10:11:12 EST 2024 | 2024-03-05",
                "Tue Mar 05 2024 10:11:12 GMT+0100 (Central European Standard Time) | 2024-03-05",
                "Tues, 05 Mar 2024 10:11:12 CEST | 2024-03-05",
                // as people write it
                "Mar 5, 2024 | 2024-03-05",
                "March 5, 2024 | 2024-03-05",
                "March 5th, 2024 | 2024-03-05",
                "Mar. 5, 2024 10:11 AM | 2024-03-05",
                "March 5, 2024 at 10:11 | 2024-03-05",
                "5 March 2024 | 2024-03-05",
                "5th of March 2024 | 2024-03-05",
                "5. March 2024 | 2024-03-05",
                "5-Mar-2024 | 2024-03-05",
                "05-mar-24 | 2024-03-05",
                "Sept 5, 2024 | 2024-09-05",
                "Tuesday, March 5, 2024 | 2024-03-05",
                "2024 Mar 5 | 2024-03-05",
                "2024-Mar-05 | 2024-03-05",
                "March 2024 | 2024-03",
                "Mar 2024 | 2024-03",
                "2024 March | 2024-03",
                "2024年3月5日 | 2024-03-05",
                "2024年3月 | 2024-03",
                // so many units since 1970
                "1709633472 | 2024-03-05",
                "1709633472.123 | 2024-03-05",
                "1709633472123 | 2024-03-05",
                "1709633472123456 | 2024-03-05",
                "1709633472123456789 | 2024-03-05",
                "946684800 | 2000-01-01",
            })
    void aDateIsReadInWhateverFormItIsWritten(String text, String date) {
        assertThat(date(text)).isEqualTo(date);
        assertThat(date("  " + text + " ")).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-05T23:59:59-08:00 | 2024-03-05",
                "2024-03-05T00:10:00+09:00 | 2024-03-05",
                "Tue, 05 Mar 2024 23:30:00 PST | 2024-03-05",
                "Tue, 05 Mar 2024 00:30:00 +0530 | 2024-03-05",
                "2024-03-05T24:00:00Z | 2024-03-05",
                "2024-12-31 23:59 -1200 | 2024-12-31",
            })
    void theDayIsThePublishersOwnWhateverItsZone(String text, String date) {
        assertThat(date(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GMT", "UT", "UTC", "Z", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "CET", "CEST", "BST",
                "IST", "JST", "AEST", "A", "M"
            })
    void everyNameOfAZoneIsPassedOver(String zone) {
        assertThat(date("Tue, 05 Mar 2024 10:11:12 " + zone)).isEqualTo("2024-03-05");
        assertThat(date("2024-03-05 10:11:12 " + zone)).isEqualTo("2024-03-05");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-30",
                "2023-02-29",
                "2024-01-32",
                "2024-13-01",
                "2024-00-10",
                "2024-01-00",
                "30 February 2024",
                "February 30, 2024",
                "Thu, 30 Feb 2024 10:11:12 GMT",
                "32 Jan 2024",
                "31.04.2024",
                "13/13/2024",
                "2024-367",
                "2023-366",
                "2024-W54",
                "0001-01-01T00:00:00Z",
                "0001-01-01",
                "0000-00-00 00:00:00",
                "0000-00-00",
                "2024-13",
            })
    void whatNoCalendarHasIsImpossibleAndNeverRolledOver(String text) {
        assertThat(DateText.of(text)).isInstanceOf(Impossible.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "yesterday",
                "12",
                "123",
                "12345",
                "1.5",
                "-1",
                "version 2024-03-05",
                "2024-03-05 and more words",
                "10:11:12",
                "March",
                "v1.2.2024.1",
                "https://example.org/2024/03/05",
                "99999999999999999999999",
                "5 Foo 2024",
                "25-11-03-01",
            })
    void whatHasNoFormOfADateIsNone(String text) {
        assertThat(DateText.of(text)).isInstanceOf(NoDate.class);
    }

    @Test
    void dayAndMonthThatMayBeSwappedAreNotGuessed() {
        assertThat(DateText.of("03/04/2024")).isEqualTo(new Either(LocalDate.of(2024, 4, 3), LocalDate.of(2024, 3, 4)));
        assertThat(DateText.of("3.4.2024 10:11"))
                .isEqualTo(new Either(LocalDate.of(2024, 4, 3), LocalDate.of(2024, 3, 4)));
        assertThat(DateText.of("03-04-24")).isEqualTo(new Either(LocalDate.of(2024, 4, 3), LocalDate.of(2024, 3, 4)));
    }

    @ParameterizedTest
    @CsvSource({
        "25/04/2024, 2024-04-25, DAY_FIRST",
        "25.4.2024, 2024-04-25, DAY_FIRST",
        "04/25/2024, 2024-04-25, MONTH_FIRST",
        "4-25-24, 2024-04-25, MONTH_FIRST",
        "04/04/2024, 2024-04-04, ",
    })
    void whereOnlyOneOrderIsPossibleItShowsTheOrder(String text, String date, Order order) {
        assertThat(DateText.of(text)).isInstanceOfSatisfying(Known.class, known -> {
            assertThat(known.date()).hasToString(date);
            assertThat(known.shows().orElse(null)).isEqualTo(order);
        });
    }

    @Test
    void aHostileTextIsReadInLinearTime() {
        for (String text : new String[] {
            "1".repeat(1_000_000),
            "Mon, ".repeat(200_000),
            " ".repeat(1_000_000) + "x",
            "2024-03-05T10:" + "1".repeat(80)
        }) {
            assertThat(DateText.of(text)).isNotNull();
        }
    }

    private static String date(String text) {
        return DateText.of(text) instanceof Known known ? known.date().toString() : text + " is " + DateText.of(text);
    }
}
