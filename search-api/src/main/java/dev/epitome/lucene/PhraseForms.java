package dev.epitome.lucene;

import dev.epitome.analysis.TextWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Other ways to write a phrase: its neighbours as one word, or one of its words apart, as some article does. */
final class PhraseForms {

    /** Each costs a phrase query in every field. */
    private static final int MOST = 6;

    private final Compounds compounds;

    PhraseForms(Vocabulary vocabulary) {
        this.compounds = new Compounds(vocabulary);
    }

    /** Without the phrase as it is. Each differs from it in one place. */
    List<List<TextWord>> of(List<TextWord> words) {
        List<List<TextWord>> forms = new ArrayList<>();
        for (int at = 0; at < words.size() && forms.size() < MOST; at++) {
            for (int end = at + 2; end <= Math.min(words.size(), at + Compounds.LONGEST_RUN); end++) {
                List<TextWord> run = words.subList(at, end);
                if (run.stream().noneMatch(word -> StopWords.has(word.exact()))) {
                    Optional<TextWord> joined = compounds.joined(run);
                    if (joined.isPresent()) {
                        forms.add(replaced(words, at, end, List.of(joined.get())));
                    }
                }
            }
            for (List<TextWord> pieces : compounds.apart(words.get(at))) {
                forms.add(replaced(words, at, at + 1, pieces));
            }
        }
        return forms.subList(0, Math.min(MOST, forms.size()));
    }

    private static List<TextWord> replaced(List<TextWord> words, int from, int to, List<TextWord> by) {
        List<TextWord> form = new ArrayList<>(words.subList(0, from));
        form.addAll(by);
        form.addAll(words.subList(to, words.size()));
        return form;
    }
}
