package dev.epitome.lucene;

import dev.epitome.article.Article;
import dev.epitome.index.IndexFields;
import dev.epitome.lucene.TermCounts.Counted;
import dev.epitome.query.Field;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.InField;
import dev.epitome.query.QueryLanguage;
import dev.epitome.query.Typing;
import dev.epitome.search.SuggestRequest;
import dev.epitome.search.Suggestion;
import dev.epitome.search.Suggestion.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Values of the field behind whose colon something is being typed. For one request. */
final class ValueCompletions {

    private static final int TRIED = 60;

    /** How many articles are asked how they write a value. */
    private static final int WITNESSES = 8;

    private final IndexSearcher searcher;
    private final Trial trial;
    private final TermCounts counts;

    ValueCompletions(IndexSearcher searcher, Trial trial, TermCounts counts) {
        this.searcher = searcher;
        this.trial = trial;
        this.counts = counts;
    }

    /** Those of which some word begins as typed, those of most articles first; as many however few are asked for. */
    List<Suggestion> of(Typing typing, Field field) throws IOException {
        String keys = keys(field);
        List<Suggestion> completions = new ArrayList<>();
        for (Counted value : values(keys, IndexFields.filterKey(typing.typed()))) {
            if (completions.size() == SuggestRequest.MAX_LIMIT) {
                break;
            }
            String label = label(field, keys, value.term());
            String query = typing.with(written(typing, field, label));
            long articles = trial.articles(query);
            if (articles > 0) {
                completions.add(new Suggestion(Kind.VALUE, label, query, articles));
            }
        }
        return Trial.mostFirst(completions, typing);
    }

    /** Values that begin so are found however many there are; others only as far as the walk goes. */
    private List<Counted> values(String keys, String beginning) throws IOException {
        return Stream.concat(
                        counts.beginning(keys, beginning, TRIED).stream(),
                        counts.all(keys, hasWordBeginning(beginning), TRIED).stream())
                .distinct()
                .sorted(Counted.MOST_FIRST)
                .toList();
    }

    private static Predicate<String> hasWordBeginning(String beginning) {
        return value -> {
            int at = value.indexOf(beginning);
            while (at > 0 && Character.isLetterOrDigit(value.charAt(at - 1))) {
                at = value.indexOf(beginning, at + 1);
            }
            return at >= 0;
        };
    }

    /** As most of some articles write it. */
    private String label(Field field, String keys, String key) throws IOException {
        ArticleStore store = new ArticleStore(searcher.getIndexReader());
        TermQuery with = new TermQuery(new Term(keys, key));
        List<String> labels = new ArrayList<>();
        for (ScoreDoc article : BestArticles.of(searcher, new ConstantScoreQuery(with), WITNESSES)) {
            values(store.read(article.doc).article(), field)
                    .filter(value -> IndexFields.filterKey(value).equals(key))
                    .forEach(labels::add);
        }
        return labels.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparingLong((Entry<String, Long> label) -> label.getValue())
                        .thenComparing(Entry::getKey))
                .map(Entry::getKey)
                .orElse(key);
    }

    private static Stream<String> values(Article article, Field field) {
        return switch (field) {
            case SOURCE -> article.source().stream();
            case AUTHOR -> article.authors().stream();
            case TAG -> article.tags().stream();
            case TYPE -> article.type().stream();
            case TITLE, SUMMARY -> Stream.empty();
        };
    }

    private static String keys(Field field) {
        return switch (field) {
            case SOURCE -> IndexFields.SOURCE_KEY;
            case AUTHOR -> IndexFields.AUTHOR_KEY;
            case TAG -> IndexFields.TAG_KEY;
            case TYPE -> IndexFields.TYPE_KEY;
            case TITLE, SUMMARY -> throw new IllegalArgumentException(field + " has no values");
        };
    }

    /** In quotes where one was opened, or where it would be read otherwise without. */
    private static String written(Typing typing, Field field, String label) {
        String within = label.replace('"', ' ');
        if (typing.quoted()) {
            return within + '"';
        }
        QueryExpression read = QueryLanguage.parse(field.typed() + ":" + label).expression();
        boolean plain = read.equals(new InField(field, new QueryExpression.Word(label)));
        return plain ? label : '"' + within + '"';
    }
}
