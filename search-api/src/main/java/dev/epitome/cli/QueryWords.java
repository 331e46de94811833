package dev.epitome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Tells the words of a query from options. Picocli cannot: wherever {@code -n} is an option it takes {@code -netflix}
 * for {@code -n} with something attached, and refuses it.
 */
final class QueryWords {

    private static final String END_OF_OPTIONS = "--";
    private static final Set<String> COMMANDS = Set.of("search", "explain");

    /** {@code -n5}. Of letters it would be a word that is to be left out. */
    private static final Pattern NUMBER_ATTACHED = Pattern.compile("-[A-Za-z][0-9]+");

    private final CommandSpec command;
    private final List<String> options = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    private QueryWords(CommandSpec command) {
        this.command = command;
    }

    /**
     * The same arguments with all words of the query behind {@code --}, in their order. An unknown option with two
     * dashes stays before it: as a word it would find nothing, and nobody would see why.
     */
    static String[] behindOptions(CommandLine epitome, String... arguments) {
        List<String> typed = List.of(arguments);
        int start = 0;
        while (start < typed.size() && typed.get(start).startsWith("-")) {
            start++;
        }
        if (start == typed.size() || !COMMANDS.contains(typed.get(start))) {
            return arguments;
        }
        CommandLine command = Objects.requireNonNull(epitome.getSubcommands().get(typed.get(start)));
        QueryWords sorted = new QueryWords(command.getCommandSpec());
        sorted.sort(typed.subList(start + 1, typed.size()));
        return Stream.of(typed.subList(0, start + 1), sorted.options, sorted.behindDashes())
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    private void sort(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            OptionSpec option = option(argument);
            if (argument.equals(END_OF_OPTIONS)) {
                words.addAll(arguments.subList(i + 1, arguments.size()));
                return;
            }
            if (option != null) {
                options.add(argument);
                boolean open = takesValue(option) && !argument.contains("=");
                if (open && i + 1 < arguments.size() && !arguments.get(i + 1).equals(END_OF_OPTIONS)) {
                    i++;
                    options.add(arguments.get(i));
                }
            } else if (hasNumberAttached(argument)) {
                options.add(argument.substring(0, 2));
                options.add(argument.substring(2));
            } else {
                (argument.startsWith("--") ? options : words).add(argument);
            }
        }
    }

    private List<String> behindDashes() {
        return words.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(END_OF_OPTIONS), words.stream()).toList();
    }

    private @Nullable OptionSpec option(String argument) {
        return command.optionsMap().get(argument.split("=", 2)[0]);
    }

    private boolean hasNumberAttached(String argument) {
        if (!NUMBER_ATTACHED.matcher(argument).matches()) {
            return false;
        }
        OptionSpec option = option(argument.substring(0, 2));
        return option != null && takesValue(option);
    }

    private static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }
}
