package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.watch.WatchSettings;
import dev.epitome.watch.WatchState;
import dev.epitome.watch.Watcher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code epitome watch}. */
@Command(
        name = "watch",
        description = {
            "Adds articles to the index as they come, from feeds and from the files of folders, until it is stopped.",
            "Feeds are asked for what is new once an hour at most, and less often where they want that or fail. Articles"
                    + " that disappear from a feed or a file stay in the index."
        })
final class WatchCommand extends Subcommand {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Folders (with all that is below them), and lists of feeds as feed readers export them.")
    private final List<Path> inputs = new ArrayList<>();

    @Mixin
    private final IndexOption index = new IndexOption();

    @Mixin
    private final StateOption stateOption = new StateOption();

    @Option(names = "--once", description = "Read what has changed, ask for the feeds that are due, and end: for cron.")
    private boolean once;

    @Option(
            names = "--status",
            description = "Show what was read when, what failed and why, and when it is tried next; read nothing.")
    private boolean status;

    @Option(names = "--json", description = "Print the status as JSON.")
    private boolean json;

    @Option(names = "--allow-private", description = "Ask for feeds in private networks, too, and of this machine.")
    private boolean allowPrivate;

    WatchCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        Path directory = index.directory(surroundings);
        Path file = stateOption.file(directory);
        WatchState state = WatchState.read(file);
        if (status) {
            print(state);
            return ExitCode.OK.number();
        }
        if (inputs.isEmpty()) {
            throw new EpitomeException(Kind.INVALID_REQUEST, "nothing to watch: name a folder or an OPML file");
        }
        String agent = "Epitome/" + Version.ours().replaceAll("[^\\w.-]", "");
        WatchSettings settings = WatchSettings.of(inputs, List.of(directory, file), allowPrivate, agent);
        CountDownLatch ended = new CountDownLatch(1);
        try (Watcher watcher =
                Watcher.of(settings, state, () -> ChangedIndex.of(directory), line -> err().println(line))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(watcher, ended), "epitome-stop"));
            return watch(watcher).number();
        } finally {
            ended.countDown();
        }
    }

    private ExitCode watch(Watcher watcher) throws InterruptedException {
        if (once) {
            return watcher.once() ? ExitCode.OK : ExitCode.SOME_REJECTED;
        }
        watcher.run();
        return ExitCode.OK;
    }

    /** The process is told to end: what is being written is written, and what is known is kept. */
    private void stop(Watcher watcher, CountDownLatch ended) {
        watcher.close();
        try {
            if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                err().println("Stopped in the middle of something large: it is read again the next time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(WatchState state) {
        if (json) {
            out().println(TerminalText.json(state.json()));
        } else if (state.lines().isEmpty()) {
            out().println("Nothing was watched yet.");
        } else {
            state.lines().forEach(line -> out().println(line));
        }
    }
}
