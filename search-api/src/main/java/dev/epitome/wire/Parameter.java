package dev.epitome.wire;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Every parameter of a resource. Which resource takes which, is said here as well. */
public enum Parameter {
    Q("q", Form.ONE),
    LIMIT("limit", Form.ONE),
    OFFSET("offset", Form.ONE),
    SORT("sort", Form.ONE),
    SOURCE("source", Form.REPEATED),
    AUTHOR("author", Form.REPEATED),
    TAG("tag", Form.REPEATED),
    TYPE("type", Form.REPEATED),
    PUBLISHED_AFTER("publishedAfter", Form.ONE),
    PUBLISHED_BEFORE("publishedBefore", Form.ONE),
    MATCH("match", Form.ONE),
    FUZZY("fuzzy", Form.ONE),
    FRESHNESS("freshness", Form.ONE),
    FIELDS("fields", Form.LIST),
    HIGHLIGHT("highlight", Form.ONE),
    CURSOR("cursor", Form.ONE),
    FACETS("facets", Form.LIST),
    EXPLAIN("explain", Form.ONE);

    /** How a parameter takes several values, if it does. */
    enum Form {
        ONE,
        /** Given several times, meaning any of the values. */
        REPEATED,
        /** Given once, with commas between the values. */
        LIST
    }

    private final String key;
    private final Form form;

    Parameter(String key, Form form) {
        this.key = key;
        this.form = form;
    }

    /** What a search takes. */
    public static Set<Parameter> ofSearch() {
        return EnumSet.allOf(Parameter.class);
    }

    /** What a search takes whose hits are told as a feed, all at once and without marks. */
    public static Set<Parameter> ofFeed() {
        return EnumSet.complementOf(EnumSet.of(FIELDS, HIGHLIGHT, CURSOR, FACETS, EXPLAIN));
    }

    /** What the explanation of one article takes: any search, whatever page of it. */
    public static Set<Parameter> ofExplanation() {
        return EnumSet.complementOf(EnumSet.of(CURSOR, FACETS, EXPLAIN));
    }

    /** What suggestions take. */
    public static Set<Parameter> ofSuggestions() {
        return EnumSet.of(Q, LIMIT);
    }

    /** What related articles take. */
    public static Set<Parameter> ofRelated() {
        return EnumSet.of(LIMIT);
    }

    /** What a resource takes that is always the same. */
    public static Set<Parameter> none() {
        return EnumSet.noneOf(Parameter.class);
    }

    /** Its name over HTTP. */
    public String key() {
        return key;
    }

    /** Whether it may be given several times, meaning any of the values. */
    public boolean repeatable() {
        return form == Form.REPEATED;
    }

    Form form() {
        return form;
    }

    /** Whether any text is a value, to be taken as it is written. */
    boolean isFreeText() {
        return switch (this) {
            case Q, SOURCE, AUTHOR, TAG, TYPE, CURSOR -> true;
            case LIMIT,
                    OFFSET,
                    SORT,
                    PUBLISHED_AFTER,
                    PUBLISHED_BEFORE,
                    MATCH,
                    FUZZY,
                    FRESHNESS,
                    FIELDS,
                    HIGHLIGHT,
                    FACETS,
                    EXPLAIN -> false;
        };
    }

    static Optional<Parameter> named(String key) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.key.equals(key))
                .findFirst();
    }
}
