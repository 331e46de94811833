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
import java.util.LinkedHashMap;
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
            "Prints the best articles for a query. Any text is a query;",
            "words that begin like options (--x, -h, -V) come after --."
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

    @Option(names = "--limit", paramLabel = "N", description = "How many hits at most, 1 to 100. Default: 20.")
    private @Nullable String limit;

    @Option(names = "--offset", paramLabel = "N", description = "How many hits to pass over, up to 10,000.")
    private @Nullable String offset;

    @Option(names = "--sort", paramLabel = "ORDER", description = "relevance (default), -published, published or rank.")
    private @Nullable String sort;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Only from this publication; repeat for any of several.")
    private final List<String> sources = new ArrayList<>();

    @Option(names = "--author", paramLabel = "NAME", description = "Only by this author; repeat for any of several.")
    private final List<String> authors = new ArrayList<>();

    @Option(names = "--tag", paramLabel = "TAG", description = "Only with this tag; repeat for any of several.")
    private final List<String> tags = new ArrayList<>();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "article, video, tweet and so on; repeat for any of several.")
    private final List<String> types = new ArrayList<>();

    @Option(
            names = "--published-after",
            paramLabel = "DATE",
            description = "A day, a month or a year, itself included.")
    private @Nullable String publishedAfter;

    @Option(
            names = "--published-before",
            paramLabel = "DATE",
            description = "A day, a month or a year, itself included.")
    private @Nullable String publishedBefore;

    @Option(
            names = "--match",
            paramLabel = "MODE",
            description = "relaxed (default): after articles with all words those with some. all: never.")
    private @Nullable String match;

    @Option(
            names = "--fuzzy",
            paramLabel = "MODE",
            description = "auto (default): words that no article has are read as the nearest one. off: never.")
    private @Nullable String fuzzy;

    @Option(
            names = "--freshness",
            paramLabel = "DAYS",
            description = "Let newer articles gain, by half at that age: 30d. Default: not at all.")
    private @Nullable String freshness;

    @Option(
            names = "--fields",
            paramLabel = "NAMES",
            description = "With --json: what to show of the articles, such as title,url,origin.")
    private @Nullable String fields;

    @Option(names = "--highlight", paramLabel = "STYLE", description = "With --json: html (default), offsets or none.")
    private @Nullable String highlight;

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
            HitPrinter.print(
                    result,
                    call.request().offset(),
                    out,
                    surroundings.colorOut() && !Objects.requireNonNull(main).noColor());
        }
        out.flush(); // On a terminal the remarks come after the hits.
        if (!json && !quiet) {
            HitPrinter.printRemarks(result, command.getErr());
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

    private Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, Parameter.Q, String.join(" ", words));
        put(parameters, Parameter.LIMIT, limit);
        put(parameters, Parameter.OFFSET, offset);
        put(parameters, Parameter.SORT, sort);
        parameters.put(Parameter.SOURCE.key(), sources);
        parameters.put(Parameter.AUTHOR.key(), authors);
        parameters.put(Parameter.TAG.key(), tags);
        parameters.put(Parameter.TYPE.key(), types);
        put(parameters, Parameter.PUBLISHED_AFTER, publishedAfter);
        put(parameters, Parameter.PUBLISHED_BEFORE, publishedBefore);
        put(parameters, Parameter.MATCH, match);
        put(parameters, Parameter.FUZZY, fuzzy);
        put(parameters, Parameter.FRESHNESS, freshness);
        put(parameters, Parameter.FIELDS, fields);
        put(parameters, Parameter.HIGHLIGHT, highlight);
        return parameters;
    }

    private static void put(Map<String, List<String>> parameters, Parameter parameter, @Nullable String value) {
        if (value != null) {
            parameters.put(parameter.key(), List.of(value));
        }
    }
}
