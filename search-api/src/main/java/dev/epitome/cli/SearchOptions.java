package dev.epitome.cli;

import dev.epitome.wire.Parameter;
import dev.epitome.wire.ParameterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be asked beside the words of a query: the parameters of {@code /v1/search} as options. */
final class SearchOptions {

    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            completionCandidates = Choices.Sort.class,
            description = "One of ${COMPLETION-CANDIDATES}. Default: relevance.")
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
            description = "Only of this type: article, video, tweet and so on; repeat for any of several.")
    private final List<String> types = new ArrayList<>();

    @Option(
            names = "--published-after",
            paramLabel = "DATE",
            description = "From this day, month or year on, inclusive.")
    private @Nullable String publishedAfter;

    @Option(
            names = "--published-before",
            paramLabel = "DATE",
            description = "Until this day, month or year, inclusive.")
    private @Nullable String publishedBefore;

    @Option(
            names = "--match",
            paramLabel = "MODE",
            completionCandidates = Choices.Match.class,
            description =
                    "relaxed (default): all words are required, then relaxed: articles with some of the words follow."
                            + " all: all words are required.")
    private @Nullable String match;

    @Option(
            names = "--fuzzy",
            paramLabel = "WHEN",
            completionCandidates = Choices.Fuzzy.class,
            description = "auto (default): out-of-vocabulary words are corrected. off: they are not.")
    private @Nullable String fuzzy;

    @Option(
            names = "--freshness",
            paramLabel = "DAYS",
            description = "Boost newer articles, with this half-life: 30d. Default: no boost.")
    private @Nullable String freshness;

    /** The parameters by name, as over HTTP. */
    Map<String, List<String>> parameters(List<String> words) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, Parameter.Q, String.join(" ", words));
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
        return parameters;
    }

    /** The option of a parameter. */
    static String name(String parameter) {
        return "--" + CAPITAL.matcher(parameter).replaceAll("-$0").toLowerCase(Locale.ROOT);
    }

    /** What is wrong, said of the option that was typed and not of its parameter. */
    static String message(ParameterException wrong) {
        String message = wrong.getMessage();
        String parameter = wrong.parameter();
        return message.startsWith(parameter) ? name(parameter) + message.substring(parameter.length()) : message;
    }

    static void put(Map<String, List<String>> parameters, Parameter parameter, @Nullable String value) {
        if (value != null) {
            parameters.put(parameter.key(), List.of(value));
        }
    }
}
