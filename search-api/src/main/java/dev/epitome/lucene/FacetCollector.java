package dev.epitome.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts all hits of a search by several facets at once, and scores none. */
final class FacetCollector implements Collector {

    private final List<FacetKeys> facets;
    private final List<int[]> counts;
    private long hits;

    private FacetCollector(List<FacetKeys> facets) {
        this.facets = facets;
        this.counts = facets.stream().map(facet -> new int[facet.size()]).toList();
    }

    /**
     * What was counted.
     *
     * @param counts for each facet how many hits have each of its keys
     */
    record Counted(long hits, List<int[]> counts) {}

    /** Counts by these facets. */
    record Counting(List<FacetKeys> facets) implements CollectorManager<FacetCollector, Counted> {

        @Override
        public FacetCollector newCollector() {
            return new FacetCollector(facets);
        }

        @Override
        public Counted reduce(Collection<FacetCollector> collectors) {
            FacetCollector all = newCollector();
            collectors.forEach(all::add);
            return new Counted(all.hits, all.counts);
        }
    }

    private void add(FacetCollector other) {
        hits += other.hits;
        for (int facet = 0; facet < counts.size(); facet++) {
            int[] sums = counts.get(facet);
            int[] more = other.counts.get(facet);
            for (int key = 0; key < sums.length; key++) {
                sums[key] += more[key];
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
        FacetKeys.Counting[] each = new FacetKeys.Counting[counts.size()];
        for (int facet = 0; facet < each.length; facet++) {
            each[facet] = facets.get(facet).into(counts.get(facet), segment);
        }
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int document) throws IOException {
                hits++;
                for (FacetKeys.Counting one : each) {
                    one.count(document);
                }
            }
        };
    }
}
