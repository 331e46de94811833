package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.alias.AliasFile;
import dev.epitome.alias.AliasOrigin;
import dev.epitome.cli.DoctorCommand.Finding;
import dev.epitome.cli.DoctorCommand.Finding.Subject;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.IndexDirectory;
import dev.epitome.index.LastVerification;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.quality.GoldenSet;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
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

    /** Nothing tells which records an index was made of, so this is no warning: a rebuild might replace others. */
    private static final String NEWER_CORPUS = "; the shipped corpus has changed since:"
            + " if this index was made from it, epitome reindex brings it up to date";

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
            return Finding.problem(Subject.GOLDEN, e.getMessage(), "fix it: reindex and evaluate read it");
        }
    }

    private Finding index(Path directory) {
        try (SearchEngine engine = LuceneSearch.open(directory)) {
            long found =
                    engine.search(SearchRequest.of("").withLimit(1)).total().value();
            IndexStatus status = engine.index();
            String message = String.format(
                    Locale.ROOT,
                    "version %s with %,d articles, made %s ago%s",
                    status.version(),
                    status.articles(),
                    ago(status.createdAt()),
                    status.changedAt().equals(status.createdAt())
                            ? ""
                            : ", changed " + ago(status.changedAt()) + " ago");
            if (isBeingWritten(directory)) {
                return Finding.warning(
                        Subject.INDEX, message + "; another process is writing it", "wait before you run reindex");
            }
            if (found == 0) {
                return Finding.warning(Subject.INDEX, message, "nothing can be found in it: run epitome reindex");
            }
            return Finding.ok(
                    Subject.INDEX,
                    message + verified(directory) + (corpusIsNewerThan(status.createdAt()) ? NEWER_CORPUS : ""));
        } catch (EpitomeException e) {
            return Finding.problem(
                    Subject.INDEX, e.getMessage(), isBeingWritten(directory) ? "wait" : remedy(e, directory));
        }
    }

    /** To look for damage would take long; when that was done last is quickly told. */
    private static String verified(Path directory) {
        return LastVerification.read(directory)
                .map(last -> ", verified " + ago(last.at()) + " ago"
                        + (last.isOfNewest(directory) ? "" : ", before it was made: epitome verify reads it again"))
                .orElse(", never verified: epitome verify reads all of it");
    }

    private static String ago(Instant moment) {
        return StatsPrinter.age(Duration.between(moment, Instant.now()));
    }

    private static String remedy(EpitomeException e, Path directory) {
        Kind kind = IndexDirectory.isDamaged(directory) ? Kind.INDEX_DAMAGED : e.kind();
        return Remedies.command(kind)
                .map(command -> command + ": it reads the shipped corpus, unless you name the PATH of other records")
                .orElse(
                        e.kind() == Kind.INDEX_FOREIGN
                                ? "give another --index"
                                : "see that it can be read, or give another --index");
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
                            "fix these lines");
        } catch (EpitomeException e) {
            return Finding.problem(Subject.ALIASES, e.getMessage(), "give another --aliases");
        }
    }

    /**
     * Asks for a share of Lucene's lock, which the operating system refuses while a writer has it, and lets it go at
     * once. A rebuild that begins in this very moment could be refused: there is no way to ask without taking it.
     */
    private static boolean isBeingWritten(Path directory) {
        Path lock = directory.resolve("write.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.READ);
                FileLock share = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return share == null;
        } catch (OverlappingFileLockException e) {
            return true; // By this very process.
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

    /** Those that {@code reindex} would read; none where there is no such folder. */
    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try {
            return CorpusReader.of(List.of(folder.toString())).files();
        } catch (EpitomeException e) {
            return List.of();
        }
    }
}
