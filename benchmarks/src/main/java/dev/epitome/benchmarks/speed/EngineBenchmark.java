package dev.epitome.benchmarks.speed;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/** How fast one contestant, which the system properties of its process name, answers queries of one kind. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
public class EngineBenchmark {

    static final String ENTRANT = "epitome.benchmarks.entrant";
    static final String INDEX = "epitome.benchmarks.index";
    static final String QUERIES = "epitome.benchmarks.queries";

    /** Which queries are asked. */
    @Param("RARE_WORD")
    public QueryKind kind = QueryKind.RARE_WORD;

    /** With which of them it begins: slow contestants do not come to the end of the list in one round. */
    @Param("0")
    public int first;

    private List<DrawnQuery> queries = List.of();

    /** Opened once in a process: what is measured is a service that has long been running. */
    static final class Opened {
        static final Contestant CONTESTANT = Entrant.valueOf(property(ENTRANT)).open(Path.of(property(INDEX)));
        static final List<DrawnQuery> QUERIES_DRAWN = read();

        private Opened() {}

        private static String property(String name) {
            return System.getProperty(name, "");
        }

        private static List<DrawnQuery> read() {
            try {
                return DrawnQuery.read(Path.of(property(QUERIES)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static List<DrawnQuery> queries(QueryKind kind) {
            return QUERIES_DRAWN.stream().filter(query -> query.kind() == kind).toList();
        }
    }

    /** Picks the queries of the kind. */
    @Setup
    public void pick() {
        queries = Opened.queries(kind);
    }

    /** Asks one query. */
    @Benchmark
    public int search(Costs costs) {
        return Opened.CONTESTANT.answer(queries.get((int) ((first + costs.thread + costs.asked++) % queries.size())));
    }

    /** What a thread spends, warm-up of the measurement itself among it: divide by what it asked. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Costs {

        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        private long cpuBefore;
        private long bytesBefore;
        private long asked;
        private int thread;

        /** So many queries cost that. */
        public long answers;

        /** Nanoseconds of CPU. */
        public long cpu;

        /** Bytes allocated. */
        public long bytes;

        /** Begins to count. */
        @Setup(Level.Iteration)
        public void before(ThreadParams params) {
            asked = 0;
            thread = params.getThreadIndex() * 31;
            bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
            cpuBefore = THREADS.getCurrentThreadCpuTime();
        }

        /** Ends counting. */
        @TearDown(Level.Iteration)
        public void after() {
            cpu = THREADS.getCurrentThreadCpuTime() - cpuBefore;
            bytes = THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
            answers = asked;
        }
    }
}
