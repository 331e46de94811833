package dev.epitome.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;

/** Counts hits by several facets at once. */
final class FacetTally implements RankedSearch.Visitor {

    private final List<FacetKeys> facets;
    private final List<int[]> counts;
    private final FacetKeys.Counting[] ofSegment;
    private long hits;

    /** Nothing counted yet. */
    FacetTally(List<FacetKeys> facets) {
        this.facets = facets;
        this.counts = facets.stream().map(facet -> new int[facet.size()]).toList();
        this.ofSegment = new FacetKeys.Counting[facets.size()];
    }

    @Override
    public void begin(LeafReaderContext segment) throws IOException {
        for (int facet = 0; facet < ofSegment.length; facet++) {
            ofSegment[facet] = facets.get(facet).into(counts.get(facet), segment);
        }
    }

    @Override
    public void match(int document) throws IOException {
        hits++;
        for (FacetKeys.Counting one : ofSegment) {
            one.count(document);
        }
    }

    long hits() {
        return hits;
    }

    /** For each facet how many hits have each of its keys. */
    List<int[]> counts() {
        return counts;
    }
}
