package dev.epitome.watch;

import java.time.Instant;

/**
 * What is known of a file that was read. Immutable.
 *
 * @param path absolute, links followed
 * @param size in bytes, when it was read; -1 where it never was
 * @param modified when it was written, in milliseconds since 1970
 * @param hash of its content
 * @param read when
 * @param problem what was wrong with it; empty where nothing was
 * @param articles how many articles it brought that were new, or not as they were
 */
record FileState(String path, long size, long modified, String hash, Instant read, String problem, long articles) {

    /** With nothing but its path. */
    static FileState of(String path) {
        return new FileState(path, -1, 0, "", Instant.EPOCH, "", 0);
    }

    /** Whether it could not be read at all. */
    boolean fails() {
        return size < 0;
    }

    /** It was written again, perhaps with the same content. */
    FileState as(long nowSize, long nowModified) {
        return new FileState(path, nowSize, nowModified, hash, read, problem, articles);
    }

    FileState read(String nowHash, Instant now, String nowProblem, long brought) {
        return new FileState(path, size, modified, nowHash, now, nowProblem, articles + brought);
    }

    /** It is tried again, as if it were another. */
    FileState failed(String why, Instant now) {
        return new FileState(path, -1, 0, "", now, why, articles);
    }
}
