package dev.epitome.search;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What of an article an answer can show. */
public enum ArticleField {
    TITLE,
    SUMMARY,
    URL,
    SOURCE,
    AUTHORS,
    TYPE,
    TAGS,
    PUBLISHED,
    RANK,
    /** Where it was read from; only on request. */
    ORIGIN;

    /** What an answer holds when nothing is asked for. */
    public static Set<ArticleField> defaults() {
        return EnumSet.complementOf(EnumSet.of(ORIGIN));
    }

    /** Its name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
