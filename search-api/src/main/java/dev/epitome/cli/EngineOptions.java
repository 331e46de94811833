package dev.epitome.cli;

import dev.epitome.alias.AliasFile;
import dev.epitome.alias.AliasOrigin;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.lucene.SearchSettings;
import dev.epitome.search.SearchEngine;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which index a command searches, and with which aliases beside the shipped and the learned ones. */
final class EngineOptions {

    private static final int PROBLEMS_TOLD = 20;

    @Mixin
    private final IndexOption index = new IndexOption();

    @Option(
            names = "--aliases",
            paramLabel = "FILE",
            description = "More words that mean the same, in the Solr synonym format: EKS, Elastic Kubernetes Service")
    private @Nullable Path aliases;

    /** The engine over that index, for the caller to close. */
    SearchEngine open(Surroundings surroundings, PrintWriter err) {
        return LuceneSearch.open(directory(surroundings), settings(err));
    }

    Path directory(Surroundings surroundings) {
        return index.directory(surroundings);
    }

    /** Lines that are no aliases are named on standard error, and left out. */
    SearchSettings settings(PrintWriter err) {
        if (aliases == null) {
            return SearchSettings.DEFAULT;
        }
        AliasFile read = AliasFile.read(aliases, AliasOrigin.USER);
        read.problems().stream().limit(PROBLEMS_TOLD).forEach(problem -> err.println("left out: " + problem));
        if (read.problems().size() > PROBLEMS_TOLD) {
            err.println("left out: " + (read.problems().size() - PROBLEMS_TOLD) + " more lines of " + aliases);
        }
        return SearchSettings.DEFAULT.withMore(read.dictionary());
    }
}
