package dev.epitome.benchmarks.speed;

import dev.epitome.EpitomeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that measures something in rounds and writes what it found. */
abstract class Question implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = "benchmarks/target/speed",
            description = "Where indexes are made; those that are there are used again. Default: ${DEFAULT-VALUE}.")
    private Path work = Path.of("benchmarks", "target", "speed");

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "benchmarks/target/results",
            description = "Where the result goes. Default: ${DEFAULT-VALUE}.")
    private Path results = Path.of("benchmarks", "target", "results");

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    private final Map<String, String> facts = new LinkedHashMap<>();

    /** Adds what is measured, and gives what must hold of it. */
    abstract List<Claim> measure(Surroundings surroundings, Measurements into) throws IOException, InterruptedException;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("epitome.home", "."))
                .toAbsolutePath()
                .normalize();
        Files.createDirectories(work);
        Surroundings surroundings = new Surroundings(home, work.toAbsolutePath().normalize());
        Instant start = Instant.now();
        Map<String, String> all = new LinkedHashMap<>(surroundings.facts(arguments()));
        Measurements measurements = new Measurements();
        List<Claim> claims = measure(surroundings, measurements);
        all.putAll(facts);
        Report report = new Report(name(), all, measurements, claims);
        Path written = report.write(results, start);
        print(report.markdown());
        print("written to " + written);
        boolean good = claims.stream().allMatch(claim -> claim.isMeasured() && claim.holds());
        return good || !failsWhereWorse() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Whether the exit code says that something does not hold. */
    boolean failsWhereWorse() {
        return false;
    }

    long seed() {
        return seed;
    }

    /** Something else to say in the result. */
    void note(String what, String value) {
        facts.put(what, value);
        print(what + ": " + value);
    }

    void print(String line) {
        Optional.ofNullable(spec).ifPresent(command -> {
            command.commandLine().getOut().println(line);
            command.commandLine().getOut().flush();
        });
    }

    private String name() {
        return Optional.ofNullable(spec).map(CommandSpec::name).orElse("");
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        Optional.ofNullable(spec)
                .map(command -> command.commandLine().getParseResult())
                .ifPresent(parsed -> {
                    arguments.add("benchmarks/measure");
                    arguments.addAll(parsed.originalArgs());
                });
        return arguments;
    }

    /** Where the message is for people, without a trace. */
    static String message(Throwable e) {
        return e instanceof EpitomeException || e instanceof IOException
                ? String.valueOf(e.getMessage())
                : e.toString();
    }
}
