package dev.epitome.lucene;

import java.util.Optional;

/** How far a search looks beyond the words that were typed; less far, the longer the query. From far to near. */
enum Reach {
    /** Aliases, compounds written otherwise, pieces of hyphenated words, and words near each other. */
    FORMS(""),
    /** Aliases. */
    ALIASES("compounds were searched for only as they were typed, and nearness does not count."),
    /** The words and their stems. */
    TYPED("aliases were not searched for, compounds only as they were typed, and nearness does not count.");

    private final String without;

    Reach(String without) {
        this.without = without;
    }

    /** What the user is to know of it. */
    Optional<String> warning() {
        return without.isEmpty() ? Optional.empty() : Optional.of("The query is long: " + without);
    }
}
