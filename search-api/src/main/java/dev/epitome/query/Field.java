package dev.epitome.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Parts of an article that a query can name. */
public enum Field {
    TITLE(Kind.TEXT),
    SUMMARY(Kind.TEXT),
    SOURCE(Kind.NAMES),
    AUTHOR(Kind.NAMES),
    TAG(Kind.NAMES),
    TYPE(Kind.KEY);

    private enum Kind {
        /** Prose. */
        TEXT,
        /** Values of some words each. */
        NAMES,
        /** A value that is one word. */
        KEY
    }

    private final Kind kind;

    Field(Kind kind) {
        this.kind = kind;
    }

    /** Whether it can be asked for some of its words; otherwise for a whole value only. */
    public boolean hasWords() {
        return kind != Kind.KEY;
    }

    /** Whether it holds values that count whole, as filters see them; otherwise prose. */
    public boolean hasValues() {
        return kind != Kind.TEXT;
    }

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
