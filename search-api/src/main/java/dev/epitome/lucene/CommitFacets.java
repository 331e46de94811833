package dev.epitome.lucene;

import dev.epitome.index.IndexFields;
import dev.epitome.query.Field;
import dev.epitome.search.Facet;
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
    private final Map<Facet, FacetKeys> known = new ConcurrentHashMap<>();

    CommitFacets(IndexReader reader) {
        this.segments = reader.leaves();
    }

    /**
     * The values of a facet. Whoever asks at the same time waits for the first.
     *
     * @throws UncheckedIOException when they cannot be read
     */
    FacetKeys of(Facet facet) {
        return known.computeIfAbsent(facet, this::read);
    }

    /** What the values of a field are counted by. */
    static Facet facet(Field field) {
        return switch (field) {
            case SOURCE -> Facet.SOURCE;
            case AUTHOR -> Facet.AUTHOR;
            case TAG -> Facet.TAG;
            case TYPE -> Facet.TYPE;
            case TITLE, SUMMARY -> throw new IllegalArgumentException(field + " has no values");
        };
    }

    private FacetKeys read(Facet facet) {
        try {
            return FacetKeys.of(segments, field(facet));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(Facet facet) {
        return switch (facet) {
            case SOURCE -> IndexFields.SOURCE_FACET;
            case AUTHOR -> IndexFields.AUTHOR_FACET;
            case TAG -> IndexFields.TAG_FACET;
            case TYPE -> IndexFields.TYPE_FACET;
            case YEAR -> IndexFields.YEAR_FACET;
            case MONTH -> IndexFields.MONTH_FACET;
        };
    }
}
