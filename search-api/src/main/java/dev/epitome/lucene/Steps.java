package dev.epitome.lucene;

/**
 * What showing the hits of one request has cost, in characters analysed, occurrences visited, and parts of plans tried
 * on an article. For one thread.
 */
final class Steps {

    private long taken;

    void add(long more) {
        taken += more;
    }

    long taken() {
        return taken;
    }
}
