package dev.epitome.benchmarks.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The process of one contestant, which lives through all rounds and measures when it is told to, in a line each. JMH
 * does the measuring; its own forks end with each measurement, so that rounds could not take turns, and every turn
 * would begin cold.
 */
final class EngineWorker {

    private static final long LONGEST_MICROS = 60_000_000;

    private EngineWorker() {}

    /**
     * Reads {@code rate KIND FIRST THREADS MILLIS} and answers {@code RATE CPU BYTES}: queries a second, and
     * microseconds and bytes of a query; reads {@code latency COUNT KIND…} and answers the 50th and 99th percentile in
     * microseconds.
     */
    public static void main(String... arguments) throws IOException, RunnerException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            out.println(
                    words[0].equals("rate")
                            ? rate(words[1], words[2], Integer.parseInt(words[3]), Long.parseLong(words[4]))
                            : latency(Integer.parseInt(words[1]), List.of(words).subList(2, words.length)));
        }
    }

    private static String rate(String kind, String first, int threads, long millis) throws RunnerException {
        RunResult result = new Runner(new OptionsBuilder()
                        .include(EngineBenchmark.class.getName() + ".search")
                        .param("kind", kind)
                        .param("first", first)
                        .forks(0)
                        .threads(threads)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(millis))
                        .shouldDoGC(false)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
        double answers = counted(result, "answers");
        return String.format(
                Locale.ROOT,
                "%f %f %f",
                result.getPrimaryResult().getScore(),
                counted(result, "cpu") / answers / 1_000,
                counted(result, "bytes") / answers);
    }

    private static double counted(RunResult result, String name) {
        return Optional.ofNullable(result.getSecondaryResults().get(name))
                .orElseThrow()
                .getScore();
    }

    private static String latency(int count, List<String> kinds) {
        List<DrawnQuery> queries = EngineBenchmark.Opened.QUERIES_DRAWN.stream()
                .filter(query -> kinds.contains(query.kind().name()))
                .toList();
        Histogram micros = new Histogram(LONGEST_MICROS, 3);
        for (int i = 0; i < count; i++) {
            // A prime step, so that kinds are mixed.
            DrawnQuery query = queries.get((int) (i * 7_919L % queries.size()));
            long start = System.nanoTime();
            EngineBenchmark.Opened.CONTESTANT.answer(query);
            micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - start) / 1_000));
        }
        return micros.getValueAtPercentile(50) + " " + micros.getValueAtPercentile(99);
    }
}
