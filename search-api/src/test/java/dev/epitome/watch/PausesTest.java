package dev.epitome.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a feed is left alone. */
final class PausesTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT0S, PT1H", "PT59M, PT1H", "PT3H, PT3H", "PT24H, PT24H", "PT2400H, PT24H"})
    void afterAnAnswerItIsAnHourUnlessTheFeedWantsMore(Duration asked, Duration pause) {
        assertThat(Pauses.afterAnswer(asked)).isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({
        "1, PT15M",
        "2, PT30M",
        "3, PT1H",
        "4, PT2H",
        "5, PT4H",
        "6, PT8H",
        "7, PT16H",
        "8, PT24H",
        "9, PT24H",
        "2147483647, PT24H"
    })
    void afterFailuresItDoublesUpToADay(int failures, Duration pause) {
        assertThat(Pauses.afterFailure(failures, Optional.empty())).isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({"PT1M, PT15M", "PT40H, PT40H", "PT1000H, PT168H"})
    void aServerThatFailsMayAskForAWeek(Duration retryAfter, Duration pause) {
        assertThat(Pauses.afterFailure(1, Optional.of(retryAfter))).isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "'Fri, 01 May 2026 13:00:00 GMT', PT1H",
        "'Fri, 01 May 2026 11:00:00 GMT', PT0S",
        "'', ",
        "-5, ",
        "soon, ",
        "99999999999999999999, "
    })
    void retryAfterIsSecondsOrADate(String header, Duration pause) {
        assertThat(Pauses.retryAfter(header, NOW)).isEqualTo(Optional.ofNullable(pause));
    }

    @ParameterizedTest
    @CsvSource({
        "'public, max-age=7200', PT2H",
        "'Max-Age = \"60\"', PT1M",
        "'s-maxage=7200', PT0S",
        "no-cache, PT0S",
        "max-age=, PT0S",
        "'', PT0S"
    })
    void cacheControlNamesAnAge(String header, Duration age) {
        assertThat(Pauses.maxAge(header)).isEqualTo(age);
    }

    @ParameterizedTest
    @CsvSource({"<rss><channel><ttl> 180 </ttl>, PT3H", "<rss><ttl>-1</ttl>, PT0S", "<feed>, PT0S", "'', PT0S"})
    void aFeedNamesMinutes(String feed, Duration pause) {
        assertThat(Pauses.timeToLive(feed.getBytes(StandardCharsets.UTF_8))).isEqualTo(pause);
    }

    @Test
    void chanceMakesAPauseATenthLongerAtMost() {
        assertThat(Pauses.jittered(Duration.ofHours(1), 0)).isEqualTo(Duration.ofHours(1));
        assertThat(Pauses.jittered(Duration.ofHours(1), 0.5)).isEqualTo(Duration.ofMinutes(63));
        assertThat(Pauses.jittered(Duration.ofHours(1), 1)).isEqualTo(Duration.ofMinutes(66));
    }
}
