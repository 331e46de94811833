package dev.epitome.benchmarks;

import java.util.List;

/** Something that answers queries over one collection, for one thread. */
interface RankingSystem extends AutoCloseable {

    /** Its name in the name of a file, without white space. */
    String key();

    /** Its name for people. */
    String label();

    /** The ids of the articles found, best first, at most {@code depth}. */
    List<String> rank(String query, int depth);

    @Override
    void close();
}
