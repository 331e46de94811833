package dev.epitome.watch;

import java.time.Duration;
import java.util.Optional;

/** What became of asking for a feed. */
sealed interface Fetched {

    /**
     * It was sent.
     *
     * @param etag the validators of the answer; empty where it had none
     * @param pause the least that the answer asks for
     */
    @SuppressWarnings("ArrayRecordComponent") // Two of them are never compared.
    record Feed(byte[] content, String etag, String lastModified, Duration pause, Optional<String> moved)
            implements Fetched {}

    /**
     * It is as it was when it was last read.
     *
     * @param moved where it is from now on; empty where it is where it was
     */
    record Unchanged(Duration pause, Optional<String> moved) implements Fetched {}

    /** It was taken away for good. */
    record Gone() implements Fetched {}

    /**
     * It was not to be had.
     *
     * @param reason in words that follow a colon
     */
    record Failed(String reason, Optional<Duration> retryAfter) implements Fetched {}
}
