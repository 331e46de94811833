package dev.epitome.index;

import dev.epitome.Sha256;
import dev.epitome.article.Article;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * What an index holds, in 256 bits: the SHA-256 of each article, added up. So it does not depend on the order of the
 * articles, which several threads decide.
 */
final class ContentDigest {

    private final MessageDigest sha256 = Sha256.digest();
    private final byte[] sum = new byte[sha256.getDigestLength()];

    /** Of all articles of an index. */
    static String of(IndexReader reader) throws IOException {
        ContentDigest digest = new ContentDigest();
        ArticleCodec codec = new ArticleCodec(Wordbook.of(reader));
        for (LeafReaderContext context : reader.leaves()) {
            LeafReader leaf = context.reader();
            BinaryDocValues articles = leaf.getBinaryDocValues(IndexFields.ARTICLE);
            Bits live = leaf.getLiveDocs();
            for (int document = 0; articles != null && document < leaf.maxDoc(); document++) {
                if ((live == null || live.get(document)) && articles.advanceExact(document)) {
                    digest.add(codec.decodeArticle(articles.binaryValue()));
                }
            }
        }
        return digest.toString();
    }

    /** Goes on from what {@link #toString} gave. */
    static ContentDigest parse(String text) {
        ContentDigest digest = new ContentDigest();
        byte[] sum = HexFormat.of().parseHex(text);
        System.arraycopy(sum, 0, digest.sum, 0, digest.sum.length);
        return digest;
    }

    void add(Article article) {
        add(ArticleCodec.plain(article));
    }

    /** @param article as {@link ArticleCodec#plain} writes it */
    void add(BytesRef article) {
        addOneOf(1, article);
    }

    /** Takes back what was added. */
    void remove(Article article) {
        addOneOf(-1, ArticleCodec.plain(article));
    }

    private void addOneOf(int sign, BytesRef article) {
        sha256.update(article.bytes, article.offset, article.length);
        byte[] one = sha256.digest();
        int carry = 0;
        for (int i = sum.length - 1; i >= 0; i--) {
            carry += (sum[i] & 0xFF) + sign * (one[i] & 0xFF);
            sum[i] = (byte) carry;
            carry >>= Byte.SIZE;
        }
    }

    /** In hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(sum);
    }
}
