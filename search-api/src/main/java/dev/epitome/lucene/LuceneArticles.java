package dev.epitome.lucene;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.engine.ArticleReader;
import dev.epitome.index.ArticleCodec;
import dev.epitome.index.IndexFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalInt;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;

/** Reads articles back out of an index, by Lucene's number of the document. For one thread. */
final class LuceneArticles implements ArticleReader {

    private final IndexSearcher searcher;
    private final List<LeafReaderContext> segments;

    LuceneArticles(IndexSearcher searcher) {
        this.searcher = searcher;
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
                .map(number -> decoded(
                        number,
                        IndexFields.ARTICLE,
                        summaries ? ArticleCodec::decodeArticle : ArticleCodec::decodeWithoutSummary))
                .toList();
    }

    @Override
    public List<Origin> origins(List<Integer> numbers) {
        return numbers.stream()
                .map(number -> decoded(number, IndexFields.ORIGIN, ArticleCodec::decodeOrigin))
                .toList();
    }

    private interface Decoder<T> {
        T decode(BytesRef bytes) throws IOException;
    }

    private <T> T decoded(int number, String field, Decoder<T> decoder) {
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(number, segments));
        int inSegment = number - segment.docBase;
        try {
            BinaryDocValues values = DocValues.getBinary(segment.reader(), field);
            if (!values.advanceExact(inSegment)) {
                throw new IOException("document " + inSegment + " of " + segment + " has no " + field);
            }
            return decoder.decode(values.binaryValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
