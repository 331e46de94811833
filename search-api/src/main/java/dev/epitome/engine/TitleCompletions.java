package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.article.Article;
import dev.epitome.engine.Retriever.TopArticle;
import dev.epitome.query.Field;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.AllOf;
import dev.epitome.query.QueryExpression.Everything;
import dev.epitome.query.QueryExpression.Phrase;
import dev.epitome.query.QueryExpression.Prefix;
import dev.epitome.query.QueryExpression.Word;
import dev.epitome.query.QueryLanguage;
import dev.epitome.query.Typing;
import dev.epitome.search.MatchMode;
import dev.epitome.search.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Titles that have all words typed, the last of them begun. For one request. */
final class TitleCompletions {

    static final int MOST = 3;

    private static final int TRIED = 12;

    /** Letters of a word that stands alone: some word of nearly any title begins with one or the other letter. */
    private static final int LEAST_TYPED = 2;

    private final ArticleReader articles;
    private final Trial trial;

    /** An article that may be meant. */
    private record Candidate(int number, Article article) {}

    TitleCompletions(ArticleReader articles, Trial trial) {
        this.articles = articles;
        this.trial = trial;
    }

    /** Those that begin with what was typed first. Each query finds its article before all others. */
    List<Suggestion> of(Typing typing) {
        Optional<QueryExpression> words = words(typing);
        if (words.isEmpty()) {
            return List.of();
        }
        List<Suggestion> titles = new ArrayList<>();
        for (Candidate candidate : candidates(words.get(), typing)) {
            if (titles.size() == MOST) {
                break;
            }
            Article article = candidate.article();
            query(candidate)
                    .filter(query -> !query.equals(typing.with(typing.typed())))
                    .map(query -> Suggestion.title(article, query))
                    .ifPresent(titles::add);
        }
        return titles;
    }

    private List<Candidate> candidates(QueryExpression words, Typing typing) {
        List<Integer> numbers = trial.of(trial.request(words).withMatch(MatchMode.ALL), TRIED).top().articles().stream()
                .map(TopArticle::number)
                .toList();
        List<Article> best = articles.articles(numbers, false);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            candidates.add(new Candidate(numbers.get(i), best.get(i)));
        }
        String typed = TextAnalysis.filterKey((typing.head() + typing.typed()).replace('"', ' '));
        candidates.sort(Comparator.comparing((Candidate candidate) ->
                !TextAnalysis.filterKey(candidate.article().title()).startsWith(typed)));
        return candidates;
    }

    /** Empty where something else than words was typed, which no title tells. */
    private static Optional<QueryExpression> words(Typing typing) {
        List<TextWord> last = TextAnalysis.words(typing.typed());
        List<QueryExpression> words = new ArrayList<>(parts(typing.others()));
        if (last.isEmpty()
                || (words.isEmpty() && last.getFirst().exact().length() < LEAST_TYPED)
                || typing.isLeftOut()
                || typing.quoted()
                || !(typing.place() instanceof Typing.Place.Anywhere)
                || !words.stream().allMatch(part -> part instanceof Word || part instanceof Phrase)) {
            return Optional.empty();
        }
        last.subList(0, last.size() - 1).forEach(word -> words.add(new Word(word.exact())));
        words.add(new Prefix(last.getLast().exact()));
        return Optional.of(QueryExpression.inField(Field.TITLE, QueryExpression.allOf(words)));
    }

    private static List<QueryExpression> parts(String others) {
        return switch (QueryLanguage.parse(others).expression()) {
            case Everything none -> List.of();
            case AllOf all -> all.parts();
            case QueryExpression one -> List.of(one);
        };
    }

    /** In quotes it finds nothing else, unless others write the same; without, it may still be first. */
    private Optional<String> query(Candidate candidate) {
        String title = candidate.article().title();
        String quoted = '"' + title.replace('"', ' ') + '"';
        for (String query : List.of(quoted, title, Field.TITLE.typed() + ":" + quoted)) {
            if (trial.findsFirst(query, candidate.number())) {
                return Optional.of(query);
            }
        }
        return Optional.empty();
    }
}
