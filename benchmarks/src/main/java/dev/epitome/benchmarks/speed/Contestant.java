package dev.epitome.benchmarks.speed;

/** Something that answers queries, for any number of threads. */
interface Contestant extends AutoCloseable {

    /** Finds the ten best articles and makes of them what is shown; gives how many there are. */
    int answer(DrawnQuery query);

    @Override
    void close();
}
