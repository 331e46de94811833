package dev.epitome.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code epitome completion}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Prints a completion script for your shell.",
            "",
            "  source <(epitome completion bash)",
            "",
            "in ~/.bashrc, or the same with zsh in ~/.zshrc, after compinit."
        })
final class CompletionCommand implements Callable<Integer> {

    /** The shells that are known. */
    enum Shell {
        bash,
        zsh
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private Shell shell = Shell.bash;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        CommandLine epitome = Objects.requireNonNull(command.getParent());
        String script = AutoComplete.bash(epitome.getCommandName(), epitome);
        // Zsh runs what was made for bash once it was asked to; for a shell that did so already it does no harm.
        String before = switch (shell) {
            case bash -> "";
            case zsh -> "autoload -U +X bashcompinit && bashcompinit\n";
        };
        command.getOut().print(before + script);
        return ExitCode.OK.number();
    }
}
