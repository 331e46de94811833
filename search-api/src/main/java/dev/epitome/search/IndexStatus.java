package dev.epitome.search;

import java.time.Instant;

/**
 * One published state of an index.
 *
 * @param version changes with every publish; opaque
 * @param articles how many it holds
 * @param createdAt when the run that made it began
 */
public record IndexStatus(String version, long articles, Instant createdAt) {}
