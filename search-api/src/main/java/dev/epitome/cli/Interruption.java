package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of a rebuild when the process is told to end, by Ctrl-C or otherwise: it stops wherever it is, takes
 * back what it wrote, and the last line says what the index now is.
 */
final class Interruption {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PrintWriter err;
    private final Path index;
    private final CountDownLatch ended = new CountDownLatch(1);

    Interruption(PrintWriter err, Path index) {
        this.err = err;
        this.index = index;
    }

    /** Does the work; does not return where the process was told to end meanwhile, which it then does. */
    <T> T during(Supplier<T> work) {
        Thread worker = Thread.currentThread();
        Set<String> before = commits();
        Thread stopping = new Thread(() -> stop(worker, before), "epitome-interruption");
        Runtime.getRuntime().addShutdownHook(stopping);
        try {
            return work.get();
        } finally {
            ended.countDown();
            release(stopping);
        }
    }

    private void release(Thread stopping) {
        try {
            Runtime.getRuntime().removeShutdownHook(stopping);
        } catch (IllegalStateException e) {
            awaitTheEnd();
        }
    }

    /** The process is ending, and whatever fails by that is not to be told. */
    private static void awaitTheEnd() {
        while (true) {
            try {
                Thread.sleep(PATIENCE);
            } catch (InterruptedException e) {
                // The interruption itself, where it comes late.
            }
        }
    }

    private void stop(Thread worker, Set<String> before) {
        worker.interrupt();
        try {
            boolean unwound = ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            err.println("Interrupted: " + outcome(before) + (unwound ? "" : " It could not end what it was at."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String outcome(Set<String> before) {
        if (!commits().equals(before)) {
            return "the new index had been published already" + articles() + ".";
        }
        return before.isEmpty() ? "nothing was published." : "the index stays as it was" + articles() + ".";
    }

    private String articles() {
        try (SearchEngine engine = LuceneSearch.open(index)) {
            return String.format(Locale.ROOT, " (%,d articles)", engine.index().articles());
        } catch (EpitomeException e) {
            return ""; // It was not ours, or damaged before.
        }
    }

    /** Each has a file of its own: what is published is published by its name. */
    private Set<String> commits() {
        if (!Files.isDirectory(index)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(index)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith("segments_"))
                    .collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException e) {
            return Set.of();
        }
    }
}
