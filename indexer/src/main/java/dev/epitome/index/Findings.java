package dev.epitome.index;

import dev.epitome.index.IndexVerification.Finding;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with an index, as far as anybody wants to read it. */
final class Findings {

    private static final int MOST_TOLD = 100;

    private final List<Finding> all = new ArrayList<>();

    void add(String file, String message) {
        if (all.size() < MOST_TOLD) {
            all.add(new Finding(file, message));
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
