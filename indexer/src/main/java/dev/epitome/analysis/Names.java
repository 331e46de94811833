package dev.epitome.analysis;

import java.util.Set;

/** Names of products, languages and projects, in lower case: words that are neither stemmed nor taken apart. */
final class Names {

    private static final WordList FILE = WordList.read("names.txt");

    private static final Set<String> ALL = Set.copyOf(FILE.lines());

    /** Changes with the file. */
    static final String FINGERPRINT = FILE.fingerprint();

    private Names() {}

    static boolean contain(String word) {
        return ALL.contains(word);
    }
}
