package dev.epitome.cli;

import dev.epitome.wire.Parameter;
import dev.epitome.wire.ParameterException;
import dev.epitome.wire.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** Parameters of {@code /v1/search} as options, each made of its {@link Parameter}. */
@Command
final class SearchOptions {

    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    /** In a meaning: how a query or another parameter is written. */
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    private static final List<String> SWITCH = List.of("true", "false");

    private final List<Parameter> parameters;

    private @Nullable CommandSpec command;

    private SearchOptions(Predicate<Parameter> taken) {
        parameters = Resource.SEARCH.parameters().stream()
                .filter(parameter -> parameter != Parameter.Q)
                .filter(taken)
                .toList();
    }

    /** All that a search takes beside the words of the query. */
    static SearchOptions ofSearch() {
        return new SearchOptions(parameter -> true);
    }

    /** What decides which articles are hits, and their order. */
    static SearchOptions ofHits() {
        return new SearchOptions(Parameter::decidesHits);
    }

    /** Picocli tells here which command the options are for. */
    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec mixee) {
        command = mixee;
        parameters.forEach(parameter -> mixee.addOption(option(parameter)));
    }

    private static OptionSpec option(Parameter parameter) {
        List<String> choices = parameter.choices();
        OptionSpec.Builder option = OptionSpec.builder(
                        name(parameter.key()), parameter.shortNames().toArray(String[]::new))
                .description(description(parameter))
                .paramLabel(parameter.label());
        if (choices.equals(SWITCH)) {
            return option.type(boolean.class).build();
        }
        if (parameter.repeatable()) {
            return option.type(List.class).auxiliaryTypes(String.class).build();
        }
        // Completion keeps choices by the label of the option: no two options with choices may share one.
        return option.type(String.class)
                .completionCandidates(choices.isEmpty() || parameter.isList() ? null : choices)
                .build();
    }

    /** Its meaning, with what a description of the service says beside it. */
    private static String description(Parameter parameter) {
        String meaning = CODE.matcher(parameter.meaning())
                .replaceAll(code ->
                        Matcher.quoteReplacement(isParameter(code.group(1)) ? name(code.group(1)) : code.group(1)))
                .replace("%", "%%");
        return switch (parameter) {
            case EXPLAIN -> meaning;
            case CURSOR -> meaning + " Only with --json.";
            case HIGHLIGHT -> meaning + values(parameter) + " Default: in bold, with --json html.";
            default -> meaning + values(parameter) + byDefault(parameter);
        };
    }

    private static boolean isParameter(String key) {
        return Resource.SEARCH.parameters().stream().anyMatch(each -> each.key().equals(key));
    }

    private static String values(Parameter parameter) {
        String choices = String.join(", ", parameter.choices());
        if (parameter.repeatable()) {
            return " May be repeated.";
        }
        if (parameter.isList()) {
            return " With commas between them: " + choices + ".";
        }
        return choices.isEmpty()
                ? parameter.bounds().map(bounds -> " From " + bounds + ".").orElse("")
                : " One of " + choices + ".";
    }

    private static String byDefault(Parameter parameter) {
        boolean told = !parameter.byDefault().isEmpty() && !parameter.isList();
        return told ? " Default: " + parameter.byDefault() + "." : "";
    }

    /** The parameters by name, as over HTTP. */
    Map<String, List<String>> parameters(List<String> words) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put(Parameter.Q.key(), List.of(String.join(" ", words)));
        for (Parameter parameter : parameters) {
            all.put(parameter.key(), given(parameter));
        }
        return all;
    }

    /** Whether an option was given, if only by the environment. */
    boolean has(Parameter parameter) {
        return !given(parameter).isEmpty();
    }

    private List<String> given(Parameter parameter) {
        Object value = Objects.requireNonNull(command)
                .findOption(name(parameter.key()))
                .getValue();
        return switch (value) {
            case null -> List.of();
            case Boolean yes -> yes ? List.of("true") : List.of();
            case List<?> several -> several.stream().map(String::valueOf).toList();
            default -> List.of(value.toString());
        };
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
}
