package dev.epitome.lucene;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.engine.ArticleReader;
import dev.epitome.index.ArticleCodec;
import dev.epitome.index.IndexFields;
import dev.epitome.index.Wordbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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
        return numbers.stream()
                .map(number -> read(number, (reader, document) -> article(reader, document, summaries)))
                .toList();
    }

    private Article article(LeafReader reader, int document, boolean summaries) throws IOException {
        BinaryDocValues values = DocValues.getBinary(reader, IndexFields.ARTICLE);
        require(values.advanceExact(document), document, reader);
        return summaries ? codec.decodeArticle(values.binaryValue()) : codec.decodeWithoutSummary(values.binaryValue());
    }

    @Override
    public List<Origin> origins(List<Integer> numbers) {
        return numbers.stream()
                .map(number -> read(number, LuceneArticles::origin))
                .toList();
    }

    private static Origin origin(LeafReader reader, int document) throws IOException {
        SortedDocValues values = DocValues.getSorted(reader, IndexFields.ORIGIN);
        NumericDocValues numbers = DocValues.getNumeric(reader, IndexFields.ORIGIN_NUMBER);
        require(values.advanceExact(document) && numbers.advanceExact(document), document, reader);
        return ArticleCodec.decodeOrigin(values.lookupOrd(values.ordValue()), numbers.longValue());
    }

    private interface Reading<T> {
        T read(LeafReader reader, int document) throws IOException;
    }

    private <T> T read(int number, Reading<T> reading) {
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(number, segments));
        try {
            return reading.read(segment.reader(), number - segment.docBase);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(boolean isThere, int document, LeafReader reader) throws IOException {
        if (!isThere) {
            throw new IOException("document " + document + " of " + reader + " has no article or no origin");
        }
    }
}
