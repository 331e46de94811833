package dev.epitome.lucene;

import java.io.IOException;
import java.util.List;

/** The best of several ways to match. */
final class BestOf implements Part {

    private final List<Part> ways;
    private final long cost;
    private final boolean dear;

    BestOf(List<Part> ways) {
        this.ways = ways;
        this.cost = ways.stream().mapToLong(Part::cost).sum();
        this.dear = ways.stream().anyMatch(Part::isDear);
    }

    @Override
    public long cost() {
        return cost;
    }

    @Override
    public boolean isDear() {
        return dear;
    }

    @Override
    public int next(int from) throws IOException {
        int next = Integer.MAX_VALUE;
        for (Part way : ways) {
            next = Math.min(next, way.next(from));
        }
        return next;
    }

    @Override
    public double most(int from, int last) throws IOException {
        double most = 0;
        for (Part way : ways) {
            most = Math.max(most, way.most(from, last));
        }
        return most;
    }

    /** Most windows have documents for one of the ways only. */
    @Override
    public void addTo(Window window, double least) throws IOException {
        Part only = null;
        int some = 0;
        for (Part way : ways) {
            if (way.next(window.from()) < window.end()) {
                only = way;
                some++;
            }
        }
        if (some == 0) {
            return;
        }
        if (some == 1) {
            only.addTo(window, least);
            return;
        }
        Window best = window.another();
        ways.getFirst().addTo(best, 0);
        for (Part way : ways.subList(1, ways.size())) {
            Window own = window.another();
            way.addTo(own, 0);
            best.addBetter(own);
            window.giveBack(own);
        }
        window.add(best);
        window.giveBack(best);
    }

    @Override
    public double scoreOf(int document) throws IOException {
        double best = NO;
        for (Part way : ways) {
            best = Math.max(best, way.scoreOf(document));
        }
        return best;
    }
}
