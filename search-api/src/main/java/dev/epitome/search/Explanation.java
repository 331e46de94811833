package dev.epitome.search;

import dev.epitome.query.Field;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Why an article is where it is in an answer, or why it is not in it.
 *
 * @param id of the article
 * @param matches whether the article is a hit
 * @param rank its place among the hits of all pages, from 1; empty where it is no hit, or where one article was asked
 *     about and it is beyond the {@value #RANKED} best
 * @param score the sum of what the contributions give; 0 for what is no hit
 * @param relaxed whether some of the words were enough
 * @param contributions what adds to the score, the most first; then what only lets the article pass
 * @param absences what the article lacks of the query, or which filter keeps it out, a sentence each
 */
public record Explanation(
        String id,
        boolean matches,
        OptionalInt rank,
        double score,
        boolean relaxed,
        List<Contribution> contributions,
        List<String> absences) {

    /** Hits beyond this place are not counted out. */
    public static final int RANKED = 1_000;

    public Explanation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(rank, "rank");
        Objects.requireNonNull(contributions, "contributions");
        Objects.requireNonNull(absences, "absences");
        contributions = List.copyOf(contributions);
        absences = List.copyOf(absences);
    }

    /**
     * What one rule gives for one word.
     *
     * @param word of the query
     * @param matched the term or the words by which it was found
     * @param fields where that stands in the article, in the order of {@link Field}; empty where it stands nowhere,
     *     such as a date
     * @param score idf × frequency × weight
     * @param idf how few articles have it: the inverse document frequency of BM25
     * @param frequency how much the article says it, saturated and set against its length; 1 where that does not count
     * @param weight what the ranking profile gives to the rule
     */
    public record Contribution(
            String word,
            MatchRule rule,
            String matched,
            List<Field> fields,
            double score,
            double idf,
            double frequency,
            double weight) {

        public Contribution {
            Objects.requireNonNull(word, "word");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(matched, "matched");
            Objects.requireNonNull(fields, "fields");
            fields = List.copyOf(fields);
        }
    }
}
