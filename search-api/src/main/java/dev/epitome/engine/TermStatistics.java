package dev.epitome.engine;

import dev.epitome.analysis.TextWord;
import dev.epitome.ranking.RankingProfile.FieldWeights;
import java.util.List;

/** What one state of an index knows of terms: which it has, and how rare they are. For one request. */
final class TermStatistics {

    private final Lexicon lexicon;
    private final Budget budget;
    private final FieldWeights weights;
    private final WordMemory memory;

    TermStatistics(IndexState state, FieldWeights weights) {
        this.lexicon = state.lexicon();
        this.budget = state.budget();
        this.weights = weights;
        this.memory = state.words();
    }

    /** The words of a text of a query. */
    List<TextWord> words(String text) {
        return memory.words(text);
    }

    /** In how many articles a term stands; 0 for none. */
    int articlesWith(TermField field, String term) {
        budget.require();
        return lexicon.articlesWith(field, term);
    }

    boolean has(TermField field, String term) {
        return articlesWith(field, term) > 0;
    }

    boolean has(TextWord word) {
        return has(TermField.EXACT, word.exact()) || has(TermField.LOOSE, word.loose());
    }

    double idf(TermField field, String term) {
        return idf(articlesWith(field, term));
    }

    /**
     * The inverse document frequency of BM25, as Lucene computes it: ln(1 + (N - n + 0.5) / (n + 0.5)) for a term in n
     * of N articles.
     */
    double idf(int with) {
        // Every article has a title, and with it both scored fields.
        int all = Math.max(lexicon.articlesWithAny(TermField.LOOSE), with);
        return Math.log(1 + (all - with + 0.5) / (with + 0.5));
    }

    /**
     * How much of a subject a term is: articles that have it at all say it again and again, where a word in passing
     * stands once. The square root of its occurrences per article with it; 1 for what stands once everywhere. After the
     * factor F / n of Amati's and van Rijsbergen's after effect B (2002).
     */
    double burst(TermField field, String term) {
        int with = articlesWith(field, term);
        double unit = weights.summary();
        return with == 0 ? 1 : Math.sqrt(lexicon.occurrences(field, term) / unit / with);
    }
}
