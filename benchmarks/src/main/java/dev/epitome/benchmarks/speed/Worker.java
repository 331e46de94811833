package dev.epitome.benchmarks.speed;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Another process of ours that is told what to do line by line, and answers each with a line of numbers. */
final class Worker implements AutoCloseable {

    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;
    private final Path log;

    private Worker(Process process, Path log) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.log = log;
    }

    /** The command that starts a class of this class path as this process was started. */
    static List<String> java(List<String> options, Class<?> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    /** @param log where its standard error goes */
    static Worker start(List<String> command, Path log) throws IOException {
        return new Worker(
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start(),
                log);
    }

    /** For an {@link EngineWorker}. */
    static Worker engine(Entrant entrant, Path index, Path queries, Path log) throws IOException {
        List<String> options = List.of(
                "-Xmx2g",
                "-Djmh.ignoreLock=true",
                "-D" + EngineBenchmark.ENTRANT + "=" + entrant,
                "-D" + EngineBenchmark.INDEX + "=" + index,
                "-D" + EngineBenchmark.QUERIES + "=" + queries);
        return start(java(options, EngineWorker.class), log);
    }

    double[] tell(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("a process of the benchmark ended before it answered: see " + log);
        }
        return Stream.of(answer.split(" ", -1))
                .flatMapToDouble(word -> DoubleStream.of(Double.parseDouble(word)))
                .toArray();
    }

    static String path(Path... parts) {
        return String.join(
                File.pathSeparator, Stream.of(parts).map(Path::toString).toList());
    }

    /** Ends the process and waits until it has ended. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
