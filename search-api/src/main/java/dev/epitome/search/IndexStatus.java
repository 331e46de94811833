package dev.epitome.search;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One published state of an index.
 *
 * @param version changes with every publish; opaque
 * @param articles how many it holds
 * @param createdAt when the run that made it began
 * @param changedAt when an article was last put or deleted; where none was since the run, when that began
 * @param segments how many parts it is made of, each searched on its own
 * @param bytes its size on disk, or in memory where it has no disk
 * @param quality what was measured before it was published; empty where nothing was
 */
public record IndexStatus(
        String version,
        long articles,
        Instant createdAt,
        Instant changedAt,
        int segments,
        long bytes,
        Optional<MeasuredQuality> quality) {

    public IndexStatus {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(changedAt, "changedAt");
        Objects.requireNonNull(quality, "quality");
    }
}
