package dev.epitome.analysis;

import dev.epitome.article.CleanText;
import java.util.List;

/** Gives the words of many texts, as {@link TextAnalysis#words} does, and remembers stems. For one thread. */
public final class WordReader {

    /** Three megabytes of them. */
    private static final int MOST_STEMS = 20_000;

    private final Stems stems = new Stems(MOST_STEMS);

    public List<TextWord> words(String text) {
        return new WordScanner(FoldedText.of(CleanText.quiet(text)), stems).words();
    }
}
