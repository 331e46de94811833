package dev.epitome.ranking;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every weight that has a say in the order of hits. A word's score is BM25F (Robertson, Zaragoza and Taylor 2004): its
 * occurrences in title, tags, summary and names are weighed, added up, and only then saturated.
 *
 * @param fields how much an occurrence counts by where it stands; part of an index, so changing it asks for a rebuild
 * @param k1 how soon more occurrences stop to matter: 0 at once, larger later (Robertson and Zaragoza 2009)
 * @param b how much the length of an article counts against its occurrences, 0 to 1
 * @param burst whether words that their articles dwell on count more than words in passing (Amati and van Rijsbergen
 *     2002, after effect B)
 * @param exact what a word adds that stands as it was typed, beside 1 for the stem that it shares with others
 * @param compound a word written apart or together: {@code node port} for {@code NodePort}
 * @param alias another name for what was typed: {@code Kubernetes} for {@code k8s}
 * @param typo a word of the index that is one or two edits from one that is not
 * @param prefix any word that begins as asked
 * @param phrase what words in quotes add that stand together, times the idf of the rarest
 * @param proximity what two words of the query add that stand next to each other, times the idf of both (the sequential
 *     dependence of Metzler and Croft 2005)
 * @param freshness what an article of today adds when freshness is asked for; half of it at the age asked for
 */
public record RankingProfile(
        FieldWeights fields,
        float k1,
        float b,
        boolean burst,
        float exact,
        float compound,
        float alias,
        float typo,
        float prefix,
        float phrase,
        float proximity,
        float freshness) {

    /** The default everywhere. Tuned with the golden queries and public test collections. */
    public static final RankingProfile DEFAULT =
            new RankingProfile(FieldWeights.DEFAULT, 1.2f, 0.6f, true, 0.4f, 0.9f, 0.35f, 0.6f, 0.4f, 0.5f, 0.15f, 2f);

    public RankingProfile {
        Objects.requireNonNull(fields, "fields");
        if (!(k1 >= 0) || !(b >= 0 && b <= 1)) {
            throw new IllegalArgumentException("k1 is %s and b %s: give 0 or more, and 0 to 1".formatted(k1, b));
        }
        float[] weights = {exact, compound, alias, typo, prefix, phrase, proximity, freshness};
        for (float weight : weights) {
            if (!(weight >= 0) || Float.isInfinite(weight)) {
                throw new IllegalArgumentException("a weight is " + weight + ": give 0 or more");
            }
        }
    }

    /**
     * How much an occurrence counts, 2 to {@value #MOST}; what counts is their proportion. A part of a compound counts
     * half: Bert is in ColBERT, but that is not what ColBERT says.
     *
     * @param summary the unit that {@link RankingProfile#k1} is meant for
     * @param names of authors and of the source
     */
    public record FieldWeights(int title, int tags, int summary, int names) {

        public static final FieldWeights DEFAULT = new FieldWeights(6, 4, 2, 2);

        private static final String WEIGHT = "([2-9]|[1-9][0-9]|100)";
        private static final Pattern WRITTEN = Pattern.compile(String.join(",", WEIGHT, WEIGHT, WEIGHT, WEIGHT));

        private static final int LEAST = 2;
        private static final int MOST = 100;

        public FieldWeights {
            int[] weights = {title, tags, summary, names};
            for (int weight : weights) {
                if (weight < LEAST || weight > MOST) {
                    throw new IllegalArgumentException("a field weighs " + weight + ": give " + LEAST + " to " + MOST);
                }
            }
        }

        /** Reads what {@link #toString()} writes; anything else gives the defaults. */
        public static FieldWeights parse(String text) {
            Objects.requireNonNull(text, "text");
            Matcher written = WRITTEN.matcher(text);
            return written.matches()
                    ? new FieldWeights(
                            Integer.parseInt(written.group(1)),
                            Integer.parseInt(written.group(2)),
                            Integer.parseInt(written.group(3)),
                            Integer.parseInt(written.group(4)))
                    : DEFAULT;
        }

        @Override
        public String toString() {
            return title + "," + tags + "," + summary + "," + names;
        }
    }
}
