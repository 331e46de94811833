package dev.epitome.lucene;

import dev.epitome.engine.Retriever.SortValues;
import dev.epitome.engine.Retriever.TopArticle;
import dev.epitome.index.IndexFields;
import dev.epitome.search.SortOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * The best first, of equals the newest, and then by id. Within a segment articles are written in the order of the last
 * two, so that only between segments they have to be looked up. For one thread.
 */
final class ArticleOrder implements Comparator<TopArticle> {

    private final IndexSearcher searcher;
    private final List<LeafReaderContext> segments;

    ArticleOrder(IndexSearcher searcher) {
        this.searcher = searcher;
        this.segments = searcher.getIndexReader().leaves();
    }

    /**
     * The article right before those that are wanted.
     *
     * @param document its number, or -1 where this index does not have it
     */
    record Place(float score, int document, SortValues values) {}

    Place place(SortValues last) throws IOException {
        ScoreDoc[] found = searcher.search(new TermQuery(new Term(IndexFields.ID, last.id())), 1).scoreDocs;
        return new Place(last.score(), found.length == 0 ? -1 : found[0].doc, last);
    }

    /** Whether an article of that score comes after the place. */
    boolean isAfter(Place place, int document, float score) {
        if (score != place.score()) {
            return score < place.score();
        }
        if (place.document() >= 0 && segment(place.document()) == segment(document)) {
            return document > place.document();
        }
        return ties(place.values(), sortValues(SortOrder.RELEVANCE, document, score)) < 0;
    }

    @Override
    public int compare(TopArticle one, TopArticle other) {
        if (one.score() != other.score()) {
            return Float.compare(other.score(), one.score());
        }
        return segment(one.number()) == segment(other.number())
                ? Integer.compare(one.number(), other.number())
                : ties(
                        sortValues(SortOrder.RELEVANCE, one.number(), 0),
                        sortValues(SortOrder.RELEVANCE, other.number(), 0));
    }

    private static int ties(SortValues one, SortValues other) {
        int newestFirst = Long.compare(other.published(), one.published());
        return newestFirst == 0 ? one.id().compareTo(other.id()) : newestFirst;
    }

    private int segment(int document) {
        return segments.size() == 1 ? 0 : ReaderUtil.subIndex(document, segments);
    }

    /** What an article is sorted by in some order. */
    SortValues sortValues(SortOrder order, int article, float score) {
        LeafReaderContext segment = segments.get(segment(article));
        LeafReader reader = segment.reader();
        int document = article - segment.docBase;
        try {
            SortedDocValues ids = DocValues.getSorted(reader, IndexFields.ID);
            if (!ids.advanceExact(document)) {
                throw new IOException("document " + document + " of " + reader + " has no id");
            }
            SortedNumericDocValues dates = DocValues.getSortedNumeric(reader, IndexFields.PUBLISHED_FIRST);
            long undated = order == SortOrder.OLDEST ? Long.MAX_VALUE : Long.MIN_VALUE;
            long published = dates.advanceExact(document) ? dates.nextValue() : undated;
            int rank = order == SortOrder.RANK ? rank(reader, document) : 0;
            return new SortValues(
                    order == SortOrder.RELEVANCE ? score : 0,
                    published,
                    rank,
                    ids.lookupOrd(ids.ordValue()).utf8ToString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int rank(LeafReader reader, int document) throws IOException {
        NumericDocValues ranks = DocValues.getNumeric(reader, IndexFields.RANK);
        return ranks.advanceExact(document) ? (int) ranks.longValue() : Integer.MAX_VALUE;
    }
}
