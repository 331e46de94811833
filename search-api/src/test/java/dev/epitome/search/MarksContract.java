package dev.epitome.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.article.Article;
import dev.epitome.query.Field;
import dev.epitome.query.Interpretation.AliasUse;
import dev.epitome.query.Interpretation.Fallback;
import dev.epitome.search.Explanation.Contribution;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every mark covers a word that matched, whatever the words are. */
abstract class MarksContract extends EngineFixture {

    private static final int CORPORA = 6;
    private static final int QUERIES = 25;

    /** What is not found by a word that stands somewhere. */
    private static final Set<MatchRule> NOWHERE = EnumSet.of(
            MatchRule.PROXIMITY, MatchRule.FILTER, MatchRule.FRESHNESS, MatchRule.ALL_WORDS, MatchRule.EVERYTHING);

    MarksContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @Test
    void everyMarkCoversAWordThatTheQueryWasReadAs() {
        Seeds.runs(CORPORA, random -> {
            engineOver(TechnicalTexts.articles(random, 30));
            for (int i = 0; i < QUERIES; i++) {
                TechnicalTexts.Query query = TechnicalTexts.query(random);
                SearchRequest request = SearchRequest.of(query.text()).withLimit(SearchRequest.MAX_LIMIT);
                SearchResult result = engine().search(request);
                Wanted wanted = wanted(query, result);
                for (Hit hit : result.hits()) {
                    hit.title().forEach(snippet -> check(snippet, hit.article().title(), wanted, query));
                    hit.summary()
                            .forEach(snippet -> check(snippet, hit.article().summary(), wanted, query));
                }
            }
        });
    }

    @Test
    void aHitFoundByAWordInATextHasAMarkThere() {
        Seeds.runs(CORPORA / 3, random -> {
            engineOver(TechnicalTexts.articles(random, 10));
            for (int i = 0; i < QUERIES; i++) {
                TechnicalTexts.Query query = TechnicalTexts.query(random);
                if (query.plain()) {
                    checkMarked(SearchRequest.of(query.text()).withLimit(SearchRequest.MAX_LIMIT));
                }
            }
        });
    }

    private void checkMarked(SearchRequest request) {
        for (Hit hit : engine().search(request).hits()) {
            Explanation explanation =
                    engine().explain(request, hit.article().id()).orElseThrow();
            Set<Field> fields = explanation.contributions().stream()
                    .filter(some -> !NOWHERE.contains(some.rule()))
                    .map(Contribution::fields)
                    .flatMap(List::stream)
                    .collect(Collectors.toSet());
            assertThat(fields.contains(Field.TITLE) && hit.title().isEmpty())
                    .as("no mark in the title: %s %s %s", request, hit, explanation)
                    .isFalse();
            assertThat(fields.contains(Field.SUMMARY) && hit.summary().isEmpty())
                    .as("no mark in the summary: %s %s %s", request, hit, explanation)
                    .isFalse();
        }
    }

    private static void check(Snippet snippet, String whole, Wanted wanted, TechnicalTexts.Query query) {
        String text = snippet.text();
        assertThat(text).isEqualTo(whole.substring(snippet.start(), snippet.start() + text.length()));
        assertThat(snippet.highlights()).isNotEmpty();
        int at = 0;
        for (Snippet.Span span : snippet.highlights()) {
            assertThat(span.start()).isGreaterThanOrEqualTo(at).isLessThan(span.end());
            assertThat(span.end()).isLessThanOrEqualTo(text.length());
            String marked = text.substring(span.start(), span.end());
            assertThat(wanted.covers(marked))
                    .as("%s is marked for %s in %s", marked, query, text)
                    .isTrue();
            at = span.end();
        }
    }

    /**
     * The terms of a query.
     *
     * @param terms of its words, their aliases and what they were corrected to
     * @param prefixes with which a word may begin
     */
    private record Wanted(Set<String> terms, List<String> prefixes) {

        /** Whether each word of the text is wanted; several words may be pieces of one that is. */
        boolean covers(String text) {
            List<TextWord> words = TextAnalysis.words(text);
            String row = words.stream().map(TextWord::exact).collect(Collectors.joining());
            if (words.stream().allMatch(TextAnalysis::isSign)
                    && prefixes.stream().anyMatch(row::startsWith)) {
                return true;
            }
            return words.size() == 1
                    ? covers(words.getFirst())
                    : words.size() > 1 && words.stream().allMatch(word -> covers(word) || isPiece(word));
        }

        private boolean isPiece(TextWord word) {
            return terms.stream().anyMatch(term -> term.contains(word.loose()) || term.contains(word.exact()));
        }

        private boolean covers(TextWord word) {
            return termsOf(word).anyMatch(terms::contains) || prefixes.stream().anyMatch(word.exact()::startsWith);
        }
    }

    private static Wanted wanted(TechnicalTexts.Query query, SearchResult result) {
        List<String> texts = new ArrayList<>(query.words());
        result.interpreted().aliases().stream().map(AliasUse::also).forEach(texts::addAll);
        result.corrected().stream().map(Correction::to).forEach(texts::add);
        result.interpreted().fallbacks().stream().map(Fallback::to).forEach(texts::add);
        Set<String> terms = new HashSet<>();
        texts.forEach(text -> TextAnalysis.words(text).stream()
                .flatMap(MarksContract::termsOf)
                .forEach(terms::add));
        addNeighboursAsOne(query.words(), terms);
        List<String> prefixes = query.prefixes().stream()
                .map(prefix ->
                        TextAnalysis.words(prefix).stream().map(TextWord::exact).collect(Collectors.joining()))
                .toList();
        return new Wanted(terms, prefixes);
    }

    /** Two or three words of the query that an article may write as one. */
    private static void addNeighboursAsOne(List<String> texts, Set<String> terms) {
        List<TextWord> words = TextAnalysis.words(String.join(" ", texts));
        for (int from = 0; from < words.size(); from++) {
            String together = words.get(from).exact();
            for (int next = from + 1; next < Math.min(from + 3, words.size()); next++) {
                together += words.get(next).exact();
                TextAnalysis.words(together).stream()
                        .flatMap(MarksContract::termsOf)
                        .forEach(terms::add);
            }
        }
    }

    private static Stream<String> termsOf(TextWord word) {
        return Stream.concat(
                Stream.of(word.exact(), word.loose()), word.parts().stream().map(TextWord.Part::term));
    }
}
