package dev.epitome.benchmarks.speed;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import dev.epitome.index.IndexFields;
import dev.epitome.index.SearchedField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Articles as documents of somebody who uses Lucene without us. */
final class LuceneDocuments {

    static final String TEXT = "text";
    static final String TITLE = "title";
    static final String SUMMARY = "summary";
    static final String SOURCE = "source";
    static final String TAGS = "tags";

    private static final FieldType FREQUENCIES = frequencies();

    private LuceneDocuments() {}

    static FacetsConfig facets() {
        FacetsConfig config = new FacetsConfig();
        config.setMultiValued(TAGS, true);
        return config;
    }

    /** All text in one field, every member stored, and source and tags to be filtered and counted by. */
    static Document plain(Article article, FacetsConfig facets) {
        Document document = new Document();
        document.add(new StoredField(TITLE, article.title()));
        document.add(new StringField("id", article.id(), Store.YES));
        document.add(new StoredField(SUMMARY, article.summary()));
        article.url().ifPresent(url -> document.add(new StoredField("url", url)));
        article.authors().forEach(author -> document.add(new StoredField("authors", author)));
        article.published().ifPresent(date -> document.add(new StoredField("published", date.toString())));
        article.source().ifPresent(source -> {
            document.add(new StringField(SOURCE, source, Store.YES));
            document.add(new SortedSetDocValuesFacetField(SOURCE, source));
        });
        article.tags().stream().distinct().forEach(tag -> {
            document.add(new StoredField(TAGS, tag));
            document.add(new SortedSetDocValuesFacetField(TAGS, tag));
        });
        document.add(new TextField(TEXT, text(article), Store.NO));
        try {
            return facets.build(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The fields that our own index has, of the same kinds: all text twice with frequencies, each text at its
     * positions, values for filters and facets, dates, and the whole article.
     */
    static Document sameFields(Article article) {
        Document document = new Document();
        document.add(new StringField(IndexFields.ID, article.id(), Store.NO));
        document.add(new SortedDocValuesField(IndexFields.ID, new BytesRef(article.id())));
        document.add(new Field(IndexFields.EXACT, text(article), FREQUENCIES));
        document.add(new Field(IndexFields.LOOSE, text(article), FREQUENCIES));
        document.add(new TextField(SearchedField.TITLE.words(), article.title(), Store.NO));
        document.add(new TextField(SearchedField.SUMMARY.words(), article.summary(), Store.NO));
        addNames(document, SearchedField.TAG, article.tags());
        addNames(document, SearchedField.AUTHOR, article.authors());
        addNames(document, SearchedField.SOURCE, article.source().stream().toList());
        article.published().ifPresent(date -> addDate(document, date));
        document.add(new BinaryDocValuesField(IndexFields.ARTICLE, new BytesRef(whole(article))));
        return document;
    }

    private static void addNames(Document document, SearchedField field, List<String> names) {
        names.stream().distinct().forEach(name -> {
            document.add(new TextField(field.words(), name, Store.NO));
            document.add(new StringField(field.key(), name.toLowerCase(Locale.ROOT), Store.NO));
            document.add(new SortedSetDocValuesField(field.facet(), new BytesRef(name)));
        });
    }

    private static void addDate(Document document, PublicationDate date) {
        document.add(new LongField(IndexFields.PUBLISHED_FIRST, date.firstDay().toEpochDay(), Store.NO));
        document.add(new LongField(IndexFields.PUBLISHED_LAST, date.lastDay().toEpochDay(), Store.NO));
        String year = String.valueOf(date.firstDay().getYear());
        document.add(new SortedSetDocValuesField(IndexFields.YEAR_FACET, new BytesRef(year)));
        String month = date.firstDay().toString().substring(0, "2000-01".length());
        document.add(new SortedSetDocValuesField(IndexFields.MONTH_FACET, new BytesRef(month)));
    }

    private static String text(Article article) {
        return Stream.of(
                        Stream.of(article.title(), article.summary()),
                        article.tags().stream(),
                        article.authors().stream(),
                        article.source().stream())
                .flatMap(texts -> texts)
                .collect(Collectors.joining(" "));
    }

    private static String whole(Article article) {
        return String.join(
                "\n",
                article.id(),
                article.title(),
                article.summary(),
                article.url().orElse(""),
                article.source().orElse(""),
                String.join("\t", article.authors()),
                String.join("\t", article.tags()),
                article.published().map(PublicationDate::toString).orElse(""));
    }

    private static FieldType frequencies() {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
