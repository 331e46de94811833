package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.index.BackupResult;
import dev.epitome.index.BackupResult.Copied;
import dev.epitome.index.BackupResult.Refused;
import dev.epitome.index.IndexRestore;
import dev.epitome.index.LossGuard;
import dev.epitome.index.Publication;
import dev.epitome.index.Publication.Published;
import dev.epitome.index.StoredArticles;
import dev.epitome.search.RebuildChecks;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code epitome restore}. */
@Command(
        name = "restore",
        description = {
            "Puts a backup in the place of the index, in one step, when all of it was read and is as it was written.",
            "Running services answer from the old index until then, and show the backup within two seconds. Where one writes"
                    + " the index, it is asked to do it, with the articles of the backup."
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
        BackupResult result = interruption.during(() -> restored(directory));
        return options.print(result, "restored in " + directory, "the backup in " + backup, out(), err())
                .number();
    }

    private BackupResult restored(Path directory) {
        try {
            return IndexRestore.of(backup, directory, options.guard());
        } catch (EpitomeException e) {
            if (e.kind() != Kind.INDEX_LOCKED) {
                throw e;
            }
            try (RunningWriter service = RunningWriter.of(directory).orElseThrow(() -> e)) {
                return byService(new RemoteRebuild(service, directory));
            }
        }
    }

    /** The backup was verified before it was seen that the index is locked. */
    private BackupResult byService(RemoteRebuild rebuild) {
        boolean losses = options.guard().equals(LossGuard.DEFAULT);
        try (StoredArticles articles = StoredArticles.open(backup)) {
            Iterator<String> lines = articles.lines().skip(1).iterator();
            Publication end = rebuild.of(lines, articles.count(), new RebuildChecks(false, losses));
            return switch (end) {
                case Published published -> new Copied(published.index().articles(), 0, 0, 0, 0, published.remarks());
                case Publication.Refused(List<String> reasons) -> new Refused(String.join("; ", reasons));
            };
        }
    }
}
