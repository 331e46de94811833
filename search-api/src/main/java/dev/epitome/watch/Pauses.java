package dev.epitome.watch;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a feed is left alone, and whatever cannot be written. */
final class Pauses {

    /** Between two requests that were answered, where nothing else was asked for. */
    static final Duration USUAL = Duration.ofHours(1);

    /** Whatever feeds say, and however often they fail. */
    static final Duration LONGEST = Duration.ofDays(1);

    /** Only a server that asks for it by Retry-After is left alone as long. */
    static final Duration LONGEST_ASKED_FOR = Duration.ofDays(7);

    private static final Duration AFTER_FIRST_FAILURE = Duration.ofMinutes(15);

    /** A service is restarted in some seconds. */
    private static final Duration UNTIL_WRITTEN = Duration.ofSeconds(10);

    private static final Duration LONGEST_UNTIL_WRITTEN = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 10;

    /** At most this part of a pause comes on top of it, so that not all feeds are asked at once. */
    private static final double JITTER = 0.1;

    /** The time to live stands before the entries. */
    private static final int HEAD = 1 << 14;

    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,9})");
    private static final Pattern TTL = Pattern.compile("<ttl>\\s*(\\d{1,7})\\s*</ttl>");

    private Pauses() {}

    /** After an answer that asked for some pause; zero where it did not. */
    static Duration afterAnswer(Duration asked) {
        return shorter(LONGEST, longer(USUAL, asked));
    }

    /**
     * After a failure.
     *
     * @param failures how many there were in a row, this one included
     * @param retryAfter what the server asked for
     */
    static Duration afterFailure(int failures, Optional<Duration> retryAfter) {
        Duration growing = AFTER_FIRST_FAILURE.multipliedBy(1L << Math.clamp(failures - 1L, 0, DOUBLINGS));
        Duration asked = shorter(LONGEST_ASKED_FOR, retryAfter.orElse(Duration.ZERO));
        return longer(shorter(LONGEST, growing), asked);
    }

    /** After what came could not be written for so many times in a row. */
    static Duration untilWritten(int failures) {
        return shorter(
                LONGEST_UNTIL_WRITTEN, UNTIL_WRITTEN.multipliedBy(1L << Math.clamp(failures - 1L, 0, DOUBLINGS)));
    }

    /** @param chance from 0 to 1 */
    static Duration jittered(Duration pause, double chance) {
        return pause.plusMillis((long) (pause.toMillis() * JITTER * chance));
    }

    /** The header Retry-After: seconds, or a date. */
    static Optional<Duration> retryAfter(String header, Instant now) {
        String text = header.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(longer(Duration.ZERO, Duration.between(now, until)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The header Cache-Control; zero where it names no age. */
    static Duration maxAge(String header) {
        Matcher found = MAX_AGE.matcher(header.toLowerCase(Locale.ROOT));
        return found.find() ? Duration.ofSeconds(Long.parseLong(found.group(1))) : Duration.ZERO;
    }

    /** The time to live that an RSS feed gives itself, in minutes; zero where it gives none. */
    static Duration timeToLive(byte[] feed) {
        String head = new String(feed, 0, Math.min(feed.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher found = TTL.matcher(head);
        return found.find() ? Duration.ofMinutes(Long.parseLong(found.group(1))) : Duration.ZERO;
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
