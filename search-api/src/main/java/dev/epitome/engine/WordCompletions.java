package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.engine.Lexicon.Counted;
import dev.epitome.engine.Retriever.Selection;
import dev.epitome.engine.Retriever.TopArticle;
import dev.epitome.query.Field;
import dev.epitome.query.QueryExpression.Word;
import dev.epitome.query.QueryLanguage;
import dev.epitome.query.Typing;
import dev.epitome.query.Typing.Place;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SuggestRequest;
import dev.epitome.search.Suggestion;
import dev.epitome.search.Suggestion.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words of the index that begin as the one that is being typed. For one request. */
final class WordCompletions {

    /** Of the words that begin so, those of most articles are tried. */
    private static final int TRIED = 40;

    /** How many articles are asked how they write a word. */
    private static final int WITNESSES = 5;

    /** A longer word, such as a pasted address, is nothing that anyone would pick. */
    private static final int LONGEST = 60;

    private final IndexState state;
    private final Trial trial;
    private final Optional<Plan> among;
    private final Map<Integer, WrittenForms> read = new HashMap<>();

    /** @param among which articles count; empty for all */
    WordCompletions(IndexState state, Trial trial, Optional<Plan> among) {
        this.state = state;
        this.trial = trial;
        this.among = among;
    }

    /**
     * One for each stem, those of most articles first; whatever is taken up finds something. As many are counted
     * however few are asked for: terms of fewer articles may find more.
     */
    List<Suggestion> of(Typing typing) {
        int start = startOfLastWord(typing.typed());
        String beginning = TextAnalysis.folded(typing.typed().substring(start));
        if (beginning.isEmpty()) {
            return List.of();
        }
        String kept = typing.typed().substring(0, start);
        Set<String> stems = new HashSet<>(); // What stands in the query already is no news.
        TextAnalysis.words(typing.with(kept)).forEach(word -> stems.add(word.loose()));
        List<Suggestion> completions = new ArrayList<>();
        for (Counted term : likeliest(typing, beginning)) {
            if (completions.size() == SuggestRequest.MAX_LIMIT) {
                break;
            }
            String word = term.term();
            if (word.length() > LONGEST || StopWords.has(word) || !stems.add(loose(word))) {
                continue;
            }
            String form = form(word);
            if (!isReadAsItself(form)) {
                continue;
            }
            String query = typing.with(kept + form);
            long articles = articles(typing, query);
            if (articles > 0) {
                completions.add(new Suggestion(Kind.WORD, form, query, articles));
            }
        }
        return Trial.mostFirst(completions, typing);
    }

    /** Behind the colon of a field, words of that field. */
    private List<Counted> likeliest(Typing typing, String beginning) {
        Lexicon lexicon = state.lexicon();
        boolean within = typing.place() instanceof Place.Within;
        TermField field = typing.place() instanceof Place.Within(Field in) ? new TermField.Words(in) : TermField.EXACT;
        List<Counted> words = lexicon.mostFrequent(field, beginning, term -> true, among).stream()
                // Of these terms, those that are words of articles as well, and not only what words have in common.
                .filter(term -> !within || lexicon.articlesWith(TermField.EXACT, term.term()) > 0)
                .limit(TRIED)
                .toList();
        return among.isPresent() ? new Neighbours(state.retriever()).first(words, typing) : words;
    }

    /** A phrase must be found as soon as its quotes are closed. */
    private long articles(Typing typing, String query) {
        return typing.quoted() && !trial.findsAll(query + '"') ? 0 : trial.articles(query);
    }

    /** A word such as -Z would leave out what it promises. */
    private static boolean isReadAsItself(String form) {
        return QueryLanguage.parse(form).expression().equals(new Word(form));
    }

    /** Where a run of signs and words, such as {@code kafka:str}, has the last of them. */
    private static int startOfLastWord(String typed) {
        List<TextWord> words = TextAnalysis.words(typed);
        return words.size() < 2 ? firstOf(typed, words) : words.getLast().start();
    }

    /** Opening parentheses are no part of a word; dots and the like may be. */
    private static int firstOf(String typed, List<TextWord> words) {
        int start = 0;
        int end = words.isEmpty() ? typed.length() : words.getFirst().start();
        while (start < end && "('[{<".indexOf(typed.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    private static String loose(String word) {
        List<TextWord> words = TextAnalysis.words(word);
        return words.isEmpty() ? word : words.getFirst().loose();
    }

    /** As articles write it; what would be read otherwise in a query is left in its plain form. */
    private String form(String word) {
        Plan plan = Plan.word(TermField.EXACT, word);
        List<WrittenForms> witnesses = new ArrayList<>();
        for (TopArticle article : state.retriever()
                .top(plan, SearchFilter.NONE, Selection.best(WITNESSES))
                .articles()) {
            witnesses.add(read.computeIfAbsent(
                    article.number(), number -> WrittenForms.of(state.articles().article(number))));
        }
        return WrittenForms.most(witnesses, seen -> seen.exact().equals(word))
                .filter(form -> isRead(form, word) && isReadAsItself(form))
                .orElse(word);
    }

    private static boolean isRead(String form, String word) {
        List<TextWord> words = TextAnalysis.words(form);
        return words.size() == 1 && words.getFirst().exact().equals(word);
    }
}
