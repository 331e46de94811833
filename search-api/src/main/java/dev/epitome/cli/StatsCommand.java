package dev.epitome.cli;

import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.IndexStatistics;
import dev.epitome.search.SearchEngine;
import dev.epitome.wire.StatisticsJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code epitome stats}. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Shows what is in the index: articles by source, type, month and tag, and its age, size and quality.")
final class StatsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final IndexOption index = new IndexOption();

    @Option(names = "--json", description = "Print JSON, as /v1/stats answers.")
    private boolean json;

    StatsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path directory = index.directory(surroundings);
        try (SearchEngine engine = LuceneSearch.open(directory)) {
            IndexStatistics statistics = engine.statistics();
            if (json) {
                out.println(TerminalText.json(StatisticsJson.of(statistics)));
            } else {
                StatsPrinter printer = new StatsPrinter(out, surroundings.columns());
                printer.print(directory, statistics.index(), Instant.now());
                printer.print(statistics.articles());
            }
        }
        return ExitCode.OK.number();
    }
}
