package dev.epitome.cli;

import dev.epitome.index.BackupResult;
import dev.epitome.index.IndexRestore;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code epitome restore}. */
@Command(
        name = "restore",
        description = {
            "Puts a backup in the place of the index, in one step, when all of it was read and is as it was written.",
            "Running services answer from the old index until then, and show the backup within two seconds."
        })
final class RestoreCommand extends Subcommand {

    @Parameters(paramLabel = "DIR", description = "The directory of the backup.")
    private Path backup = Path.of("");

    @Mixin
    private final IndexOption index = new IndexOption();

    @Mixin
    private final BackupOptions options = new BackupOptions();

    RestoreCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        Path directory = index.directory(surroundings);
        Interruption interruption = new Interruption(err(), directory);
        BackupResult result = interruption.during(() -> IndexRestore.of(backup, directory, options.guard()));
        return options.print(result, "restored in " + directory, "the backup in " + backup, out(), err())
                .number();
    }
}
