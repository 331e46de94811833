package dev.epitome.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Parts of an article that a query can name. */
public enum Field {
    TITLE,
    SUMMARY,
    SOURCE,
    AUTHOR,
    TAG,
    TYPE;

    /** The name as it is typed before the colon. */
    public String typed() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of that name, whose case does not matter. */
    static Optional<Field> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
