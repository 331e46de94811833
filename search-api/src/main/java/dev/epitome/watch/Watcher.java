package dev.epitome.watch;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.watch.FeedFetch.Bounds;
import dev.epitome.watch.FolderScan.Seen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Takes articles from feeds and folders as they come, and has them written. */
public final class Watcher implements AutoCloseable {

    /** However little happens, folders are looked through: of some file systems nothing is heard. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** Feeds that are due one soon after the other are asked for together. */
    private static final Duration BETWEEN_FEEDS = Duration.ofSeconds(30);

    /** A folder in which files are written all the time is looked through in between. */
    private static final int MOST_EVENTS = 30;

    private final WatchSettings settings;
    private final WatchState state;
    private final Intake intake;
    private final FeedRound feeds;
    private final FolderScan scan;
    private final InstantSource clock;
    private final Consumer<String> log;
    private List<String> addresses = List.of();
    private boolean begun;
    private volatile boolean stopping;
    private volatile Optional<FolderEvents> waiting = Optional.empty();

    private Watcher(
            WatchSettings settings,
            WatchState state,
            Intake intake,
            Consumer<String> log,
            InstantSource clock,
            DoubleSupplier chance,
            Bounds bounds) {
        this.settings = settings;
        this.state = state;
        this.clock = clock;
        this.log = log;
        FeedFetch fetch = new FeedFetch(settings.agent(), Hosts.of(settings.privateToo()), bounds, clock);
        this.intake = intake;
        this.feeds = new FeedRound(state, fetch, intake, clock, chance, log);
        Set<Path> apart = settings.apart().stream().map(Watcher::real).collect(Collectors.toSet());
        this.scan = new FolderScan(state, intake, clock, apart, log, () -> stopping);
    }

    /**
     * Watches nothing yet.
     *
     * @param opening opens what is written to, in the first round and whenever there is something to write; it is
     *     closed at the end of the round, so that others may write in between. Throws where nothing can be written now
     * @param log takes each line of what is done, from any thread
     */
    public static Watcher of(
            WatchSettings settings, WatchState state, Supplier<? extends ChangeWriter> opening, Consumer<String> log) {
        DoubleSupplier chance = () -> ThreadLocalRandom.current().nextDouble();
        return of(settings, state, opening, log, InstantSource.system(), chance, Bounds.USUAL);
    }

    /** With a clock, chances for pauses, from 0 to 1, and bounds of its own. */
    static Watcher of(
            WatchSettings settings,
            WatchState state,
            Supplier<? extends ChangeWriter> opening,
            Consumer<String> log,
            InstantSource clock,
            DoubleSupplier chance,
            Bounds bounds) {
        return new Watcher(
                Objects.requireNonNull(settings, "settings"),
                Objects.requireNonNull(state, "state"),
                new Intake(Objects.requireNonNull(opening, "opening")),
                Objects.requireNonNull(log, "log"),
                clock,
                chance,
                bounds);
    }

    /**
     * Reads what has changed in the folders, asks for the feeds that are due, and keeps what is known then.
     *
     * @return whether all of it was there, and could be read
     * @throws EpitomeException of kind {@code NO_INPUT} when a list of feeds cannot be read, of kind {@code IO} when
     *     the state cannot be kept; as {@link ChangeWriter#apply} does, and what opens it. What was not written is not
     *     known as read
     */
    public boolean once() throws InterruptedException {
        return round(false, folder -> {}).good();
    }

    /**
     * Does that again and again, whenever something happens in a folder or a feed is due, until this is closed. What
     * may pass by itself, such as that a service that writes the index is away, is said, and tried again after pauses
     * that grow up to ten minutes.
     *
     * @throws EpitomeException as {@link #once} does, of what does not pass; a list that becomes unreadable later is
     *     said to be so, and the one from before counts
     */
    public void run() throws InterruptedException {
        try (FolderEvents events = new FolderEvents()) {
            waiting = Optional.of(events);
            int failures = 0;
            while (!stopping) {
                try {
                    boolean unsettled = round(true, events::listen).unsettled();
                    failures = 0;
                    await(events, unsettled);
                } catch (EpitomeException e) {
                    if (!passes(e.kind())) {
                        throw e;
                    }
                    failures++;
                    Duration pause = Pauses.untilWritten(failures);
                    log.accept(e.getMessage() + "; it is tried again in " + pause.toSeconds() + " seconds");
                    events.pass(pause);
                }
            }
        }
    }

    private void await(FolderEvents events, boolean unsettled) throws InterruptedException {
        boolean some = events.await(unsettled ? FolderScan.SETTLING : untilNext());
        for (int i = 0; some && i < MOST_EVENTS; i++) {
            some = events.await(FolderScan.SETTLING);
        }
    }

    private static boolean passes(Kind kind) {
        return switch (kind) {
            case INDEX_LOCKED, INDEX_UNWRITTEN, IO, TIMED_OUT -> true;
            case INDEX_MISSING,
                    INDEX_INCOMPATIBLE,
                    INDEX_DAMAGED,
                    INDEX_FOREIGN,
                    INVALID_ARTICLE,
                    INVALID_REQUEST,
                    INVALID_CURSOR,
                    CURSOR_EXPIRED,
                    NO_INPUT -> false;
        };
    }

    /**
     * Goes round once.
     *
     * @param settledOnly whether files that were written just now are left for later
     * @param folders takes each folder that is looked through
     */
    Seen round(boolean settledOnly, Consumer<Path> folders) throws InterruptedException {
        boolean good = true;
        boolean unsettled = false;
        try {
            if (!begun) {
                intake.open(); // What is wrong with the index is said at once.
                begun = true;
            }
            for (Path folder : settings.folders()) {
                Seen seen = scan.look(folder, settledOnly, folders);
                good &= seen.good();
                unsettled |= seen.unsettled();
            }
            addresses = listed();
            state.watch(
                    Set.copyOf(addresses),
                    settings.folders().stream()
                            .map(folder -> real(folder).toString())
                            .collect(Collectors.toSet()));
            good &= feeds.poll(addresses);
        } finally {
            rest();
        }
        return new Seen(good, unsettled);
    }

    private void rest() {
        try {
            state.save();
        } finally {
            intake.rest();
        }
    }

    private List<String> listed() {
        try {
            Set<String> listed = new LinkedHashSet<>();
            for (Path list : settings.lists()) {
                listed.addAll(FeedList.read(list));
            }
            return new ArrayList<>(listed);
        } catch (EpitomeException e) {
            if (addresses.isEmpty()) {
                throw e;
            }
            log.accept(e.getMessage());
            return addresses;
        }
    }

    private Duration untilNext() {
        Duration wait = feeds.next(addresses)
                .map(next -> Duration.between(clock.instant(), next))
                .orElse(LONGEST_WAIT);
        return Pauses.shorter(LONGEST_WAIT, Pauses.longer(BETWEEN_FEEDS, wait));
    }

    /** Without links, as far as it is there. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize(); // It is not there yet.
        }
    }

    /** Ends what is being done; what was not read yet is read the next time. For any thread. */
    @Override
    public void close() {
        stopping = true;
        feeds.stop();
        waiting.ifPresent(FolderEvents::close);
    }
}
