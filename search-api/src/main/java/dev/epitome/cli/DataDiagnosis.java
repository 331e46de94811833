package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.alias.AliasFile;
import dev.epitome.alias.AliasOrigin;
import dev.epitome.cli.Finding.Subject;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.quality.GoldenSet;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What Epitome has to work with: corpus, golden queries, index, aliases. */
final class DataDiagnosis {

    private static final String REBUILD = "run epitome reindex";

    private final Surroundings surroundings;

    DataDiagnosis(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    List<Finding> findings(Path index, Optional<Path> aliases) {
        return Stream.concat(Stream.of(corpus(), golden(), index(index)), aliases.map(DataDiagnosis::aliases).stream())
                .toList();
    }

    private Finding corpus() {
        Path folder = surroundings.shippedCorpus();
        List<Path> files = files(folder);
        return files.isEmpty()
                ? Finding.warning(
                        Subject.CORPUS, "no shipped corpus in " + folder, "name what to index: epitome reindex PATH")
                : Finding.ok(Subject.CORPUS, files.size() + " files in " + folder);
    }

    private Finding golden() {
        Path folder = surroundings.shippedGolden();
        if (!Files.isDirectory(folder)) {
            return Finding.warning(
                    Subject.GOLDEN,
                    "no golden queries in " + folder,
                    "nothing measures a new index: give reindex and evaluate another --golden");
        }
        try {
            var unused = GoldenSet.read(folder);
            return Finding.ok(Subject.GOLDEN, "golden queries in " + folder);
        } catch (EpitomeException e) {
            return Finding.problem(Subject.GOLDEN, e.getMessage(), "mend it: reindex and evaluate read it");
        }
    }

    private Finding index(Path directory) {
        try (SearchEngine engine = LuceneSearch.open(directory)) {
            long found =
                    engine.search(SearchRequest.of("").withLimit(1)).total().value();
            IndexStatus status = engine.index();
            String message = String.format(
                    Locale.ROOT,
                    "version %s with %,d articles, made %s ago",
                    status.version(),
                    status.articles(),
                    StatsPrinter.age(Duration.between(status.createdAt(), Instant.now())));
            if (isBeingWritten(directory)) {
                return Finding.warning(
                        Subject.INDEX, message + "; another process is writing it", "wait before you run reindex");
            }
            if (found == 0) {
                return Finding.warning(Subject.INDEX, message, "nothing can be found in it: " + REBUILD);
            }
            return corpusIsNewerThan(status.createdAt())
                    ? Finding.warning(Subject.INDEX, message + "; the corpus has changed since", REBUILD)
                    : Finding.ok(Subject.INDEX, message);
        } catch (EpitomeException e) {
            return Finding.problem(Subject.INDEX, e.getMessage(), isBeingWritten(directory) ? "wait" : REBUILD);
        }
    }

    private static Finding aliases(Path file) {
        try {
            AliasFile read = AliasFile.read(file, AliasOrigin.USER);
            return read.problems().isEmpty()
                    ? Finding.ok(Subject.ALIASES, "all lines of " + file + " are understood")
                    : Finding.warning(
                            Subject.ALIASES,
                            read.problems().size() + " lines are left out, such as "
                                    + read.problems().getFirst(),
                            "mend these lines");
        } catch (EpitomeException e) {
            return Finding.problem(Subject.ALIASES, e.getMessage(), "give another --aliases");
        }
    }

    /** Asks for a share of Lucene's lock, which the operating system refuses while a writer has it, and lets it go. */
    private static boolean isBeingWritten(Path directory) {
        Path lock = directory.resolve("write.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.READ);
                FileLock share = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return share == null;
        } catch (IOException e) {
            return false; // No lock was ever taken there.
        }
    }

    private boolean corpusIsNewerThan(Instant index) {
        return files(surroundings.shippedCorpus()).stream().anyMatch(file -> {
            try {
                return Files.getLastModifiedTime(file).toInstant().isAfter(index);
            } catch (IOException e) {
                return false;
            }
        });
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
