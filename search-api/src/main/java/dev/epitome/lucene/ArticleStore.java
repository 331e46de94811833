package dev.epitome.lucene;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.index.ArticleCodec;
import dev.epitome.index.IndexFields;
import dev.epitome.search.StoredArticle;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;

/** Reads articles back out of an index, by Lucene's number of the document. For one thread. */
final class ArticleStore {

    private final List<LeafReaderContext> segments;

    ArticleStore(IndexReader reader) {
        this.segments = reader.leaves();
    }

    StoredArticle read(int document) throws IOException {
        return new StoredArticle(article(document, true), origin(document));
    }

    /** @param withSummary whether the summary is wanted, which is most of an article */
    Article article(int document, boolean withSummary) throws IOException {
        BytesRef value = value(document, IndexFields.ARTICLE);
        return withSummary ? ArticleCodec.decodeArticle(value) : ArticleCodec.decodeWithoutSummary(value);
    }

    Origin origin(int document) throws IOException {
        return ArticleCodec.decodeOrigin(value(document, IndexFields.ORIGIN));
    }

    private BytesRef value(int document, String field) throws IOException {
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
        BinaryDocValues values = DocValues.getBinary(segment.reader(), field);
        int inSegment = document - segment.docBase;
        if (!values.advanceExact(inSegment)) {
            throw new IOException("document " + inSegment + " of " + segment + " has no " + field);
        }
        return values.binaryValue();
    }
}
