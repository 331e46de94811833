package dev.epitome.lucene;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.index.IndexFields;
import java.util.ArrayList;
import java.util.List;

/** Other ways to write a phrase: its neighbours as one word, or one of its words apart, as some article does. */
final class PhraseForms {

    /** Each costs a phrase query in every field. */
    private static final int MOST = 6;

    private static final int LONGEST_RUN = 3;
    private static final int SHORTEST_HALF = 3;

    private final Vocabulary vocabulary;

    PhraseForms(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Without the phrase as it is. Each differs from it in one place. */
    List<List<TextWord>> of(List<TextWord> words) {
        List<List<TextWord>> forms = new ArrayList<>();
        for (int at = 0; at < words.size() && forms.size() < MOST; at++) {
            for (int end = at + 2; end <= Math.min(words.size(), at + LONGEST_RUN); end++) {
                List<TextWord> joined = joined(words.subList(at, end));
                if (!joined.isEmpty()) {
                    forms.add(replaced(words, at, end, joined));
                }
            }
            for (List<TextWord> pieces :
                    Halves.of(words.get(at), SHORTEST_HALF, half -> vocabulary.has(IndexFields.EXACT, half))) {
                if (pieces.stream().allMatch(vocabulary::has)) {
                    forms.add(replaced(words, at, at + 1, pieces));
                }
            }
        }
        return forms.subList(0, Math.min(MOST, forms.size()));
    }

    private List<TextWord> joined(List<TextWord> run) {
        StringBuilder joined = new StringBuilder();
        for (TextWord word : run) {
            if (StopWords.has(word.exact())) {
                return List.of();
            }
            joined.append(word.exact());
        }
        List<TextWord> one = TextAnalysis.words(joined.toString());
        boolean known = one.size() == 1
                && vocabulary.has(IndexFields.LOOSE, one.getFirst().loose());
        return known ? one : List.of();
    }

    private static List<TextWord> replaced(List<TextWord> words, int from, int to, List<TextWord> by) {
        List<TextWord> form = new ArrayList<>(words.subList(0, from));
        form.addAll(by);
        form.addAll(words.subList(to, words.size()));
        return form;
    }
}
