package dev.epitome.lucene;

import dev.epitome.article.CleanText;
import dev.epitome.index.IndexFields;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.Aliased;
import dev.epitome.query.QueryExpression.AllOf;
import dev.epitome.query.QueryExpression.AnyOf;
import dev.epitome.query.QueryExpression.Everything;
import dev.epitome.query.QueryExpression.InField;
import dev.epitome.query.QueryExpression.Not;
import dev.epitome.query.QueryExpression.Phrase;
import dev.epitome.query.QueryExpression.Prefix;
import dev.epitome.query.QueryExpression.Published;
import dev.epitome.query.QueryExpression.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * Turns what a query means into Lucene queries. All text fields count together, as in BM25F (Robertson, Zaragoza and
 * Taylor 2004): a word in the title weighs as if the text said it several times. For one query.
 */
final class QueryTranslator {

    private static final float TITLE_WEIGHT = 3;
    private static final float TAGS_WEIGHT = 2;

    /**
     * Each term costs a walk through the index, and one word can hold thousands: text without spaces, pasted code. Far
     * below the count at which Lucene refuses a query.
     */
    private static final int MAX_TERMS = 256;

    /** How much of a word a warning repeats, in characters. */
    private static final int SHOWN = 40;

    private final Words words;
    private final Occur parts;
    private final List<String> terms = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private QueryTranslator(Words words, Occur parts) {
        this.words = words;
        this.parts = parts;
    }

    /**
     * What to ask of Lucene.
     *
     * @param all for articles with all words
     * @param any for articles with some of them
     * @param terms what to highlight
     * @param warnings what was left out, a sentence each
     */
    record Translated(Query all, Query any, CharArraySet terms, List<String> warnings) {}

    static Translated translate(QueryExpression expression, Words words) {
        QueryTranslator all = new QueryTranslator(words, Occur.MUST);
        QueryTranslator any = new QueryTranslator(words, Occur.SHOULD);
        return new Translated(
                all.whole(expression),
                any.whole(expression),
                new CharArraySet(all.terms, false),
                all.warnings.stream().distinct().toList());
    }

    private Query whole(QueryExpression expression) {
        return query(expression).orElseGet(() -> {
            warnings.clear(); // Each word was left out: one sentence says it.
            warnings.add("The query holds nothing that can be searched for.");
            return MatchNoDocsQuery.INSTANCE;
        });
    }

    /** Empty where the expression holds nothing that is indexed, such as {@code "!?"}. */
    private Optional<Query> query(QueryExpression expression) {
        return switch (expression) {
            case Everything everything -> Optional.of(MatchAllDocsQuery.INSTANCE);
            case Word word -> word(word.text());
            case Prefix prefix -> word(prefix.text());
            case Phrase phrase -> word(phrase.text());
            case InField in -> query(in.of());
            case AllOf all ->
                combine(
                        all.parts().stream()
                                .flatMap(part -> query(part).stream())
                                .toList(),
                        parts);
            case AnyOf any ->
                combine(
                        any.parts().stream()
                                .flatMap(part -> query(part).stream())
                                .toList(),
                        Occur.SHOULD);
            case Aliased aliased -> query(aliased.typed());
            case Published published -> Optional.empty();
            case Not not -> Optional.empty();
        };
    }

    /** A word that the analyzer takes apart asks for all of its parts. */
    private Optional<Query> word(String text) {
        List<String> found = words.terms(text);
        if (found.isEmpty()) {
            warnings.add(
                    "Left out, since it holds nothing that can be searched for: " + CleanText.shortened(text, SHOWN));
        }
        int room = MAX_TERMS - terms.size();
        if (found.size() > room) {
            warnings.add("Only the first " + MAX_TERMS + " terms were searched for.");
            found = found.subList(0, room);
        }
        terms.addAll(found);
        return combine(found.stream().map(QueryTranslator::term).toList(), Occur.MUST);
    }

    private static Query term(String term) {
        return new CombinedFieldQuery.Builder(term)
                .addField(IndexFields.TITLE, TITLE_WEIGHT)
                .addField(IndexFields.TAGS, TAGS_WEIGHT)
                .addField(IndexFields.SUMMARY)
                .addField(IndexFields.AUTHORS)
                .addField(IndexFields.SOURCE)
                .build();
    }

    private static Optional<Query> combine(List<? extends Query> queries, Occur occur) {
        if (queries.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder together = new BooleanQuery.Builder();
        queries.forEach(query -> together.add(query, occur));
        return Optional.of(queries.size() == 1 ? queries.getFirst() : together.build());
    }
}
