package dev.epitome.alias;

import java.util.List;

/** Finds the acronyms a text defines. */
public final class AcronymFinder {
    private AcronymFinder() {}

    public static List<Definition> definitions(String text) {
        return List.of();
    }
}
