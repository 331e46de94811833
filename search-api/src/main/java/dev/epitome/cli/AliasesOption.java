package dev.epitome.cli;

import dev.epitome.alias.AliasFile;
import dev.epitome.alias.AliasOrigin;
import dev.epitome.lucene.SearchSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which aliases a command searches with, beside the shipped and the learned ones. */
final class AliasesOption {

    private static final int PROBLEMS_TOLD = 20;

    @Option(
            names = "--aliases",
            paramLabel = "FILE",
            description = "More aliases, in the Solr synonym format: EKS, Elastic Kubernetes Service")
    private @Nullable Path file;

    /** Lines that are no aliases are named on standard error, and left out. */
    SearchSettings settings(PrintWriter err) {
        if (file == null) {
            return SearchSettings.DEFAULT;
        }
        AliasFile read = AliasFile.read(file, AliasOrigin.USER);
        read.problems().stream().limit(PROBLEMS_TOLD).forEach(problem -> err.println("left out: " + problem));
        if (read.problems().size() > PROBLEMS_TOLD) {
            err.println("left out: " + (read.problems().size() - PROBLEMS_TOLD) + " more lines of " + file);
        }
        return SearchSettings.DEFAULT.withMore(read.dictionary());
    }
}
