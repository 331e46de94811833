package dev.epitome.engine;

import dev.epitome.analysis.TextWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compounds and the words that they are made of, as the articles of one index write them. */
final class Compounds {

    /** As many words as a compound is made of: HTML, agility, pack. */
    static final int LONGEST_RUN = 3;

    /** Shorter halves make words meet by accident. */
    private static final int SHORTEST_HALF = 3;

    /** Each other form of a phrase costs a phrase query in every field. */
    private static final int MOST_FORMS = 6;

    private final TermStatistics terms;

    Compounds(TermStatistics terms) {
        this.terms = terms;
    }

    /** These words as the one word that some article makes of them. */
    Optional<TextWord> joined(List<TextWord> run) {
        StringBuilder joined = new StringBuilder();
        run.forEach(word -> joined.append(word.exact()));
        List<TextWord> one = terms.words(joined.toString());
        return one.size() == 1 && terms.has(TermField.LOOSE, one.getFirst().loose())
                ? Optional.of(one.getFirst())
                : Optional.empty();
    }

    /** The ways to write a word apart of which articles have every piece, though not always side by side. */
    List<List<TextWord>> apart(TextWord word) {
        return CompoundSplitter.of(word, SHORTEST_HALF, half -> terms.has(TermField.EXACT, half)).stream()
                .filter(pieces -> pieces.stream().allMatch(terms::has))
                .toList();
    }

    /**
     * Other ways to write a phrase: its neighbours as one word, or one of its words apart, as some article does. Each
     * differs from it in one place.
     */
    List<List<TextWord>> otherForms(List<TextWord> words) {
        List<List<TextWord>> forms = new ArrayList<>();
        for (int at = 0; at < words.size() && forms.size() < MOST_FORMS; at++) {
            for (int end = at + 2; end <= Math.min(words.size(), at + LONGEST_RUN); end++) {
                List<TextWord> run = words.subList(at, end);
                if (run.stream().noneMatch(word -> StopWords.has(word.exact()))) {
                    Optional<TextWord> one = joined(run);
                    if (one.isPresent()) {
                        forms.add(replaced(words, at, end, List.of(one.get())));
                    }
                }
            }
            for (List<TextWord> pieces : apart(words.get(at))) {
                forms.add(replaced(words, at, at + 1, pieces));
            }
        }
        return forms.subList(0, Math.min(MOST_FORMS, forms.size()));
    }

    private static List<TextWord> replaced(List<TextWord> words, int from, int to, List<TextWord> by) {
        List<TextWord> form = new ArrayList<>(words.subList(0, from));
        form.addAll(by);
        form.addAll(words.subList(to, words.size()));
        return form;
    }
}
