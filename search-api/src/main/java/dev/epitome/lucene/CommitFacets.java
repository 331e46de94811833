package dev.epitome.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/** What articles of one commit can be counted by, read when it is first asked for. Threads may share it. */
final class CommitFacets {

    private final List<LeafReaderContext> segments;
    private final Map<String, FacetKeys> known = new ConcurrentHashMap<>();

    CommitFacets(IndexReader reader) {
        this.segments = reader.leaves();
    }

    /**
     * The values that the index has under a name. Whoever asks at the same time waits for the first.
     *
     * @throws UncheckedIOException when they cannot be read
     */
    FacetKeys of(String name) {
        return known.computeIfAbsent(name, this::read);
    }

    private FacetKeys read(String name) {
        try {
            return FacetKeys.of(segments, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
