package dev.epitome.index;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.WordReader;
import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.PublicationDate;
import dev.epitome.article.PublicationDate.Precision;
import dev.epitome.index.SearchedField.Values;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * What the index has of an article: each {@link SearchedField}, and the fields that are here. Change
 * {@link IndexInfo#SCHEMA} with whatever changes here.
 *
 * <p>The article itself is kept as one binary doc value: its words are copied from mapped memory, where stored fields
 * would unpack a block of several articles for each hit.
 */
public final class IndexFields {

    /** The id, whole: for finding one article and for breaking ties. */
    public static final String ID = "id";

    /**
     * All text of an article, as the words were written and by the looser terms that other spellings of them share. The
     * frequency of a term is the weighted sum of its occurrences ({@link TextFields}): these two make the score.
     */
    public static final String EXACT = "exact";

    public static final String LOOSE = "loose";

    /**
     * Days since 1970-01-01 at which the span of {@link PublicationDate} begins and ends; the first also for sorting.
     */
    public static final String PUBLISHED_FIRST = "published.first";

    public static final String PUBLISHED_LAST = "published.last";

    /** The years of publication, each as a {@link FacetValue}, of every article with a date. */
    public static final String YEAR_FACET = "published.year";

    /** The months, of every article whose month is known. */
    public static final String MONTH_FACET = "published.month";

    /** Place in its roundup, for sorting. */
    public static final String RANK = "rank";

    /** The article and its origin, as {@link ArticleCodec} writes them. */
    public static final String ARTICLE = "article";

    public static final String ORIGIN = "origin";

    /** The number of the place that the article was read from, within its origin. */
    public static final String ORIGIN_NUMBER = "origin.number";

    /** The {@link Wordbook} that the articles are written by: with one of them, for all. */
    static final String WORDBOOK = "wordbook";

    /** What an acronym of the article's text stands for, where the text says so: see {@link LearnedAcronym}. */
    public static final String DEFINITION = "definition";

    /** What the articles define, as one dictionary that need not be made again: with one of them, for all. */
    static final String ACRONYMS = "acronyms";

    private IndexFields() {}

    /**
     * The newest articles first, those without a date last, equals by their id. Articles are written in this order, so
     * that what breaks ties need not be looked up, and the newest are found without looking at the others.
     */
    public static Sort newestFirst() {
        return new Sort(published(true), new SortField(ID, SortField.Type.STRING));
    }

    /** The order of dates; articles without one come last either way. */
    public static SortField published(boolean newestFirst) {
        long missing = newestFirst ? Long.MIN_VALUE : Long.MAX_VALUE;
        return LongField.newSortField(PUBLISHED_FIRST, newestFirst, SortedNumericSelector.Type.MIN, missing);
    }

    /** @param reader of the thread that this runs on */
    static Document document(
            Article article, WordPacker packer, Origin origin, IndexSettings settings, WordReader reader) {
        Document document = searched(article, settings, reader);
        document.add(new SortedDocValuesField(ID, new BytesRef(article.id())));
        article.rank().ifPresent(rank -> document.add(new NumericDocValuesField(RANK, rank)));
        document.add(new BinaryDocValuesField(ARTICLE, ArticleCodec.encode(article, packer)));
        document.add(new SortedDocValuesField(ORIGIN, ArticleCodec.encode(origin)));
        document.add(new NumericDocValuesField(ORIGIN_NUMBER, origin.number()));
        return document;
    }

    /** What an article is found by. */
    static Document searched(Article article, IndexSettings settings, WordReader reader) {
        Document document = new Document();
        document.add(new StringField(ID, article.id(), Store.NO));
        new TextFields(settings.weights(), reader).of(article).forEach(document::add);
        for (SearchedField field : SearchedField.values()) {
            field.asValues().ifPresent(values -> addValues(document, values, field.of(article)));
        }
        article.published().ifPresent(date -> addDate(document, date));
        if (settings.learnsAcronyms()) {
            LearnedAcronym.terms(article).forEach(term -> document.add(new StringField(DEFINITION, term, Store.NO)));
        }
        return document;
    }

    /**
     * What is kept with one article of an index, for all of them.
     *
     * @param document which it is kept with
     */
    record Kept(int document, BytesRef value) {}

    /** Empty where the index keeps nothing under that name. */
    static Optional<Kept> kept(IndexReader reader, String field) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            FieldInfo info = leaf.reader().getFieldInfos().fieldInfo(field);
            boolean isThere = info != null && info.getDocValuesType() == DocValuesType.BINARY;
            BinaryDocValues values = isThere ? leaf.reader().getBinaryDocValues(field) : null;
            Bits live = leaf.reader().getLiveDocs();
            while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                BytesRef value = values.binaryValue();
                if (value.length > 0 && (live == null || live.get(values.docID()))) {
                    return Optional.of(new Kept(leaf.docBase + values.docID(), value));
                }
            }
        }
        return Optional.empty();
    }

    private static void addValues(Document document, Values names, List<String> values) {
        for (String value : values) {
            document.add(new StringField(names.key(), TextAnalysis.filterKey(value), Store.NO));
            document.add(new SortedSetDocValuesField(names.facet(), FacetValue.encode(value)));
        }
    }

    private static void addDate(Document document, PublicationDate date) {
        document.add(new LongField(PUBLISHED_FIRST, date.firstDay().toEpochDay(), Store.NO));
        document.add(new LongPoint(PUBLISHED_LAST, date.lastDay().toEpochDay()));
        String year = PublicationDate.ofYear(date.firstDay().getYear()).toString();
        document.add(new SortedSetDocValuesField(YEAR_FACET, FacetValue.encode(year)));
        if (date.precision() != Precision.YEAR) {
            String month =
                    PublicationDate.ofMonth(YearMonth.from(date.firstDay())).toString();
            document.add(new SortedSetDocValuesField(MONTH_FACET, FacetValue.encode(month)));
        }
    }
}
