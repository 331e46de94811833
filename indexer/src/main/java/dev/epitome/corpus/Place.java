package dev.epitome.corpus;

import dev.epitome.article.Origin.Unit;
import java.util.Objects;

/**
 * Where in the input something was found, for messages: the path as it was typed, so that an editor can open it.
 *
 * @param number line or entry from 1; 0 for the file as a whole
 */
public record Place(String path, Unit unit, long number) {
    public Place {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(unit, "unit");
    }

    /** Such as {@code articles/go.jsonl:3}, {@code feed.xml:entry 3} or {@code feed.xml}. */
    @Override
    public String toString() {
        if (number == 0) {
            return path;
        }
        return switch (unit) {
            case LINE -> path + ":" + number;
            case ENTRY -> path + ":entry " + number;
        };
    }
}
