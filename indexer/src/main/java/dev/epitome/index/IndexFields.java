package dev.epitome.index;

import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.article.PublicationDate;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/**
 * Every field of the index and how it is indexed. Change {@link IndexInfo#SCHEMA} with whatever changes here.
 *
 * <p>The article itself is kept as one binary doc value: reading it back is a copy from mapped memory, where stored
 * fields would unpack a block of several articles for each hit.
 */
public final class IndexFields {

    /** The id, whole: for finding one article and for breaking ties. */
    public static final String ID = "id";

    public static final String TITLE = "title";
    public static final String SUMMARY = "summary";
    public static final String TAGS = "tags";
    public static final String AUTHORS = "authors";
    public static final String SOURCE = "source";

    /** Whole values for filters, in the form of {@link #filterKey(String)}. */
    public static final String SOURCE_KEY = "source.key";

    public static final String AUTHOR_KEY = "author.key";
    public static final String TAG_KEY = "tag.key";
    public static final String TYPE_KEY = "type.key";

    /**
     * Days since 1970-01-01 at which the span of {@link PublicationDate} begins and ends; the first also for sorting.
     */
    public static final String PUBLISHED_FIRST = "published.first";

    public static final String PUBLISHED_LAST = "published.last";

    /** Place in its roundup, for sorting. */
    public static final String RANK = "rank";

    /** The article and its origin, as {@link ArticleCodec} writes them. */
    public static final String ARTICLE = "article";

    public static final String ORIGIN = "origin";

    private IndexFields() {}

    static Document document(Article article, BytesRef encodedArticle, BytesRef encodedOrigin) {
        Document document = new Document();
        document.add(new StringField(ID, article.id(), Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(article.id())));
        document.add(new TextField(TITLE, article.title(), Store.NO));
        document.add(new TextField(SUMMARY, article.summary(), Store.NO));
        addNames(document, TAGS, TAG_KEY, article.tags());
        addNames(document, AUTHORS, AUTHOR_KEY, article.authors());
        addNames(document, SOURCE, SOURCE_KEY, article.source().stream().toList());
        article.type().ifPresent(type -> document.add(new StringField(TYPE_KEY, filterKey(type), Store.NO)));
        article.published().ifPresent(date -> addDate(document, date));
        article.rank().ifPresent(rank -> document.add(new NumericDocValuesField(RANK, rank)));
        document.add(new BinaryDocValuesField(ARTICLE, encodedArticle));
        document.add(new BinaryDocValuesField(ORIGIN, encodedOrigin));
        return document;
    }

    /** How filters see a value: clean, in lower case, without accents, so that {@code bytebytego} is ByteByteGo. */
    public static String filterKey(String value) {
        // Accents go first: some letters have no lower case but one with yet another accent, such as the Turkish İ.
        char[] composed = Normalizer.normalize(CleanText.of(value), Form.NFC).toCharArray();
        char[] folded = new char[4 * composed.length];
        int length = ASCIIFoldingFilter.foldToASCII(composed, 0, folded, 0, composed.length);
        return new String(folded, 0, length).toLowerCase(Locale.ROOT);
    }

    private static void addNames(Document document, String textField, String keyField, List<String> names) {
        for (String name : names) {
            document.add(new TextField(textField, name, Store.NO));
            document.add(new StringField(keyField, filterKey(name), Store.NO));
        }
    }

    private static void addDate(Document document, PublicationDate date) {
        document.add(
                new IntField(PUBLISHED_FIRST, Math.toIntExact(date.firstDay().toEpochDay()), Store.NO));
        document.add(new IntPoint(PUBLISHED_LAST, Math.toIntExact(date.lastDay().toEpochDay())));
    }
}
