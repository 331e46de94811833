package dev.epitome.benchmarks.speed;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.util.Version;

/**
 * Where a benchmark runs.
 *
 * @param home the folder of Epitome
 * @param work where indexes and logs are put
 */
record Surroundings(Path home, Path work) {

    /** What of a machine and its programs a result depends on. */
    Map<String, String> facts(List<String> command) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("when", Instant.now().toString());
        facts.put("command", String.join(" ", command));
        facts.put("commit", commit());
        facts.put(
                "machine",
                "%s, %d cores, %d MiB, %s %s"
                        .formatted(
                                processor(),
                                system.getAvailableProcessors(),
                                system.getTotalMemorySize() >> 20,
                                system.getName(),
                                system.getVersion()));
        facts.put("load before", Report.number(system.getSystemLoadAverage()));
        facts.put(
                "versions",
                "Java %s, Lucene %s, OpenSearch 3.8.0 where it is measured"
                        .formatted(System.getProperty("java.runtime.version"), Version.LATEST));
        return facts;
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }

    private String commit() {
        return output("git", "-C", home.toString(), "rev-parse", "--short", "HEAD")
                + (output("git", "-C", home.toString(), "status", "--porcelain", "-uno")
                                .isEmpty()
                        ? ""
                        : ", changed since");
    }

    private static String output(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(10, TimeUnit.SECONDS) ? output : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Makes something that takes long, and keeps it for other runs. */
    interface Making {
        void into(Path folder) throws IOException, InterruptedException;
    }

    /** The folder of that name, which is made anew where it was not made to the end before. */
    Path made(String name, Making making) throws IOException {
        Path folder = work.resolve(name);
        Path done = work.resolve(name + ".done");
        if (!Files.exists(done)) {
            delete(folder);
            try {
                making.into(folder);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while " + name + " was made", e);
            }
            Files.createFile(done);
        }
        return folder;
    }

    /** With all that is in it; nothing where there is none. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    Path log() {
        return work.resolve("processes.log");
    }
}
