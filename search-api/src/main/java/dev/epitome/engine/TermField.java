package dev.epitome.engine;

import dev.epitome.query.Field;

/** What a term is looked up in. */
public sealed interface TermField {

    /** All text of an article, as the words were written; makes the score together with {@link #LOOSE}. */
    TermField EXACT = AllText.EXACT;

    /** All text of an article, by the looser terms that other spellings of its words share. */
    TermField LOOSE = AllText.LOOSE;

    /** All text of an article, by either form of its words. */
    enum AllText implements TermField {
        EXACT,
        LOOSE
    }

    /** The words of one field. */
    record Words(Field field) implements TermField {

        public Words {
            if (!field.hasWords()) {
                throw new IllegalArgumentException(field + " is not searched word by word");
            }
        }
    }

    /** The whole values of one field, as filters see them. */
    record Values(Field field) implements TermField {

        public Values {
            if (!field.hasValues()) {
                throw new IllegalArgumentException(field + " has no whole values");
            }
        }
    }
}
