package dev.epitome.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The sum of what matches, of which there must be something. */
final class AnyOf implements Part {

    private final List<Part> parts;
    private final Bounded[] byMost;
    private final long cost;
    private final boolean dear;

    /** A part, and the most that it can give to a document of the window. */
    private static final class Bounded {
        private final Part part;
        private double most;

        Bounded(Part part) {
            this.part = part;
        }
    }

    AnyOf(List<Part> parts) {
        this.parts = parts;
        this.byMost = parts.stream().map(Bounded::new).toArray(Bounded[]::new);
        this.cost = parts.stream().mapToLong(Part::cost).sum();
        this.dear = parts.stream().anyMatch(Part::isDear);
    }

    List<Part> parts() {
        return parts;
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
        for (Part part : parts) {
            next = Math.min(next, part.next(from));
        }
        return next;
    }

    @Override
    public double most(int from, int last) throws IOException {
        double most = 0;
        for (Part part : parts) {
            most += part.most(from, last);
        }
        return most;
    }

    @Override
    public void addTo(Window window, double least) throws IOException {
        if (least <= 0 || parts.size() == 1) {
            for (Part part : parts) {
                part.addTo(window, 0);
            }
            return;
        }
        for (Bounded bounded : byMost) {
            bounded.most = bounded.part.most(window.from(), window.end() - 1);
        }
        Arrays.sort(byMost, Comparator.comparingDouble(bounded -> bounded.most));
        // Those that are not enough together, without any of the others, need not be gone through.
        int enough = 0;
        double without = 0;
        while (enough < byMost.length && without + byMost[enough].most < least) {
            without += byMost[enough++].most;
        }
        for (int i = enough; i < byMost.length; i++) {
            byMost[i].part.addTo(window, 0);
        }
        for (int i = enough - 1; i >= 0 && window.keep(least - without); i--) {
            without -= byMost[i].most;
            window.addWhereMatched(byMost[i].part);
        }
    }

    @Override
    public double scoreOf(int document) throws IOException {
        double sum = NO;
        for (Part part : parts) {
            double score = part.scoreOf(document);
            if (score >= 0) {
                sum = Math.max(sum, 0) + score;
            }
        }
        return sum;
    }
}
