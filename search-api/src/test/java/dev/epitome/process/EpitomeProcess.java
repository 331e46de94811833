package dev.epitome.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real {@code epitome} process, with its standard error in a file. */
final class EpitomeProcess implements AutoCloseable {

    static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    static final Path SHIPPED_CORPUS = HOME.resolve("corpus").resolve("articles");

    private final Process process;
    private final Path err;

    private EpitomeProcess(Process process, Path err) {
        this.process = process;
        this.err = err;
    }

    /**
     * Starts a command in a Java of such a heap, which compiles quickly: most commands end before better code would
     * pay.
     */
    static EpitomeProcess start(String heap, Path folder, String... arguments) throws IOException {
        return start(List.of("-Xmx" + heap, "-XX:TieredStopAtLevel=1"), folder, arguments);
    }

    /** Starts a command that has much to do, in a Java of such a heap. */
    static EpitomeProcess startLong(String heap, Path folder, String... arguments) throws IOException {
        return start(List.of("-Xmx" + heap), folder, arguments);
    }

    /** Starts a command that can make no file larger than a hundred blocks, as on a disk that is nearly full. */
    static EpitomeProcess startWithoutRoom(Path folder, String... arguments) throws IOException {
        return start(
                List.of("sh", "-c", "ulimit -f 100; exec \"$@\"", "sh"),
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"),
                folder,
                arguments);
    }

    private static EpitomeProcess start(List<String> options, Path folder, String... arguments) throws IOException {
        return start(List.of(), options, folder, arguments);
    }

    private static EpitomeProcess start(List<String> within, List<String> options, Path folder, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(within);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Depitome.home=" + HOME,
                "-cp",
                Path.of("target", "classes") + File.pathSeparator + Path.of("target", "lib", "*"),
                "dev.epitome.cli.Main"));
        command.addAll(List.of(arguments));
        Path err = Files.createTempFile(folder, "stderr", ".txt");
        return new EpitomeProcess(
                new ProcessBuilder(command).redirectError(err.toFile()).start(), err);
    }

    OutputStream stdin() {
        return process.getOutputStream();
    }

    /** The first line that the process prints. */
    String firstLine() {
        try {
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            return String.valueOf(out.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end, and gives all that was printed. */
    Ended end() throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("still running after five minutes: " + Files.readString(err));
        }
        return new Ended(process.exitValue(), out, Files.readString(err));
    }

    record Ended(int exitCode, String out, String err) {}

    /** Waits so long, or until it has ended; tells whether it still runs. */
    boolean runsFor(long millis) throws InterruptedException {
        return !process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * As Ctrl-C does; or by the other signal, where these tests run in the background and all their children are deaf
     * to that one.
     *
     * @return what a process that it ends then ends with
     */
    int interrupt() throws Exception {
        boolean deaf = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
        int signal = deaf ? 15 : 2;
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        return 128 + signal;
    }

    /** As {@code kill} does: the process may still finish what it is at. */
    void terminate() {
        process.toHandle().destroy(); // The other way would close our ends of its pipes, too.
    }

    /** What was printed to standard error so far. */
    String err() {
        try {
            return Files.readString(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The bytes that its objects in use take. Counted by a walk over them after a collection: what is in the heap at
     * any other moment is mostly what the requests of that moment have thrown away.
     */
    long bytesInUse() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process counting = new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String said = new String(counting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (counting.waitFor() != 0) {
            throw new IOException(said);
        }
        String total = said.lines()
                .filter(line -> line.startsWith("Total "))
                .findFirst()
                .orElseThrow(() -> new IOException(said));
        return Long.parseLong(total.substring(total.lastIndexOf(' ') + 1));
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
