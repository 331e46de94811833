package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.keys.KeyFile;
import dev.epitome.keys.Keys;
import dev.epitome.keys.NewKey;
import dev.epitome.keys.Role;
import dev.epitome.keys.StoredKey;
import dev.epitome.wire.AnswerJson;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/** {@code epitome key}. */
@Command(
        name = "key",
        subcommands = {KeyCommand.New.class, KeyCommand.Listed.class},
        synopsisSubcommandLabel = "COMMAND",
        description = "Makes and shows the keys by which clients may write, or read what is not public.")
final class KeyCommand extends Subcommand {

    KeyCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** Runs where none of its commands was typed. */
    @Override
    public Integer call() {
        commandLine().usage(err(), Ansi.OFF);
        return ExitCode.USAGE.number();
    }

    /** {@code epitome key new}. */
    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = {
                "Makes a key and prints it, this once. Whoever has it may do what its role says, with the header"
                        + " Authorization: Bearer KEY.",
                "With --keys it is added to that file, as a hash; otherwise the line for the file follows."
            })
    static final class New implements Callable<Integer> {

        @Spec
        private @Nullable CommandSpec spec;

        @Mixin
        private final KeysOption keys = new KeysOption();

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                required = true,
                description = "What its holder may do: read, write or admin; each includes those before it.")
        private String role = "";

        @Option(
                names = "--name",
                paramLabel = "NAME",
                defaultValue = "",
                description = "What to call it in lists, such as the name of whoever gets it.")
        private String name = "";

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        public Integer call() {
            Role wanted = Role.written(role)
                    .orElseThrow(() -> new EpitomeException(
                            Kind.INVALID_REQUEST, "--role is \"" + role + "\": give read, write or admin"));
            NewKey made = NewKey.make(wanted, name, LocalDate.now(ZoneOffset.UTC));
            Optional<KeyFile> file = keys.file();
            file.ifPresent(there -> there.add(made.stored()));
            print(made, file.isPresent());
            return ExitCode.OK.number();
        }

        private void print(NewKey made, boolean stored) {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
            if (json) {
                out.println(TerminalText.json(AnswerJson.object(object -> {
                    object.writeStringProperty("key", made.text());
                    members(object, made.stored());
                    object.writeStringProperty("line", made.stored().line());
                })));
                return;
            }
            out.println(made.text());
            if (stored) {
                err.println("This is the key. It is shown this once; a service that has the file knows it when it is"
                        + " started again.");
            } else {
                out.println(made.stored().line());
                err.println("The first line is the key. It is shown this once; put the other into the file of"
                        + " epitome serve --keys FILE.");
            }
        }
    }

    /** {@code epitome key list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Shows the keys of a file: id, role, day and name.")
    static final class Listed implements Callable<Integer> {

        @Spec
        private @Nullable CommandSpec spec;

        @Mixin
        private final KeysOption keys = new KeysOption();

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        public Integer call() {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            List<StoredKey> all = keys.keys(
                            Objects.requireNonNull(spec).commandLine().getErr())
                    .map(Keys::all)
                    .orElseThrow(
                            () -> new EpitomeException(Kind.INVALID_REQUEST, "no file is named: give --keys FILE"));
            if (json) {
                out.println(TerminalText.json(AnswerJson.object(
                        object -> AnswerJson.writeObjects(object, "keys", all, key -> members(object, key)))));
            } else {
                all.forEach(key -> out.println("%s  %-5s  %s  %s"
                        .formatted(key.id(), key.role(), key.created(), key.name())
                        .stripTrailing()));
            }
            return ExitCode.OK.number();
        }
    }

    private static void members(JsonGenerator object, StoredKey key) {
        object.writeStringProperty("id", key.id());
        object.writeStringProperty("role", key.role().toString());
        object.writeStringProperty("created", key.created().toString());
        object.writeStringProperty("name", key.name());
    }
}
