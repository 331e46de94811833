package dev.epitome.lucene;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.engine.ArticleReader;
import dev.epitome.index.ArticleCodec;
import dev.epitome.index.IndexFields;
import dev.epitome.index.Wordbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;

/** Reads articles back out of an index, by Lucene's number of the document. For one thread. */
final class LuceneArticles implements ArticleReader {

    private final IndexSearcher searcher;
    private final ArticleCodec codec;
    private final List<LeafReaderContext> segments;

    /** @param words by which the articles of the index are written */
    LuceneArticles(IndexSearcher searcher, Wordbook words) {
        this.searcher = searcher;
        this.codec = new ArticleCodec(words);
        this.segments = searcher.getIndexReader().leaves();
    }

    @Override
    public OptionalInt find(String id) {
        try {
            TopDocs found = searcher.search(new TermQuery(new Term(IndexFields.ID, id)), 1);
            return found.scoreDocs.length == 0 ? OptionalInt.empty() : OptionalInt.of(found.scoreDocs[0].doc);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Article> articles(List<Integer> numbers, boolean summaries) {
        return read(numbers, reader -> {
            BinaryDocValues values = DocValues.getBinary(reader, IndexFields.ARTICLE);
            return document -> {
                require(values.advanceExact(document), document, reader);
                BytesRef bytes = values.binaryValue();
                return summaries ? codec.decodeArticle(bytes) : codec.decodeWithoutSummary(bytes);
            };
        });
    }

    @Override
    public List<Origin> origins(List<Integer> numbers) {
        return read(numbers, reader -> {
            SortedDocValues values = DocValues.getSorted(reader, IndexFields.ORIGIN);
            NumericDocValues places = DocValues.getNumeric(reader, IndexFields.ORIGIN_NUMBER);
            return document -> {
                require(values.advanceExact(document) && places.advanceExact(document), document, reader);
                return ArticleCodec.decodeOrigin(values.lookupOrd(values.ordValue()), places.longValue());
            };
        });
    }

    private interface Opening<T> {
        Reading<T> of(LeafReader reader) throws IOException;
    }

    private interface Reading<T> {
        T read(int document) throws IOException;
    }

    /**
     * In ascending order, so that each segment is opened once: what reads its articles has room for the longest of
     * them.
     */
    private <T> List<T> read(List<Integer> numbers, Opening<T> opening) {
        List<Integer> ascending = numbers.stream().sorted().toList();
        Map<Integer, T> read = new HashMap<>();
        try {
            for (int i = 0; i < ascending.size(); ) {
                LeafReaderContext segment = segments.get(ReaderUtil.subIndex(ascending.get(i), segments));
                int end = segment.docBase + segment.reader().maxDoc();
                Reading<T> reading = opening.of(segment.reader());
                for (; i < ascending.size() && ascending.get(i) < end; i++) {
                    int number = ascending.get(i);
                    read.put(number, reading.read(number - segment.docBase));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return numbers.stream().map(read::get).toList();
    }

    private static void require(boolean isThere, int document, LeafReader reader) throws IOException {
        if (!isThere) {
            throw new IOException("document " + document + " of " + reader + " has no article or no origin");
        }
    }
}
