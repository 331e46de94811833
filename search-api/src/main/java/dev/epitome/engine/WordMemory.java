package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.engine.Lexicon.Counted;
import dev.epitome.engine.QueryRewriter.ExpansionLevel;
import dev.epitome.engine.WordPlans.Role;
import dev.epitome.query.QueryExpression.Corrected;
import dev.epitome.ranking.RankingProfile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What was found out about words of queries, as long as one state of an index lasts. For all threads. */
public final class WordMemory {

    /** A plan takes a kilobyte or two. */
    private static final int PLANS = 1_000;

    private static final int MISSPELLED = 2_000;

    private static final int UNKNOWN = 2_000;

    /** @param last whether its beginning may be looked for as well */
    record Unknown(String typed, boolean last) {}

    /**
     * What became of a word.
     *
     * @param known whether articles have it, under whatever name
     * @param other what takes its place, where they do not and anything does
     */
    record Understood(boolean known, Optional<Corrected> other) {}

    /** Each with a few words. */
    private static final int BEGINNINGS = 1_000;

    record Beginning(TermField field, String letters) {}

    /** All that the plan of a word depends on, besides the index. */
    record Asked(TextWord word, Role role, ExpansionLevel level, RankingProfile profile) {}

    /** A word with its parts takes some two hundred bytes. */
    private static final int TEXTS = 5_000;

    /** Longer ones are seldom asked for twice. */
    private static final int LONGEST_TEXT = 64;

    private final Recent<String, List<TextWord>> texts;
    private final Recent<Asked, Plan> plans = new Recent<>(PLANS);
    private final Recent<String, Optional<String>> nearest = new Recent<>(MISSPELLED);
    private final Recent<Unknown, Understood> understood = new Recent<>(UNKNOWN);
    private final Recent<Beginning, List<Counted>> longer = new Recent<>(BEGINNINGS);

    /** Of an index that has no other states. */
    public WordMemory() {
        this(texts());
    }

    /** @param texts what other states of the index know of the words of texts, which are the same in all */
    public WordMemory(Recent<String, List<TextWord>> texts) {
        this.texts = Objects.requireNonNull(texts, "texts");
    }

    /** The words of no text yet. */
    public static Recent<String, List<TextWord>> texts() {
        return new Recent<>(TEXTS);
    }

    /**
     * As {@link TextAnalysis#words}: a query has its words analysed time and again on the way to its plan, and articles
     * have the same words to be marked.
     */
    List<TextWord> words(String text) {
        return text.length() > LONGEST_TEXT ? TextAnalysis.words(text) : texts.get(text, TextAnalysis::words);
    }

    Recent<Asked, Plan> plans() {
        return plans;
    }

    /** The most frequent words that begin so. */
    Recent<Beginning, List<Counted>> longer() {
        return longer;
    }

    /** Words that the index does not have as such. */
    Recent<Unknown, Understood> understood() {
        return understood;
    }

    /** The nearest word of the index. */
    Recent<String, Optional<String>> nearest() {
        return nearest;
    }
}
