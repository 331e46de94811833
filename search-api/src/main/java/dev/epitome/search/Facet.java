package dev.epitome.search;

/** What hits can be counted by. */
public enum Facet {
    SOURCE,
    AUTHOR,
    TAG,
    TYPE,
    /** The year of publication; articles without a date are in none. */
    YEAR,
    /** The month of publication; articles dated only by their year are in none. */
    MONTH
}
