package dev.epitome.cli;

import dev.epitome.wire.NearestName;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command that cannot be as it was typed. */
final class WrongUsage {

    private WrongUsage() {}

    /**
     * Prints what is wrong and what may have been meant, in plain text: standard error may be a file where standard
     * output is a terminal.
     *
     * @return what the process ends with
     */
    static int print(ParameterException e) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("epitome: " + message(e));
        Optional<String> guess = guess(e);
        if (guess.isPresent()) {
            err.println("Did you mean: " + guess.get() + "?");
        } else {
            err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE.number();
    }

    private static String message(ParameterException e) {
        return unknownCommand(e)
                .map(name -> "there is no command " + name)
                .or(() -> needless(e).map(argument -> e.getCommandLine().getCommandName() + " takes no " + argument))
                .orElseGet(e::getMessage);
    }

    private static Optional<String> guess(ParameterException e) {
        CommandLine command = e.getCommandLine();
        Optional<String> name = unknownCommand(e);
        return name.isPresent()
                ? name.flatMap(typed ->
                                NearestName.of(typed, command.getSubcommands().keySet()))
                        .map(nearest -> command.getCommandSpec().qualifiedName() + " " + nearest)
                : unmatched(e)
                        .map(typed -> typed.split("=", 2)[0])
                        .flatMap(typed -> option(
                                typed, command.getCommandSpec().optionsMap().keySet()));
    }

    /** Dashes are no letters that could be right or wrong. */
    private static Optional<String> option(String typed, Set<String> options) {
        List<String> names = options.stream().map(Defaults::withoutDashes).toList();
        return NearestName.of(Defaults.withoutDashes(typed), names)
                .flatMap(nearest -> options.stream()
                        .filter(option -> Defaults.withoutDashes(option).equals(nearest))
                        .findFirst());
    }

    /** What stands where a command should: of that line picocli says only that nothing takes its words. */
    private static Optional<String> unknownCommand(ParameterException e) {
        if (e.getCommandLine().getSubcommands().isEmpty() || e.getArgSpec() != null) {
            return Optional.empty();
        }
        return e instanceof UnmatchedArgumentException ? needless(e) : Optional.ofNullable(e.getValue()); // Of help.
    }

    private static Optional<String> needless(ParameterException e) {
        return unmatched(e).filter(typed -> !typed.startsWith("-"));
    }

    private static Optional<String> unmatched(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                ? Optional.of(unmatched.getUnmatched().getFirst())
                : Optional.empty();
    }
}
