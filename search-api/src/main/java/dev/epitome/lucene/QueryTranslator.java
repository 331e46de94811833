package dev.epitome.lucene;

import dev.epitome.index.IndexFields;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.AllOf;
import dev.epitome.query.QueryExpression.Everything;
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

    private final Words words;
    private final List<String> terms = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private QueryTranslator(Words words) {
        this.words = words;
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
        QueryTranslator translator = new QueryTranslator(words);
        Optional<Query> all = translator.query(expression, Occur.MUST);
        if (all.isEmpty()) {
            translator.warnings.add("The query holds nothing that can be searched for.");
        }
        List<String> warnings = translator.warnings.stream().distinct().toList();
        Optional<Query> any = translator.query(expression, Occur.SHOULD);
        Query none = MatchNoDocsQuery.INSTANCE;
        CharArraySet terms = new CharArraySet(translator.terms, false);
        return new Translated(all.orElse(none), any.orElse(none), terms, warnings);
    }

    /** Empty where the expression holds nothing that is indexed, such as {@code "!?"}. */
    private Optional<Query> query(QueryExpression expression, Occur parts) {
        return switch (expression) {
            case Everything everything -> Optional.of(MatchAllDocsQuery.INSTANCE);
            case Word word -> word(word.text());
            case AllOf all -> {
                List<Query> queries = new ArrayList<>();
                for (QueryExpression part : all.parts()) {
                    Optional<Query> query = query(part, parts);
                    query.ifPresent(queries::add);
                    if (query.isEmpty() && part instanceof Word word) {
                        warnings.add("Left out, since it holds nothing that can be searched for: " + word.text());
                    }
                }
                yield combine(queries, parts);
            }
        };
    }

    /** A word that the analyzer takes apart asks for all of its parts. */
    private Optional<Query> word(String text) {
        List<String> parts = words.terms(text);
        terms.addAll(parts);
        return combine(parts.stream().map(QueryTranslator::term).toList(), Occur.MUST);
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
