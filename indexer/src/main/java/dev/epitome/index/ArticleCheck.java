package dev.epitome.index;

import dev.epitome.article.Article;
import dev.epitome.index.IndexVerification.Pace;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads every article of an index, and looks whether it is found by its id. */
final class ArticleCheck {

    private final BiConsumer<String, String> findings;
    private final Pace pace;
    private final ContentDigest digest = new ContentDigest();
    private ArticleCodec codec = new ArticleCodec(Wordbook.EMPTY);
    private long read;

    /** @param findings takes what is wrong: the name of a file or a segment, and a message */
    ArticleCheck(BiConsumer<String, String> findings, Pace pace) {
        this.findings = findings;
        this.pace = pace;
    }

    /** Reads them all, or until the pace ends it, and says how many it were. */
    long check(DirectoryReader reader) {
        try {
            codec = new ArticleCodec(Wordbook.of(reader));
        } catch (IOException | RuntimeException | InternalError e) {
            findings.accept(IndexFields.WORDBOOK, "the words of the articles cannot be read: " + e);
            return read;
        }
        for (LeafReaderContext context : reader.leaves()) {
            LeafReader leaf = context.reader();
            String segment = leaf instanceof SegmentReader some ? some.getSegmentName() : leaf.toString();
            try {
                if (!check(leaf, segment)) {
                    return read;
                }
            } catch (IOException | RuntimeException | InternalError e) {
                findings.accept(segment, "its articles cannot be read: " + e);
            }
        }
        return read;
    }

    private boolean check(LeafReader leaf, String segment) throws IOException {
        Bits live = leaf.getLiveDocs();
        BinaryDocValues articles = leaf.getBinaryDocValues(IndexFields.ARTICLE);
        SortedDocValues origins = leaf.getSortedDocValues(IndexFields.ORIGIN);
        NumericDocValues numbers = leaf.getNumericDocValues(IndexFields.ORIGIN_NUMBER);
        SortedDocValues ids = leaf.getSortedDocValues(IndexFields.ID);
        Terms terms = leaf.terms(IndexFields.ID);
        if (articles == null || origins == null || numbers == null || ids == null || terms == null) {
            findings.accept(segment, "it has no articles, or no ids of them");
            return true;
        }
        TermsEnum each = terms.iterator();
        for (int document = 0; document < leaf.maxDoc(); document++) {
            if (live != null && !live.get(document)) {
                continue;
            }
            if (!articles.advanceExact(document)
                    || !origins.advanceExact(document)
                    || !numbers.advanceExact(document)
                    || !ids.advanceExact(document)) {
                findings.accept(segment, "article " + document + " is not there, or its origin or id is not");
                continue;
            }
            BytesRef article = articles.binaryValue();
            read++;
            BytesRef origin = origins.lookupOrd(origins.ordValue());
            @Nullable
            String fault = fault(article, origin, numbers.longValue(), ids.lookupOrd(ids.ordValue()), document, each);
            if (fault != null) {
                findings.accept(segment, "article " + document + " " + fault);
            }
            if (!pace.goOn(article.length)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String fault(
            BytesRef article, BytesRef origin, long number, BytesRef id, int document, TermsEnum ids)
            throws IOException {
        Article decoded;
        try {
            decoded = codec.decodeArticle(article);
            digest.add(decoded);
            var unused = ArticleCodec.decodeOrigin(origin, number);
        } catch (IOException | RuntimeException e) {
            return "cannot be decoded: " + e;
        }
        if (!new BytesRef(decoded.id()).equals(id)) {
            return "has the id " + id.utf8ToString() + " and says that it is " + decoded.id();
        }
        PostingsEnum found = ids.seekExact(id) ? ids.postings(null, PostingsEnum.NONE) : null;
        while (found != null && found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (found.docID() == document) {
                return null;
            }
        }
        return "is not found by its id " + id.utf8ToString();
    }

    /** Looks whether these are the articles that the commit names. */
    void compare(IndexInfo info, String commit) {
        if (info.articles() != read) {
            findings.accept(commit, "it names %,d articles, and there are %,d".formatted(info.articles(), read));
        }
        if (!info.content().orElse(digest.toString()).equals(digest.toString())) {
            findings.accept(commit, "the fingerprint of the articles is not the one that it names");
        }
    }
}
