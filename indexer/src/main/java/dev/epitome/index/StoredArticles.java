package dev.epitome.index;

import dev.epitome.article.Article;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** The articles of an index by their ids. For one thread. */
final class StoredArticles {

    private final DirectoryReader reader;
    private final ArticleCodec codec;

    StoredArticles(DirectoryReader reader, Wordbook book) {
        this.reader = reader;
        this.codec = new ArticleCodec(book);
    }

    Optional<Article> find(String id) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            LeafReader segment = leaf.reader();
            PostingsEnum found = segment.postings(new Term(IndexFields.ID, id), PostingsEnum.NONE);
            Bits live = segment.getLiveDocs();
            while (found != null && found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(found.docID())) {
                    BinaryDocValues articles = DocValues.getBinary(segment, IndexFields.ARTICLE);
                    if (!articles.advanceExact(found.docID())) {
                        throw new IOException("document " + found.docID() + " of " + segment + " has no article");
                    }
                    return Optional.of(codec.decodeArticle(articles.binaryValue()));
                }
            }
        }
        return Optional.empty();
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
        if (!ids.advanceExact(document - leaf.docBase)) {
            throw new IOException("document " + document + " of " + reader + " has no id");
        }
        return ids.lookupOrd(ids.ordValue()).utf8ToString();
    }
}
