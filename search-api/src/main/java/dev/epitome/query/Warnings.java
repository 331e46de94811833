package dev.epitome.query;

import dev.epitome.article.CleanText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the passes have to say to the user, each sentence once; bounded, however much is wrong. For one query. */
final class Warnings {

    private static final int MOST = 16;

    /** How much of what was typed a warning repeats, in characters. */
    private static final int SHOWN = 40;

    private final Set<String> sentences = new LinkedHashSet<>();

    void add(String sentence) {
        if (sentences.size() < MOST) {
            sentences.add(sentence);
        }
    }

    List<String> sentences() {
        return new ArrayList<>(sentences);
    }

    static String shown(String typed) {
        return CleanText.shortened(typed, SHOWN);
    }
}
