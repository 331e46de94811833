package dev.epitome.engine;

import dev.epitome.query.Field;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The terms of one state of an index, and how many articles have them. */
public interface Lexicon {

    /**
     * A term and how many articles have it.
     *
     * @param articles of those that were counted
     * @param everywhere of all
     */
    record Counted(String term, int articles, int everywhere) {

        /** Among equals, those that more articles have at all; then in the order of the alphabet. */
        public static final Comparator<Counted> MOST_FIRST = Comparator.comparingInt((Counted term) -> -term.articles())
                .thenComparingInt(term -> -term.everywhere())
                .thenComparing(Counted::term);
    }

    /** In how many articles a term stands; 0 for none. */
    int articlesWith(TermField field, String term);

    /** The sum of the frequencies of a term in all articles, weighted as the field is. */
    long occurrences(TermField field, String term);

    /** How many articles have any term of the field. */
    int articlesWithAny(TermField field);

    /** The sum of the frequencies of all terms of the field. */
    long occurrencesOfAll(TermField field);

    /**
     * The terms that are up to so many edits away, in the order of the alphabet.
     *
     * @param edits 1 or 2; two letters that changed places are one
     * @param prefix how many letters at the beginning must be the same
     */
    List<Counted> near(TermField field, String term, int edits, int prefix);

    /** The first term, in the order of the alphabet, that begins so. */
    Optional<String> first(TermField field, String beginning);

    /**
     * The terms that begin so and are of a kind, by the number of articles that have them: most first; of equals, those
     * that more articles have at all, then in the order of the alphabet. No more than a few hundred, and of an index
     * with very many such terms only the first in the order of the alphabet are counted.
     *
     * @param among which articles count; empty for all
     */
    List<Counted> mostFrequent(TermField field, String beginning, Predicate<String> kind, Optional<Plan> among);

    /**
     * How most articles write a whole value of a field; empty where none has it.
     *
     * @param key as filters see the value
     */
    Optional<String> written(Field field, String key);
}
