package dev.epitome.benchmarks;

import dev.epitome.benchmarks.Scores.Comparison;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Prints what came out for one collection: a line for each system, all beside the first. */
final class RankingTable {

    private static final String NAME = "%-41s";

    private final List<MeasuredSystem> systems;
    private final List<Timing> timings;
    private final long seed;

    /**
     * @param systems the first one is what the others are compared with
     * @param timings of the same systems in the same order, one for each depth; may be none
     * @param seed of the tests of significance
     */
    RankingTable(List<MeasuredSystem> systems, List<Timing> timings, long seed) {
        this.systems = systems;
        this.timings = timings;
        this.seed = seed;
    }

    void print(JudgedCollection collection, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s: %d articles, %d queries with a relevant one%n",
                collection.name(),
                collection.documents().size(),
                collection.answerable().size());
        printHead(out);
        for (int i = 0; i < systems.size(); i++) {
            out.printf(Locale.ROOT, NAME, systems.get(i).label());
            printMeasure(i, MeasuredSystem::ndcg, out);
            printMeasure(i, MeasuredSystem::recall, out);
            for (Timing timing : timings) {
                out.printf(Locale.ROOT, "%10.2f", timing.ratio(i));
            }
            out.println();
        }
        for (Timing timing : timings) {
            out.printf(Locale.ROOT, "time@%d: 1.00 is %.0f microseconds a query%n", timing.depth(), timing.micros(0));
        }
        out.println();
        out.flush();
    }

    private void printHead(PrintWriter out) {
        out.printf(Locale.ROOT, NAME, "");
        for (String measure : List.of("nDCG@10", "recall@100")) {
            out.printf(Locale.ROOT, "%12s %6s %5s %5s %5s %7s", measure, "ratio", "won", "lost", "tied", "p");
        }
        timings.forEach(timing -> out.printf(Locale.ROOT, "%10s", "time@" + timing.depth()));
        out.println();
    }

    private void printMeasure(int system, Function<MeasuredSystem, Scores> measure, PrintWriter out) {
        Scores scores = measure.apply(systems.get(system));
        if (system == 0) {
            out.printf(Locale.ROOT, "%12.4f %6.3f %25s", scores.mean(), 1.0, "");
            return;
        }
        Comparison beside = scores.against(measure.apply(systems.getFirst()), seed);
        out.printf(
                Locale.ROOT,
                "%12.4f %6.3f %5d %5d %5d %7.4f",
                scores.mean(),
                beside.ratio(),
                beside.won(),
                beside.lost(),
                beside.tied(),
                beside.p());
    }
}
