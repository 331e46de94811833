package dev.epitome.engine;

import dev.epitome.query.Field;
import java.util.Optional;

/** What a term is looked up in. */
public enum TermField {
    /** All text of an article, as the words were written; makes the score together with {@link #LOOSE}. */
    EXACT,
    /** All text of an article, by the looser terms that other spellings of its words share. */
    LOOSE,
    TITLE,
    SUMMARY,
    SOURCE,
    AUTHORS,
    TAGS,
    /** Whole values, as filters see them. */
    SOURCE_KEY,
    AUTHOR_KEY,
    TAG_KEY,
    TYPE_KEY;

    /** Where the words of a field are at their positions; a type is one word and has none. */
    public static TermField ofWords(Field field) {
        return switch (field) {
            case TITLE -> TITLE;
            case SUMMARY -> SUMMARY;
            case SOURCE -> SOURCE;
            case AUTHOR -> AUTHORS;
            case TAG -> TAGS;
            case TYPE -> TYPE_KEY;
        };
    }

    /** Where the whole values of a field are; empty for texts, which have none. */
    public static Optional<TermField> ofValues(Field field) {
        return switch (field) {
            case SOURCE -> Optional.of(SOURCE_KEY);
            case AUTHOR -> Optional.of(AUTHOR_KEY);
            case TAG -> Optional.of(TAG_KEY);
            case TYPE -> Optional.of(TYPE_KEY);
            case TITLE, SUMMARY -> Optional.empty();
        };
    }
}
