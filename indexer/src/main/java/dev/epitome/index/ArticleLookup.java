package dev.epitome.index;

import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.article.Origin;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** The articles of an index by their ids. For one thread. */
final class ArticleLookup {

    private final DirectoryReader reader;
    private final ArticleCodec codec;

    ArticleLookup(DirectoryReader reader, Wordbook book) {
        this.reader = reader;
        this.codec = new ArticleCodec(book);
    }

    Optional<Article> find(String id) throws IOException {
        return find(id, this::article);
    }

    /** What would put it there. */
    Optional<Put> put(String id) throws IOException {
        return find(
                id,
                (segment, document) -> new Put(article(segment, document), origin(segment, document), Condition.NONE));
    }

    private interface Reading<T> {
        T of(LeafReader segment, int document) throws IOException;
    }

    private <T> Optional<T> find(String id, Reading<T> reading) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            LeafReader segment = leaf.reader();
            PostingsEnum found = segment.postings(new Term(IndexFields.ID, id), PostingsEnum.NONE);
            Bits live = segment.getLiveDocs();
            while (found != null && found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(found.docID())) {
                    return Optional.of(reading.of(segment, found.docID()));
                }
            }
        }
        return Optional.empty();
    }

    private Article article(LeafReader segment, int document) throws IOException {
        BinaryDocValues articles = DocValues.getBinary(segment, IndexFields.ARTICLE);
        require(articles.advanceExact(document), document, segment);
        return codec.decodeArticle(articles.binaryValue());
    }

    private static Origin origin(LeafReader segment, int document) throws IOException {
        SortedDocValues origins = DocValues.getSorted(segment, IndexFields.ORIGIN);
        NumericDocValues numbers = DocValues.getNumeric(segment, IndexFields.ORIGIN_NUMBER);
        require(origins.advanceExact(document) && numbers.advanceExact(document), document, segment);
        return ArticleCodec.decodeOrigin(origins.lookupOrd(origins.ordValue()), numbers.longValue());
    }

    private static void require(boolean isThere, int document, LeafReader segment) throws IOException {
        if (!isThere) {
            throw new IOException("document " + document + " of " + segment + " has no article, origin or id");
        }
    }

    /** Adds articles until there are enough. */
    void addTo(SampledArticles sample) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            LeafReader segment = leaf.reader();
            Bits live = segment.getLiveDocs();
            for (int document = 0; document < segment.maxDoc() && !sample.isEnough(); document++) {
                if (live == null || live.get(document)) {
                    Article article = article(segment, document);
                    sample.add(article, origin(segment, document), ArticleCodec.plain(article).length);
                }
            }
        }
    }

    /** The id of the first article whose id is wanted. */
    Optional<String> firstId(Predicate<String> wanted) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexFields.ID);
            while (ids.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(ids.docID())) {
                    String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
                    if (wanted.test(id)) {
                        return Optional.of(id);
                    }
                }
            }
        }
        return Optional.empty();
    }

    String id(int document) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexFields.ID);
        require(ids.advanceExact(document - leaf.docBase), document, leaf.reader());
        return ids.lookupOrd(ids.ordValue()).utf8ToString();
    }
}
