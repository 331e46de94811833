package dev.epitome.wire;

import java.util.Arrays;
import java.util.Optional;

/** Every parameter of a search. */
public enum Parameter {
    Q("q"),
    LIMIT("limit"),
    OFFSET("offset"),
    SORT("sort"),
    SOURCE("source", true),
    AUTHOR("author", true),
    TAG("tag", true),
    TYPE("type", true),
    PUBLISHED_AFTER("publishedAfter"),
    PUBLISHED_BEFORE("publishedBefore"),
    MATCH("match"),
    FUZZY("fuzzy"),
    FRESHNESS("freshness"),
    FIELDS("fields"),
    HIGHLIGHT("highlight"),
    CURSOR("cursor"),
    FACETS("facets"),
    EXPLAIN("explain");

    private final String key;
    private final boolean repeatable;

    Parameter(String key) {
        this(key, false);
    }

    Parameter(String key, boolean repeatable) {
        this.key = key;
        this.repeatable = repeatable;
    }

    /** Its name over HTTP. */
    public String key() {
        return key;
    }

    /** Whether it may be given several times, meaning any of the values. */
    public boolean repeatable() {
        return repeatable;
    }

    static Optional<Parameter> named(String key) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.key.equals(key))
                .findFirst();
    }
}
