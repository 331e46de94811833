package dev.epitome.lucene;

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
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
        int inSegment = document - segment.docBase;
        return new StoredArticle(
                ArticleCodec.decodeArticle(value(segment, IndexFields.ARTICLE, inSegment)),
                ArticleCodec.decodeOrigin(value(segment, IndexFields.ORIGIN, inSegment)));
    }

    private static BytesRef value(LeafReaderContext segment, String field, int document) throws IOException {
        BinaryDocValues values = DocValues.getBinary(segment.reader(), field);
        if (!values.advanceExact(document)) {
            throw new IOException("document " + document + " of " + segment + " has no " + field);
        }
        return values.binaryValue();
    }
}
