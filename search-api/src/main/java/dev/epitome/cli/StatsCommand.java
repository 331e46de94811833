package dev.epitome.cli;

import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.IndexStatistics;
import dev.epitome.search.SearchEngine;
import dev.epitome.wire.IndexJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code epitome stats}. */
@Command(
        name = "stats",
        description = "Shows what is in the index: articles by source, type, month and tag, and its age, size "
                + "and quality.")
final class StatsCommand extends Subcommand {

    @Mixin
    private final IndexOption index = new IndexOption();

    @Option(names = "--json", description = "Print JSON, as /v1/stats answers.")
    private boolean json;

    StatsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        PrintWriter out = out();
        Path directory = index.directory(surroundings);
        try (SearchEngine engine = LuceneSearch.open(directory)) {
            IndexStatistics statistics = engine.statistics();
            if (json) {
                out.println(TerminalText.json(IndexJson.of(statistics)));
            } else {
                StatsPrinter printer = new StatsPrinter(out, surroundings.columns());
                printer.print(directory, statistics.index(), Instant.now());
                printer.print(statistics.articles());
            }
        }
        return ExitCode.OK.number();
    }
}
