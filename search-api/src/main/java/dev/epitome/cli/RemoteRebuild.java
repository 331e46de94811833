package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.corpus.ExportLines;
import dev.epitome.index.LossGuard;
import dev.epitome.index.Publication;
import dev.epitome.index.PublishCheck.Input;
import dev.epitome.index.Reindex;
import dev.epitome.index.ReindexReport;
import dev.epitome.search.RebuildChecks;
import dev.epitome.wire.RebuildTask;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * A rebuild by the service that writes an index: what is to be in it is read here, and kept in a file until all is
 * read, so that the service has it at once, and nothing of it where the input is not what was meant.
 */
final class RemoteRebuild {

    private final RunningWriter service;
    private final Path index;

    RemoteRebuild(RunningWriter service, Path index) {
        this.service = service;
        this.index = index;
    }

    /** Reads all, and has it published where the checks are for it. */
    ReindexReport of(Reindex reindex, RebuildChecks checks, LossGuard guard) {
        return withFile(file -> {
            ReindexReport report;
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                report = reindex.readFor(index, (article, origin) -> write(out, ExportLines.of(article, origin)));
            }
            if (report.accepted() == 0) {
                return report;
            }
            long articles = report.accepted() - report.replaced();
            Input input = new Input(report.accepted(), report.rejected(), report.cut());
            List<String> reasons =
                    checks.equals(UNCHECKED) ? List.of() : guard.reasons(articles, report.replaces(), input);
            return report.ended(
                    reasons.isEmpty()
                            ? published(service.rebuild(file, report.accepted(), checks))
                            : new Publication.Refused(reasons));
        });
    }

    /** As it is, whatever it is. */
    static final RebuildChecks UNCHECKED = new RebuildChecks(false, false);

    /** Has these lines of an export, without their first, take the place of all. */
    Publication of(Iterator<String> lines, long articles, RebuildChecks checks) {
        return withFile(file -> {
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                lines.forEachRemaining(line -> write(out, line));
            }
            return published(service.rebuild(file, articles, checks));
        });
    }

    private Publication published(RebuildTask task) {
        return switch (task.state()) {
            case PUBLISHED -> Publication.Published.in(index, task.reasons());
            case REFUSED -> new Publication.Refused(task.reasons());
            case READING, PUBLISHING, CANCELLING, FAILED, CANCELLED ->
                throw new EpitomeException(
                        Kind.INDEX_UNWRITTEN,
                        "the service that writes the index did not publish a new one: "
                                + (task.reasons().isEmpty() ? "it was cancelled" : String.join("; ", task.reasons())));
        };
    }

    private interface Work<T> {
        T with(Path file) throws IOException;
    }

    private static <T> T withFile(Work<T> work) {
        try {
            Path file = Files.createTempFile("epitome-", ".jsonl");
            file.toFile().deleteOnExit();
            try {
                return work.with(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new EpitomeException(Kind.IO, "what was read cannot be kept in a file for the service: " + e, e);
        }
    }

    private static void write(BufferedWriter out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
