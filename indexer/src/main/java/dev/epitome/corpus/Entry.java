package dev.epitome.corpus;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import java.util.List;

/** What became of one record, or of a file that holds none. */
public sealed interface Entry {

    /** Where it was found. */
    Place place();

    /**
     * A record that can be indexed.
     *
     * @param warnings what was left out or put right, a phrase each
     */
    record Accepted(Place place, Article article, Origin origin, List<String> warnings) implements Entry {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /** A record, or a whole file, that cannot be indexed. */
    record Rejected(Place place, String reason) implements Entry {}

    /** A file in a folder that was never meant for us, such as a README. */
    record Skipped(Place place, String reason) implements Entry {}
}
