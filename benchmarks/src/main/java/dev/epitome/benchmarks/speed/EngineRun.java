package dev.epitome.benchmarks.speed;

import dev.epitome.article.Article;
import dev.epitome.index.PublishCheck;
import dev.epitome.index.PublishCheck.Decision;
import dev.epitome.index.Reindex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The processes of some contestants over the same articles, measured in turns. */
final class EngineRun implements AutoCloseable {

    static final String RATE = "queries/s";
    static final String CPU = "CPU µs a query";
    static final String BYTES = "bytes allocated a query";

    private static final PublishCheck ANYTHING = candidate -> Decision.Publish.UNMEASURED;

    private final Map<Entrant, Worker> workers;
    private final List<QueryKind> kinds;

    private EngineRun(Map<Entrant, Worker> workers, List<QueryKind> kinds) {
        this.workers = workers;
        this.kinds = kinds;
    }

    /**
     * Makes the indexes that are not there yet, and starts the processes.
     *
     * @param name of the articles, for their indexes
     */
    static EngineRun start(
            Surroundings surroundings,
            String name,
            Supplier<Stream<Article>> articles,
            List<DrawnQuery> queries,
            List<Entrant> entrants)
            throws IOException {
        Path ours = epitomeIndex(surroundings, name, articles);
        Path lucene = surroundings.made(name + "-lucene", index -> LuceneContestant.index(articles.get(), index));
        Path drawn = surroundings.work().resolve(name + "-queries.tsv");
        DrawnQuery.write(queries, drawn);
        Map<Entrant, Worker> workers = new LinkedHashMap<>();
        for (Entrant entrant : entrants) {
            workers.put(entrant, Worker.engine(entrant, entrant.isOurs() ? ours : lucene, drawn, surroundings.log()));
        }
        return new EngineRun(
                workers, queries.stream().map(DrawnQuery::kind).distinct().toList());
    }

    static Path epitomeIndex(Surroundings surroundings, String name, Supplier<Stream<Article>> articles)
            throws IOException {
        return surroundings.made(
                name + "-epitome",
                index -> Reindex.of(articles.get()).checkedBy(ANYTHING).into(index));
    }

    List<QueryKind> kinds() {
        return kinds;
    }

    /** Lets every contestant answer every kind for about so long in all. */
    void warmUp(int seconds) throws IOException {
        long millis = Math.max(50, 1_000L * seconds / kinds.size());
        for (Worker worker : workers.values()) {
            for (QueryKind kind : kinds) {
                worker.tell("rate %s 0 1 %d".formatted(kind, millis));
            }
        }
    }

    /** One turn of every contestant for each kind; each round begins with another of them. */
    void round(int number, int threads, long millis, Measurements into) throws IOException {
        String suffix = threads == 1 ? "" : ", " + threads + " threads";
        List<Entrant> order = rotated(number);
        for (QueryKind kind : kinds) {
            Map<Entrant, double[]> turn = new LinkedHashMap<>();
            for (Entrant entrant : order) {
                turn.put(
                        entrant,
                        worker(entrant).tell("rate %s %d %d %d".formatted(kind, number * 37, threads, millis)));
            }
            for (Entrant entrant : workers.keySet()) {
                double[] values = turn.getOrDefault(entrant, new double[3]);
                into.add(RATE + suffix, kind.label(), entrant.label(), values[0]);
                into.add(CPU + suffix, kind.label(), entrant.label(), values[1]);
                into.add(BYTES + suffix, kind.label(), entrant.label(), values[2]);
            }
        }
    }

    /** The 50th and 99th percentile of so many mixed queries, one after the other. */
    void latencies(int count, List<QueryKind> mixed, String row, Measurements into) throws IOException {
        String names = String.join(" ", mixed.stream().map(QueryKind::name).toList());
        for (Map.Entry<Entrant, Worker> entry : workers.entrySet()) {
            double[] micros = entry.getValue().tell("latency %d %s".formatted(count, names));
            into.add("p50 µs", row, entry.getKey().label(), micros[0]);
            into.add("p99 µs", row, entry.getKey().label(), micros[1]);
        }
    }

    private Worker worker(Entrant entrant) {
        Worker worker = workers.get(entrant);
        if (worker == null) {
            throw new IllegalArgumentException(entrant + " does not take part");
        }
        return worker;
    }

    private List<Entrant> rotated(int number) {
        List<Entrant> order = new ArrayList<>(workers.keySet());
        Collections.rotate(order, -number);
        return order;
    }

    @Override
    public void close() {
        workers.values().forEach(Worker::close);
    }
}
