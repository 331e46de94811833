package dev.epitome.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The best of several ways to match. */
final class BestOf implements Part {

    private final List<Part> ways;
    private final long cost;
    private final boolean dear;

    BestOf(List<Part> ways) {
        this.ways = ways.stream()
                .sorted(Comparator.comparingLong(Part::cost).reversed())
                .toList();
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

    /** Mostly there is one frequent way, and others that have few documents in a window, or none. */
    @Override
    public void addTo(Window window, double least) throws IOException {
        List<Part> active = new ArrayList<>();
        for (Part way : ways) {
            if (way.next(window.from()) < window.end()) {
                active.add(way);
            }
        }
        if (active.size() == 1) {
            active.getFirst().addTo(window, least);
        } else if (!active.isEmpty()) {
            Window others = window.another();
            active.get(1).addTo(others, 0);
            for (Part way : active.subList(2, active.size())) {
                Window own = window.another();
                way.addTo(own, 0);
                others.addBetter(own);
                window.giveBack(own);
            }
            window.addBest(active.getFirst(), others);
            window.giveBack(others);
        }
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
