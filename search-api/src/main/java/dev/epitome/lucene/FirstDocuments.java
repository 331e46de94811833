package dev.epitome.lucene;

import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/** The documents that match, and no more of them than a number. */
final class FirstDocuments implements Collector {

    private final int most;
    private int[] documents = new int[16];
    private int count;

    FirstDocuments(int most) {
        this.most = most;
    }

    record Manager(FirstDocuments first) implements CollectorManager<FirstDocuments, Void> {

        @Override
        public FirstDocuments newCollector() {
            return first;
        }

        @Override
        public @Nullable Void reduce(Collection<FirstDocuments> collectors) {
            return null;
        }
    }

    int count() {
        return count;
    }

    /** In their order. */
    int[] documents() {
        return Arrays.copyOf(documents, count);
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) {
        requireRoom();
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int document) {
                documents = ArrayUtil.grow(documents, count + 1);
                documents[count++] = segment.docBase + document;
                requireRoom();
            }
        };
    }

    private void requireRoom() {
        if (count >= most) {
            throw new CollectionTerminatedException();
        }
    }
}
