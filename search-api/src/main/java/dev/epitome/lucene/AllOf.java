package dev.epitome.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The sum of parts that must all match, and of others that need not, where something else does not match. */
final class AllOf implements Part {

    private final Part lead;
    private final List<Part> others;
    private final List<Part> optional;
    private final List<Part> without;
    private final boolean dear;

    AllOf(List<Part> required, List<Part> optional, List<Part> without) {
        List<Part> cheapFirst = new ArrayList<>(required);
        cheapFirst.sort(Comparator.comparing(Part::isDear).thenComparingLong(Part::cost));
        this.lead = cheapFirst.removeFirst();
        this.others = cheapFirst;
        this.optional = optional;
        this.without = without;
        this.dear = Stream.of(required, optional).flatMap(List::stream).anyMatch(Part::isDear);
    }

    @Override
    public long cost() {
        return lead.cost();
    }

    @Override
    public boolean isDear() {
        return dear;
    }

    @Override
    public int next(int from) throws IOException {
        return lead.next(from);
    }

    @Override
    public double most(int from, int last) throws IOException {
        return lead.most(from, last) + mostOfOthers(from, last);
    }

    private double mostOfOthers(int from, int last) throws IOException {
        double most = 0;
        for (Part part : others) {
            most += part.most(from, last);
        }
        for (Part part : optional) {
            most += part.most(from, last);
        }
        return most;
    }

    @Override
    public void addTo(Window window, double least) throws IOException {
        Window own = window.another();
        boolean bounded = least > 0;
        double rest = bounded ? mostOfOthers(window.from(), window.end() - 1) : 0;
        lead.addTo(own, least - rest);
        boolean some = own.keep(bounded ? least - rest : 0);
        for (Part part : others) {
            if (some) {
                rest -= bounded ? part.most(window.from(), window.end() - 1) : 0;
                own.require(part);
                some = own.keep(bounded ? least - rest : 0);
            }
        }
        for (Part part : without) {
            if (some) {
                own.without(part);
                some = own.keep(0);
            }
        }
        for (Part part : optional) {
            if (some) {
                own.addWhereMatched(part);
            }
        }
        if (some) {
            window.add(own);
        }
        window.giveBack(own);
    }

    @Override
    public double scoreOf(int document) throws IOException {
        double sum = lead.scoreOf(document);
        for (Part part : others) {
            if (sum >= 0) {
                double score = part.scoreOf(document);
                sum = score < 0 ? NO : sum + score;
            }
        }
        for (Part part : without) {
            if (sum >= 0 && part.scoreOf(document) >= 0) {
                sum = NO;
            }
        }
        for (Part part : optional) {
            if (sum >= 0) {
                sum += Math.max(0, part.scoreOf(document));
            }
        }
        return sum;
    }
}
