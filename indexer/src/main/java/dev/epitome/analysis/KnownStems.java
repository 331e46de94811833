package dev.epitome.analysis;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stems of words on which the rules of the stemmer go wrong: a container is not what contains something. */
final class KnownStems {

    private static final WordList FILE = WordList.read("stems.txt");

    private static final Map<String, String> ALL = byWord();

    /** Changes with the file. */
    static final String FINGERPRINT = FILE.fingerprint();

    private KnownStems() {}

    static @Nullable String of(String word) {
        return ALL.get(word);
    }

    private static Map<String, String> byWord() {
        Map<String, String> stems = new HashMap<>();
        for (String line : FILE.lines()) {
            int colon = line.indexOf(':');
            String stem = line.substring(0, colon);
            for (String word : line.substring(colon + 1).strip().split(" ", -1)) {
                stems.put(word, stem);
            }
        }
        return Map.copyOf(stems);
    }
}
