package dev.epitome.lucene;

import dev.epitome.article.CleanText;
import dev.epitome.index.IndexFields;
import dev.epitome.query.Field;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.Aliased;
import dev.epitome.query.QueryExpression.AllOf;
import dev.epitome.query.QueryExpression.AnyOf;
import dev.epitome.query.QueryExpression.Corrected;
import dev.epitome.query.QueryExpression.Everything;
import dev.epitome.query.QueryExpression.InField;
import dev.epitome.query.QueryExpression.Not;
import dev.epitome.query.QueryExpression.Phrase;
import dev.epitome.query.QueryExpression.Prefix;
import dev.epitome.query.QueryExpression.Published;
import dev.epitome.query.QueryExpression.Word;
import dev.epitome.search.SearchFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Values that are asked for and that no article has: a filter by one finds nothing, and without a word of it that would
 * look as if there were nothing to find. For one request.
 */
final class UnknownValues {

    /** Of those that are told; looking for the nearest of each costs a walk through the index. */
    private static final int MOST = 4;

    private static final int SHOWN = 60;
    private static final int SHORTEST_FOR_TWO_EDITS = 6;
    private static final int SHORTEST_BEGINNING = 3;

    private final Snapshot snapshot;
    private final FieldPlans plans;
    private final Vocabulary vocabulary;
    private final Set<String> warnings = new LinkedHashSet<>();

    private UnknownValues(Snapshot snapshot, FieldPlans plans, Vocabulary vocabulary) {
        this.snapshot = snapshot;
        this.plans = plans;
        this.vocabulary = vocabulary;
    }

    /** What is to be said of them, a sentence or two each. */
    static List<String> warnings(
            Snapshot snapshot,
            FieldPlans plans,
            Vocabulary vocabulary,
            QueryExpression expression,
            SearchFilter filter) {
        UnknownValues unknown = new UnknownValues(snapshot, plans, vocabulary);
        unknown.filtered(Field.SOURCE, filter.sources());
        unknown.filtered(Field.AUTHOR, filter.authors());
        unknown.filtered(Field.TAG, filter.tags());
        unknown.filtered(Field.TYPE, filter.types());
        unknown.asked(expression);
        return List.copyOf(unknown.warnings);
    }

    private void filtered(Field field, List<String> values) {
        for (String value : values) {
            if (!vocabulary.has(FieldPlans.keys(field).orElseThrow(), IndexFields.filterKey(value))) {
                tell(field, value);
            }
        }
    }

    private void asked(QueryExpression expression) {
        switch (expression) {
            case InField in -> {
                switch (in.field()) {
                    case SOURCE, AUTHOR, TAG, TYPE -> values(in.field(), in.of());
                    case TITLE, SUMMARY -> {}
                }
            }
            case AllOf all -> all.parts().forEach(this::asked);
            case AnyOf any -> any.parts().forEach(this::asked);
            case Not not -> asked(not.part());
            case Aliased aliased -> {}
            case Corrected corrected -> {}
            case Everything everything -> {}
            case Phrase phrase -> {}
            case Prefix prefix -> {}
            case Published published -> {}
            case Word word -> {}
        }
    }

    private void values(Field field, QueryExpression of) {
        switch (of) {
            case Word word -> value(field, word, word.text());
            case Phrase phrase -> value(field, phrase, phrase.text());
            case AllOf all -> all.parts().forEach(part -> values(field, part));
            case AnyOf any -> any.parts().forEach(part -> values(field, part));
            case Not not -> values(field, not.part());
            case Aliased aliased -> values(field, aliased.typed());
            case Corrected corrected -> values(field, corrected.as());
            case Everything everything -> {}
            case InField in -> {}
            case Prefix prefix -> {}
            case Published published -> {}
        }
    }

    /** In a query some words of a value are enough. */
    private void value(Field field, QueryExpression asked, String text) {
        boolean known = vocabulary.has(FieldPlans.keys(field).orElseThrow(), IndexFields.filterKey(text))
                || vocabulary.matchesAny(plans.in(field, asked).query());
        if (!known) {
            tell(field, text);
        }
    }

    private void tell(Field field, String value) {
        if (warnings.size() == MOST) {
            return;
        }
        String name = field.name().toLowerCase(Locale.ROOT);
        String warning = "No article has the %s “%s”.".formatted(name, CleanText.shortened(value, SHOWN));
        Optional<String> nearest = nearest(field, IndexFields.filterKey(value));
        if (nearest.isPresent()) {
            warning += " The nearest is “" + nearest.get() + "”.";
        }
        if (value.contains(",")) {
            warning += " It was taken as one value: give several apart from each other.";
        }
        warnings.add(warning);
    }

    /** The one with the fewest edits, one or two, and else the first that begins so; as most articles write it. */
    private Optional<String> nearest(Field field, String key) {
        try {
            Terms terms = MultiTerms.getTerms(
                    snapshot.searcher().getIndexReader(), FieldPlans.keys(field).orElseThrow());
            if (terms == null) {
                return Optional.empty();
            }
            Optional<String> near = edited(terms, field, key, 1)
                    .or(() -> key.length() < SHORTEST_FOR_TWO_EDITS ? Optional.empty() : edited(terms, field, key, 2));
            Optional<String> found = near.isPresent() ? near : beginning(terms, key);
            return found.isEmpty()
                    ? found
                    : snapshot.facets().of(CommitFacets.facet(field)).written(found.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> edited(Terms terms, Field field, String key, int edits) {
        try {
            FuzzyTermsEnum near =
                    new FuzzyTermsEnum(terms, new Term(FieldPlans.keys(field).orElseThrow(), key), edits, 0, true);
            String best = null;
            int most = 0;
            for (BytesRef term = near.next(); term != null; term = near.next()) {
                if (near.docFreq() > most) {
                    most = near.docFreq();
                    best = term.utf8ToString();
                }
            }
            return Optional.ofNullable(best);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> beginning(Terms terms, String key) throws IOException {
        TermsEnum from = terms.iterator();
        BytesRef begun = new BytesRef(key);
        boolean there = key.length() >= SHORTEST_BEGINNING
                && from.seekCeil(begun) != TermsEnum.SeekStatus.END
                && StringHelper.startsWith(from.term(), begun);
        return there ? Optional.of(from.term().utf8ToString()) : Optional.empty();
    }
}
