package dev.epitome.cli;

import dev.epitome.index.BackupResult;
import dev.epitome.index.IndexBackup;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code epitome backup}. */
@Command(
        name = "backup",
        description = {
            "Copies the index into a directory, while it is served and even while it is rebuilt.",
            "Of a backup that is there already only what is new is copied, and it stays as it was until all of that is"
                    + " safe on the disk. A backup is an index itself, which search and verify take with --index."
        })
final class BackupCommand extends Subcommand {

    @Parameters(
            paramLabel = "DIR",
            description = "The directory of the backup: empty, not there yet, or of an earlier backup.")
    private Path backup = Path.of("");

    @Mixin
    private final IndexOption index = new IndexOption();

    @Mixin
    private final BackupOptions options = new BackupOptions();

    BackupCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        BackupResult result = IndexBackup.make(index.directory(surroundings), backup, options.guard());
        return options.print(result, "backed up in " + backup, "the index", out(), err())
                .number();
    }
}
