package dev.epitome.lucene;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.index.IndexFields;
import java.util.List;
import java.util.Optional;

/** Compounds and the words that they are made of, as the articles of one commit write them. */
final class Compounds {

    /** As many words as a compound is made of: HTML, agility, pack. */
    static final int LONGEST_RUN = 3;

    /** Shorter halves make words meet by accident. */
    private static final int SHORTEST_HALF = 3;

    private final Vocabulary vocabulary;

    Compounds(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** These words as the one word that some article makes of them. */
    Optional<TextWord> joined(List<TextWord> run) {
        StringBuilder joined = new StringBuilder();
        run.forEach(word -> joined.append(word.exact()));
        List<TextWord> one = TextAnalysis.words(joined.toString());
        return one.size() == 1
                        && vocabulary.has(IndexFields.LOOSE, one.getFirst().loose())
                ? Optional.of(one.getFirst())
                : Optional.empty();
    }

    /** The ways to write a word apart of which articles have every piece, though not always side by side. */
    List<List<TextWord>> apart(TextWord word) {
        return Halves.of(word, SHORTEST_HALF, half -> vocabulary.has(IndexFields.EXACT, half)).stream()
                .filter(pieces -> pieces.stream().allMatch(vocabulary::has))
                .toList();
    }
}
