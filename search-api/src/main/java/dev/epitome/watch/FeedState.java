package dev.epitome.watch;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a feed. Immutable.
 *
 * @param address as it is listed
 * @param location where it is asked for: its address, unless it has moved for good
 * @param etag the validators of what was read last; empty where there are none
 * @param tried when it was last asked for, if it was
 * @param read when articles were last read from it, if they were
 * @param next when it is asked for again; ever since the beginning of time where it was not yet
 * @param failures how often it failed in a row
 * @param problem why it failed last, empty where it did not
 * @param gone whether it was taken away for good, and is not asked for again
 * @param articles how many articles it brought that were new, or not as they were
 * @param listed whether the lists that were read last have it
 */
record FeedState(
        String address,
        String location,
        String etag,
        String lastModified,
        Optional<Instant> tried,
        Optional<Instant> read,
        Instant next,
        int failures,
        String problem,
        boolean gone,
        long articles,
        boolean listed) {

    static FeedState of(String address) {
        return new FeedState(
                address, address, "", "", Optional.empty(), Optional.empty(), Instant.EPOCH, 0, "", false, 0, true);
    }

    boolean isDue(Instant now) {
        return !gone && !next.isAfter(now);
    }

    FeedState read(Fetched.Feed feed, long brought, Instant now, Instant then) {
        return new FeedState(
                address,
                feed.moved().orElse(location),
                feed.etag(),
                feed.lastModified(),
                Optional.of(now),
                Optional.of(now),
                then,
                0,
                "",
                false,
                articles + brought,
                listed);
    }

    FeedState unchanged(Fetched.Unchanged answer, Instant now, Instant then) {
        return new FeedState(
                address,
                answer.moved().orElse(location),
                etag,
                lastModified,
                Optional.of(now),
                read,
                then,
                0,
                "",
                false,
                articles,
                listed);
    }

    /** Its validators stay: they are those of what was read. */
    FeedState failed(String why, Instant now, Instant then) {
        return new FeedState(
                address,
                location,
                etag,
                lastModified,
                Optional.of(now),
                read,
                then,
                failures + 1,
                why,
                gone,
                articles,
                listed);
    }

    FeedState gone(Instant now) {
        return new FeedState(
                address,
                location,
                "",
                "",
                Optional.of(now),
                read,
                Instant.EPOCH,
                0,
                "it was taken away for good (410)",
                true,
                articles,
                listed);
    }

    FeedState listed(boolean now) {
        return new FeedState(
                address, location, etag, lastModified, tried, read, next, failures, problem, gone, articles, now);
    }
}
