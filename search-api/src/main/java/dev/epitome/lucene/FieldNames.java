package dev.epitome.lucene;

import dev.epitome.engine.TermField;
import dev.epitome.engine.TermField.AllText;
import dev.epitome.index.IndexFields;
import dev.epitome.index.SearchedField;
import dev.epitome.query.Field;
import dev.epitome.search.Facet;

/** Where the index has what the engine looks up. */
final class FieldNames {

    private FieldNames() {}

    static String of(TermField field) {
        return switch (field) {
            case AllText.EXACT -> IndexFields.EXACT;
            case AllText.LOOSE -> IndexFields.LOOSE;
            case TermField.Words words -> row(words.field()).words();
            case TermField.Values values -> row(values.field()).key();
        };
    }

    static String of(Facet facet) {
        return switch (facet) {
            case SOURCE, AUTHOR, TAG, TYPE -> row(facet.field().orElseThrow()).facet();
            case YEAR -> IndexFields.YEAR_FACET;
            case MONTH -> IndexFields.MONTH_FACET;
        };
    }

    /** Of a field with values, what articles are counted by them. */
    static String facet(Field field) {
        return row(field).facet();
    }

    private static SearchedField row(Field field) {
        return switch (field) {
            case TITLE -> SearchedField.TITLE;
            case SUMMARY -> SearchedField.SUMMARY;
            case SOURCE -> SearchedField.SOURCE;
            case AUTHOR -> SearchedField.AUTHOR;
            case TAG -> SearchedField.TAG;
            case TYPE -> SearchedField.TYPE;
        };
    }
}
