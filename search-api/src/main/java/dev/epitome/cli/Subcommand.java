package dev.epitome.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command of {@code epitome}: the process that it runs in, and where it prints. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
abstract class Subcommand implements Callable<Integer> {

    final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Main main;

    Subcommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    final Main epitome() {
        return Objects.requireNonNull(main);
    }

    final CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }

    final PrintWriter out() {
        return commandLine().getOut();
    }

    final PrintWriter err() {
        return commandLine().getErr();
    }

    /** What paragraphs are printed on: in color where a person reads it and wants that. */
    final Paper paper() {
        boolean color = surroundings.colorOut() && !epitome().noColor();
        return new Paper(out(), surroundings.columns(), color);
    }
}
