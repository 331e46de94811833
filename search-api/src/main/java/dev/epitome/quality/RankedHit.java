package dev.epitome.quality;

import java.util.OptionalInt;

/**
 * A hit of a topic.
 *
 * @param rank from 1
 * @param id of the article
 * @param grade what it was judged, where it was
 */
public record RankedHit(int rank, String id, String title, OptionalInt grade) {}
