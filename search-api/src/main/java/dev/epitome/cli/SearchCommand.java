package dev.epitome.cli;

import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchResult;
import dev.epitome.wire.AnswerJson;
import dev.epitome.wire.Parameter;
import dev.epitome.wire.SearchCall;
import dev.epitome.wire.SearchParameters;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code epitome search}: the parameters of {@code /v1/search} as options. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Prints the best articles for a query.",
            "Any text is a query; words that begin like options (--x, -h, -V) come after --."
        })
final class SearchCommand implements Callable<Integer> {

    private static final String END_OF_OPTIONS = "--";

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

    @Option(names = "--limit", paramLabel = "N", description = "How many hits at most, 0 to 100. Default: 20.")
    private @Nullable String limit;

    @Option(names = "--offset", paramLabel = "N", description = "How many hits to pass over, up to 10,000.")
    private @Nullable String offset;

    @Option(
            names = "--fields",
            paramLabel = "NAMES",
            description = {"With --json: what to show of the articles. For example:", "title,url,origin"})
    private @Nullable String fields;

    @Option(
            names = "--highlight",
            paramLabel = "STYLE",
            completionCandidates = Choices.Highlight.class,
            description = "With --json: one of ${COMPLETION-CANDIDATES}. Default: html.")
    private @Nullable String highlight;

    @Option(
            names = "--cursor",
            paramLabel = "TOKEN",
            description = "With --json: the page that an answer named as its next.")
    private @Nullable String cursor;

    @Option(
            names = "--facets",
            paramLabel = "NAMES",
            description = "With --json: count all hits by these, with commas between them: "
                    + "source, author, tag, type, year, month.")
    private @Nullable String facets;

    @Option(names = "--explain", description = "With --json: say of each hit why it is where it is.")
    private boolean explain;

    @Option(names = "--json", description = "Print the answer of /v1/search.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Only the hits: no remarks on standard error.")
    private boolean quiet;

    SearchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * A word such as {@code -lambda} belongs to the query and is no cluster of short options. Picocli still takes
     * {@code -http} for -h and refuses it.
     */
    static void takeQueriesAsTheyCome(Map<String, CommandLine> commands) {
        Objects.requireNonNull(commands.get("search"))
                .setUnmatchedOptionsArePositionalParams(true)
                .setPosixClusteredShortOptionsAllowed(false);
    }

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        refuseUnknownOptions(command);
        refuseCursorForPeople(command);
        SearchCall call = SearchParameters.parse(parameters());
        try (SearchEngine engine =
                LuceneSearch.open(index.directory(surroundings), aliases.settings(command.getErr()))) {
            SearchResult result = engine.search(call.request());
            print(result, call, command);
            return (result.hits().isEmpty() ? ExitCode.NO_HITS : ExitCode.OK).number();
        }
    }

    private void print(SearchResult result, SearchCall call, CommandLine command) {
        PrintWriter out = command.getOut();
        if (json) {
            out.println(new String(AnswerJson.of(result, call), StandardCharsets.UTF_8));
        } else {
            boolean color =
                    surroundings.colorOut() && !Objects.requireNonNull(main).noColor();
            new HitPrinter(new Paper(out, surroundings.columns(), color))
                    .print(result, call.request().offset());
        }
        out.flush(); // On a terminal the remarks come after the hits.
        if (!json && !quiet) {
            HitPrinter.printRemarks(result, call.request(), command.getErr());
        }
    }

    /** A mistyped option would otherwise become a word of the query and find nothing. */
    private void refuseUnknownOptions(CommandLine command) {
        List<String> typed = command.getParseResult().originalArgs();
        List<String> unknown = typed.stream()
                .takeWhile(argument -> !argument.equals(END_OF_OPTIONS))
                .filter(argument -> argument.startsWith("--") && words.contains(argument))
                .filter(argument -> command.getCommandSpec().findOption(argument) == null)
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnmatchedArgumentException(command, unknown);
        }
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
