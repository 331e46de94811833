package dev.epitome.search;

import dev.epitome.query.Field;
import java.util.Optional;

/** What hits can be counted by. */
public enum Facet {
    SOURCE(Optional.of(Field.SOURCE)),
    AUTHOR(Optional.of(Field.AUTHOR)),
    TAG(Optional.of(Field.TAG)),
    TYPE(Optional.of(Field.TYPE)),
    /** The year of publication; articles without a date are in none. */
    YEAR(Optional.empty()),
    /** The month of publication; articles dated only by their year are in none. */
    MONTH(Optional.empty());

    private final Optional<Field> field;

    Facet(Optional<Field> field) {
        this.field = field;
    }

    /** The field whose values are counted; empty where dates are. */
    public Optional<Field> field() {
        return field;
    }
}
