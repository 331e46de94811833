package dev.epitome.cli;

import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchResult;
import dev.epitome.wire.AnswerJson;
import dev.epitome.wire.Parameter;
import dev.epitome.wire.SearchCall;
import dev.epitome.wire.SearchParameters;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code epitome search}: the parameters of {@code /v1/search} as options. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Prints the best articles for a query.",
            "Any text is a valid query. Put words that look like options (--x, -h, -n, -q, -V) after --."
        })
final class SearchCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Main main;

    @Mixin
    private final IndexOption index = new IndexOption();

    @Mixin
    private final AliasesOption aliases = new AliasesOption();

    @Parameters(paramLabel = "QUERY", arity = "1..*", description = "What to look for.")
    private final List<String> words = new ArrayList<>();

    @Mixin
    private final SearchOptions options = new SearchOptions();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "The maximum number of hits, 0 to 100; 0 only counts. Default: 20.")
    private @Nullable String limit;

    @Option(names = "--offset", paramLabel = "N", description = "The number of hits to skip, up to 10,000.")
    private @Nullable String offset;

    @Option(
            names = "--fields",
            paramLabel = "NAMES",
            description = "Show only these fields, separated by commas: title, summary (in full), url, source, authors,"
                    + " type, tags, published, rank, origin (the file and line it was read from).")
    private @Nullable String fields;

    @Option(
            names = "--highlight",
            paramLabel = "STYLE",
            completionCandidates = Choices.Highlight.class,
            description = "How matches are highlighted: one of ${COMPLETION-CANDIDATES}. Default: bold; html with"
                    + " --json.")
    private @Nullable String highlight;

    @Option(
            names = "--cursor",
            paramLabel = "TOKEN",
            description = "With --json: the next page, by the value of next in the previous answer.")
    private @Nullable String cursor;

    @Option(
            names = "--facets",
            paramLabel = "NAMES",
            description =
                    "Count all hits by these facets, separated by commas: source, author, tag, type, year, month.")
    private @Nullable String facets;

    @Option(names = "--explain", description = "Explain the rank of each hit.")
    private boolean explain;

    @Option(names = "--json", description = "Print JSON, as /v1/search answers.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print no notes to standard error.")
    private boolean quiet;

    SearchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        refuseCursorForPeople(command);
        SearchCall call = SearchParameters.parse(parameters());
        try (SearchEngine engine =
                LuceneSearch.open(index.directory(surroundings), aliases.settings(command.getErr()))) {
            SearchResult result = engine.search(call.request());
            print(result, call, command);
            boolean found = call.request().limit() == 0
                    ? result.total().value() > 0
                    : !result.hits().isEmpty();
            return (found ? ExitCode.OK : ExitCode.NO_HITS).number();
        }
    }

    private void print(SearchResult result, SearchCall call, CommandLine command) {
        PrintWriter out = command.getOut();
        if (json) {
            out.println(TerminalText.json(AnswerJson.of(result, call)));
        } else {
            boolean color =
                    surroundings.colorOut() && !Objects.requireNonNull(main).noColor();
            new AnswerPrinter(new Paper(out, surroundings.columns(), color), texts(call)).print(result, call.request());
        }
        out.flush(); // On a terminal the remarks come after the hits.
        if (!json && !quiet) {
            new Remarks(result, call.request()).print(words, command.getErr());
        }
    }

    private HitTexts texts(SearchCall call) {
        Marking marking = highlight == null ? Marking.BOLD : Marking.of(call.highlight());
        return fields == null
                ? HitTexts.usual(marking)
                : HitTexts.named(call.request().shown().fields(), marking);
    }

    /** Hits for a person are numbered, and a cursor does not tell how many came before. */
    private void refuseCursorForPeople(CommandLine command) {
        if (cursor != null && !json) {
            throw new ParameterException(
                    command, "--cursor is for answers with --json, which name it: without --json give --offset");
        }
    }

    private Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = options.parameters(words);
        SearchOptions.put(parameters, Parameter.LIMIT, limit);
        SearchOptions.put(parameters, Parameter.OFFSET, offset);
        SearchOptions.put(parameters, Parameter.FIELDS, fields);
        SearchOptions.put(parameters, Parameter.HIGHLIGHT, highlight);
        SearchOptions.put(parameters, Parameter.CURSOR, cursor);
        SearchOptions.put(parameters, Parameter.FACETS, facets);
        SearchOptions.put(parameters, Parameter.EXPLAIN, explain ? "true" : null);
        return parameters;
    }
}
