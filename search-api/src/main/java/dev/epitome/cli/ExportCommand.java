package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.index.StoredArticles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code epitome export}. */
@Command(
        name = "export",
        description = {
            "Writes all articles of the index as JSON Lines, the newest first, each with its id and origin.",
            "epitome reindex makes the same index of them, also where a newer version cannot search the old one; a first"
                    + " line says how many there are, so that an export which was cut is noticed."
        })
final class ExportCommand extends Subcommand {

    /** So often it is looked whether anybody still reads. */
    private static final int LINES_AT_ONCE = 1_000;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The file to write; it is replaced in one step, when all is written. Default: standard "
                    + "output.")
    private @Nullable Path file;

    @Mixin
    private final IndexOption index = new IndexOption();

    ExportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        try (StoredArticles articles = StoredArticles.open(index.directory(surroundings))) {
            if (file == null || file.toString().equals("-")) {
                print(articles.lines().iterator(), out());
            } else {
                write(articles, file);
                err().printf(Locale.ROOT, "%,d articles written to %s%n", articles.count(), file);
            }
        }
        return ExitCode.OK.number();
    }

    /** Whoever has read enough ends it; what else goes wrong is told where the process ends. */
    private static void print(Iterator<String> lines, PrintWriter out) {
        boolean failed = false;
        for (long n = 1; lines.hasNext() && !failed; n++) {
            out.println(lines.next());
            failed = n % LINES_AT_ONCE == 0 && out.checkError();
        }
    }

    private static void write(StoredArticles articles, Path file) {
        boolean device = Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
        try {
            if (device) {
                write(articles, file, List.of(StandardOpenOption.WRITE));
            } else {
                replace(articles, Files.exists(file) ? file.toRealPath() : file.toAbsolutePath());
            }
        } catch (IOException e) {
            String state = device ? "" : ", which is as it was";
            throw new EpitomeException(Kind.IO, "cannot write " + file + state + ": " + e, e);
        }
    }

    private static void replace(StoredArticles articles, Path file) throws IOException {
        Path begun = file.resolveSibling(file.getFileName() + ".part");
        begun.toFile().deleteOnExit(); // Where the process is told to end before it is renamed.
        try {
            write(
                    articles,
                    begun,
                    List.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING));
            try (FileChannel written = FileChannel.open(begun, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    private static void write(StoredArticles articles, Path file, List<StandardOpenOption> how) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, how.toArray(StandardOpenOption[]::new))) {
            for (Iterator<String> lines = articles.lines().iterator(); lines.hasNext(); ) {
                out.write(lines.next());
                out.write('\n');
            }
        }
    }
}
