package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.engine.Retriever.Selection;
import dev.epitome.engine.WordMemory.Understood;
import dev.epitome.engine.WordMemory.Unknown;
import dev.epitome.engine.WordPlans.Role;
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
import dev.epitome.query.QueryExpression.Reading;
import dev.epitome.query.QueryExpression.Word;
import dev.epitome.query.QueryPrinter;
import dev.epitome.search.Correction;
import dev.epitome.search.SearchFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts something in the place of words that no article has: what is left of the word ({@link Fallbacks}), a word that
 * is spelled nearly so, and at last its beginning. Spelling is not doubted of words of up to four letters, of acronyms,
 * and of words with digits: EKS and ECS are one letter apart, and nothing alike; nor of the words of English and the
 * names of the field. For one query.
 */
final class UnknownWords {

    private static final int SHORTEST = 5;

    /** A longer word is no slip of the finger, and looking for its like takes long. */
    private static final int LONGEST = 40;

    /** Looking for what could take its place costs far more than looking for the word. */
    private static final int MOST_WORDS = 8;

    /** Articles that are asked how a word is written. */
    private static final int WITNESSES = 5;

    private final NearestWords near;
    private final IndexState state;
    private final TermStatistics terms;
    private final WordPlans words;
    private final Fallbacks fallbacks;
    private final Guesses guesses;
    private final List<Correction> corrections = new ArrayList<>();
    private int unknown;
    private int known;

    /** How far what is looked for may be from what was typed. */
    enum Guesses {
        NONE,
        /** What is left of a word, and what is spelled nearly so. */
        NEAR,
        /** Also what begins alike: for a query of which nothing else is known. */
        ANY
    }

    UnknownWords(NearestWords near, IndexState state, TermStatistics terms, WordPlans words, Guesses guesses) {
        this.near = near;
        this.state = state;
        this.terms = terms;
        this.words = words;
        this.fallbacks = new Fallbacks(state, terms, state.aliases());
        this.guesses = guesses;
    }

    /** Whether articles have any of the words, or what was put in their place. */
    boolean areAnyKnown() {
        return known > 0;
    }

    /** What was corrected so far. */
    List<Correction> corrections() {
        return List.copyOf(corrections);
    }

    /** Words in quotes and in filters stay as they are. */
    QueryExpression replaced(QueryExpression expression) {
        return switch (expression) {
            case Word word -> replaced(word);
            case AllOf all -> QueryExpression.allOf(replaced(all.parts()));
            case AnyOf any ->
                QueryExpression.anyOf(any.parts().stream().map(this::replaced).toList());
            case InField in -> in.field().hasValues() ? in : new InField(in.field(), replacedInText(in.of()));
            case Everything other -> other;
            case Prefix other -> other;
            case Phrase other -> other;
            case Published other -> other;
            case Not other -> other;
            case Aliased other -> other;
            case Corrected other -> other;
        };
    }

    /** Neighbours that some article writes as one word are known, whether or not it has each of them. */
    private List<QueryExpression> replaced(List<? extends QueryExpression> parts) {
        List<QueryExpression> replaced = new ArrayList<>();
        for (int next = 0; next < parts.size(); ) {
            int run = words.togetherFrom(parts, next);
            if (run > 1) {
                known++;
                replaced.addAll(parts.subList(next, next + run));
            } else {
                replaced.add(replaced(parts.get(next)));
            }
            next += run;
        }
        return replaced;
    }

    /** What a text of signs is made of must stand together there. */
    private QueryExpression replacedInText(QueryExpression of) {
        return of instanceof Word word && terms.words(word.text()).size() != 1 ? word : replaced(of);
    }

    private QueryExpression replaced(Word word) {
        List<TextWord> found = terms.words(word.text());
        if (found.size() > 1) {
            List<Word> separate = separate(word.text(), found);
            return separate.size() == 1 ? word : QueryExpression.allOf(replaced(separate));
        }
        if (guesses == Guesses.NONE || found.isEmpty() || StopWords.has(word.text())) {
            return word;
        }
        if (terms.has(found.getFirst())) {
            known++;
            return word;
        }
        if (unknown++ >= MOST_WORDS) {
            return word;
        }
        Understood understood = state.words()
                .understood()
                .get(new Unknown(word.text(), guesses == Guesses.ANY), asked -> understood(asked, found.getFirst()));
        known += understood.known() || understood.other().isPresent() ? 1 : 0;
        understood
                .other()
                .filter(other -> other.reading() == Reading.SPELLING)
                .ifPresent(other -> corrections.add(new Correction(word.text(), QueryPrinter.print(other.as()))));
        return understood.other().isPresent() ? understood.other().get() : word;
    }

    private Understood understood(Unknown asked, TextWord word) {
        String typed = asked.typed();
        boolean isKnown = !state.aliases().meanings(List.of(typed)).isEmpty()
                || words.apart(word, Role.typed(typed)).isPresent();
        if (isKnown) {
            return new Understood(true, Optional.empty());
        }
        Optional<Corrected> other = fallbacks
                .of(typed, word)
                .or(() -> corrected(typed, word))
                .or(() -> asked.last() && isOfLetters(typed) ? fallbacks.last(typed, word) : Optional.empty());
        return new Understood(false, other);
    }

    /** What a sign parts are words of their own; the signs of one word stay together. */
    private static List<Word> separate(String text, List<TextWord> found) {
        List<Word> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= found.size(); i++) {
            boolean joined = i < found.size()
                    && found.get(i - 1).end() == found.get(i).start()
                    && TextAnalysis.isSign(found.get(i - 1))
                    && TextAnalysis.isSign(found.get(i));
            if (!joined) {
                words.add(new Word(text.substring(
                        found.get(start).start(), found.get(i - 1).end())));
                start = i;
            }
        }
        return words;
    }

    private Optional<Corrected> corrected(String typed, TextWord word) {
        return mayBeWrong(typed, word)
                ? near.to(word.exact()).map(term -> new Corrected(typed, new Word(written(term)), Reading.SPELLING))
                : Optional.empty();
    }

    private static boolean mayBeWrong(String typed, TextWord word) {
        String exact = word.exact();
        return exact.length() >= SHORTEST
                && exact.length() <= LONGEST
                && isOfLetters(typed)
                && !TextAnalysis.isListedName(word)
                && !EnglishWords.has(exact);
    }

    /** And not in capitals alone. */
    private static boolean isOfLetters(String typed) {
        return typed.chars().allMatch(Character::isLetter) && !typed.equals(typed.toUpperCase(Locale.ROOT));
    }

    /** As articles write it: terms have neither capitals nor accents. */
    private String written(String term) {
        Plan with = new Plan.Only(Plan.word(TermField.EXACT, term));
        List<WrittenForms> forms =
                state.retriever().top(with, SearchFilter.NONE, Selection.best(WITNESSES)).articles().stream()
                        .map(article -> WrittenForms.of(state.articles().article(article.number())))
                        .toList();
        return WrittenForms.most(forms, word -> word.exact().equals(term)).orElse(term);
    }
}
