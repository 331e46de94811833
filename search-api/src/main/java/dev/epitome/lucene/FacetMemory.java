package dev.epitome.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.lucene.index.LeafReaderContext;

/**
 * What articles can be counted by, in the newest commit that anybody asked. What another one has is made of that, by
 * what the two do not have in common. For all threads.
 */
final class FacetMemory {

    private final Map<String, Latest> facets = new ConcurrentHashMap<>();
    private final LongAdder read = new LongAdder();

    private record Latest(long turn, FacetKeys keys) {}

    /**
     * The values that a commit has under a name. Whoever asks at the same time waits for the first.
     *
     * @param turn of the commit: larger than that of each before
     * @throws UncheckedIOException when they cannot be read
     */
    FacetKeys of(String name, List<LeafReaderContext> segments, long turn) {
        Latest latest = facets.compute(
                name,
                (any, known) -> known != null && known.turn() >= turn
                        ? known
                        : new Latest(turn, of(name, segments, Optional.ofNullable(known))));
        // One that is superseded leaves the newest what it is.
        return latest.turn() == turn ? latest.keys() : of(name, segments, Optional.of(latest));
    }

    private FacetKeys of(String name, List<LeafReaderContext> segments, Optional<Latest> known) {
        try {
            return known.isPresent() ? known.get().keys().in(segments, read) : FacetKeys.of(segments, name, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What anybody has asked for. */
    Set<String> names() {
        return facets.keySet();
    }

    /** How many articles were gone through for the values that they have, each once for each name. */
    long articlesRead() {
        return read.sum();
    }
}
