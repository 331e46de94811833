package dev.epitome.lucene;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/** What articles of one commit can be counted by, found out when it is first asked for. Threads may share it. */
final class CommitFacets {

    private final List<LeafReaderContext> segments;
    private final FacetMemory memory;
    private final long turn;
    private final Map<String, FacetKeys> known = new ConcurrentHashMap<>();

    /**
     * Nothing is read yet.
     *
     * @param memory what is known of commits before
     * @param turn of this one, larger than that of any before
     */
    CommitFacets(IndexReader reader, FacetMemory memory, long turn) {
        this.segments = reader.leaves();
        this.memory = memory;
        this.turn = turn;
    }

    /**
     * The values that the index has under a name. Whoever asks at the same time waits for the first.
     *
     * @throws UncheckedIOException when they cannot be read
     */
    FacetKeys of(String name) {
        return known.computeIfAbsent(name, any -> memory.of(name, segments, turn));
    }

    /** Finds out what was asked of commits before, so that no search need wait for it. */
    void getReady() {
        memory.names().forEach(this::of);
    }
}
