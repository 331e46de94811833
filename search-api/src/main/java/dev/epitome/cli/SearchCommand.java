package dev.epitome.cli;

import dev.epitome.cli.HitTexts.Marking;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchResult;
import dev.epitome.wire.AnswerJson;
import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.Parameter;
import dev.epitome.wire.Resource;
import dev.epitome.wire.SearchCall;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code epitome search}: the parameters of {@code /v1/search} as options. */
@Command(
        name = "search",
        description = {
            "Prints the best articles for a query.",
            "Any text is a valid query. Put words that look like options (--x, -h, -n, -q, -V) after " + "--."
        })
final class SearchCommand extends Subcommand {

    @Mixin
    private final EngineOptions engineOptions = new EngineOptions();

    @Parameters(paramLabel = "QUERY", arity = "1..*", description = "What to look for.")
    private final List<String> words = new ArrayList<>();

    @Mixin
    private final SearchOptions options = SearchOptions.ofSearch();

    @Option(names = "--json", description = "Print JSON, as /v1/search answers.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print no notes to standard error.")
    private boolean quiet;

    SearchCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        refuseCursorForPeople();
        SearchCall call =
                GivenParameters.of(options.parameters(words), Resource.SEARCH).search();
        try (SearchEngine engine = engineOptions.open(surroundings, err())) {
            SearchResult result = engine.search(call.request());
            print(result, call);
            boolean found = call.request().limit() == 0
                    ? result.total().value() > 0
                    : !result.hits().isEmpty();
            return (found ? ExitCode.OK : ExitCode.NO_HITS).number();
        }
    }

    private void print(SearchResult result, SearchCall call) {
        PrintWriter out = out();
        if (json) {
            out.println(TerminalText.json(AnswerJson.of(result, call)));
        } else {
            new AnswerPrinter(paper(), texts(call)).print(result, call.request());
        }
        out.flush(); // On a terminal the remarks come after the hits.
        if (!json && !quiet) {
            new Remarks(result, call.request()).print(words, err());
        }
    }

    private HitTexts texts(SearchCall call) {
        Marking marking = options.has(Parameter.HIGHLIGHT) ? Marking.of(call.highlight()) : Marking.BOLD;
        return options.has(Parameter.FIELDS)
                ? HitTexts.named(call.request().shown().fields(), marking)
                : HitTexts.usual(marking);
    }

    /** Hits for a person are numbered, and a cursor does not tell how many came before. */
    private void refuseCursorForPeople() {
        if (options.has(Parameter.CURSOR) && !json) {
            throw new ParameterException(
                    commandLine(), "--cursor is for answers with --json, which name it: without --json give --offset");
        }
    }
}
