package dev.epitome.lucene;

import dev.epitome.analysis.TextWord;
import dev.epitome.index.IndexFields;
import dev.epitome.ranking.RankingProfile.FieldWeights;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;

/** What one commit knows of words: which it has, and how rare they are. For one request. */
final class Vocabulary {

    private final BudgetedSearcher searcher;
    private final IndexReader reader;
    private final FieldWeights weights;

    Vocabulary(BudgetedSearcher searcher, FieldWeights weights) {
        this.weights = weights;
        this.searcher = searcher;
        this.reader = searcher.getIndexReader();
    }

    /** In how many articles a term stands; 0 for none. */
    int articlesWith(String field, String term) {
        searcher.budget().require();
        try {
            return reader.docFreq(new Term(field, term));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String field, String term) {
        return articlesWith(field, term) > 0;
    }

    boolean has(TextWord word) {
        return has(IndexFields.EXACT, word.exact()) || has(IndexFields.LOOSE, word.loose());
    }

    boolean matchesAny(Query query) {
        try {
            return searcher.count(query) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The inverse document frequency of BM25, as Lucene computes it: ln(1 + (N - n + 0.5) / (n + 0.5)) for a term in n
     * of N articles.
     */
    double rarity(String field, String term) {
        return rarity(articlesWith(field, term));
    }

    /**
     * How much of a subject a term is: articles that have it at all say it again and again, where a word in passing
     * stands once. The square root of its occurrences per article with it; 1 for what stands once everywhere. After the
     * factor F / n of Amati's and van Rijsbergen's after effect B (2002).
     */
    double burst(String field, String term) {
        try {
            int with = articlesWith(field, term);
            double unit = weights.summary();
            return with == 0 ? 1 : Math.sqrt(reader.totalTermFreq(new Term(field, term)) / unit / with);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double rarity(int with) {
        try {
            // Every article has a title, and with it both scored fields.
            int all = Math.max(reader.getDocCount(IndexFields.LOOSE), with);
            return Math.log(1 + (all - with + 0.5) / (with + 0.5));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
