package dev.epitome.watch;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What was read when, and what is to be tried again, kept in a file. For any number of threads. */
public final class WatchState {

    private static final long MOST_BYTES = 256L << 20;
    private static final Duration OFTEN = Duration.ofMinutes(5);
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final Map<String, FeedState> feeds = new TreeMap<>();
    private final Map<String, FolderState> folders = new TreeMap<>();
    private final Map<String, FileState> files = new TreeMap<>();
    private boolean changed;

    private WatchState(Path file) {
        this.file = file;
    }

    /**
     * Reads what is known.
     *
     * @param file need not be there yet: then nothing is known
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} where it is none of ours, of kind {@link Kind#IO}
     *     when it cannot be read
     */
    public static WatchState read(Path file) {
        WatchState state = new WatchState(Objects.requireNonNull(file, "file"));
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw StateJson.foreign(file, null);
            }
            StateJson.read(file, state.feeds, state.folders, state.files);
            return state;
        } catch (NoSuchFileException e) {
            return state;
        } catch (IOException e) {
            throw new EpitomeException(Kind.IO, "cannot read what was watched from " + file, e);
        }
    }

    /**
     * Keeps what has changed: afterwards the file is the old one or the new one, whatever happens.
     *
     * @throws EpitomeException of kind {@link Kind#IO} when it cannot be written
     */
    synchronized void save() {
        if (!changed) {
            return;
        }
        Path absolute = file.toAbsolutePath();
        Path fresh = absolute.resolveSibling(absolute.getFileName() + ".new");
        try {
            Files.createDirectories(Objects.requireNonNull(absolute.getParent()));
            write(fresh);
            Files.move(fresh, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            changed = false;
        } catch (IOException e) {
            throw new EpitomeException(
                    Kind.IO, "cannot keep what was watched in " + file + ": name another file, or make room", e);
        }
    }

    /** For its owner alone: addresses of feeds may be secrets. Safe on the disk before it takes the old one's place. */
    private void write(Path fresh) throws IOException {
        boolean posix = fresh.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights =
                posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)} : new FileAttribute<?>[0];
        Files.deleteIfExists(fresh); // Of a process that was killed.
        Set<StandardOpenOption> ways = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel file = FileChannel.open(fresh, ways, rights)) {
            ByteBuffer bytes = ByteBuffer.wrap(json());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
    }

    /** What whoever may read the articles may know of it. */
    public synchronized byte[] shown() {
        return ShownState.bytes(feeds.values(), folders.values(), files.values());
    }

    /** All of it, as the file has it. */
    public synchronized byte[] json() {
        return StateJson.bytes(feeds.values(), folders.values(), files.values());
    }

    synchronized FeedState feed(String address) {
        return feeds.getOrDefault(address, FeedState.of(address));
    }

    synchronized void put(FeedState feed) {
        feeds.put(feed.address(), feed);
        changed = true;
    }

    /** Says what is watched from now on: what is known of other feeds stays, should they be watched again. */
    synchronized void watch(Set<String> listed, Set<String> watched) {
        changed |= folders.keySet().retainAll(watched);
        feeds.replaceAll((address, feed) -> {
            boolean now = listed.contains(address);
            changed |= feed.listed() != now;
            return feed.listed(now);
        });
    }

    /**
     * A folder was looked through, or could not be. That it was is known to some minutes, so that little is written.
     */
    synchronized void put(FolderState folder) {
        FolderState known = folders.get(folder.path());
        if (known == null
                || !known.problem().equals(folder.problem())
                || folder.looked().isAfter(known.looked().plus(OFTEN))) {
            folders.put(folder.path(), folder);
            changed = true;
        }
    }

    synchronized FileState file(String path) {
        return files.getOrDefault(path, FileState.of(path));
    }

    /** Forgets the files below a folder that are there no more, so that the file does not grow without end. */
    synchronized void keepOf(Path folder, Set<String> there) {
        changed |= files.keySet().removeIf(path -> Path.of(path).startsWith(folder) && !there.contains(path));
    }

    synchronized void put(FileState known) {
        files.put(known.path(), known);
        changed = true;
    }

    /** Each feed, folder and file in a paragraph of its own: what was read when, what failed, when it is tried next. */
    public synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (FeedState feed : feeds.values()) {
            lines.add(feed.address());
            if (!feed.location().equals(feed.address())) {
                lines.add("  moved to " + feed.location());
            }
            lines.add("  " + feed.read().map(at -> "read " + at).orElse("never read") + articles(feed.articles()));
            if (!feed.problem().isEmpty()) {
                lines.add("  "
                        + feed.tried()
                                .map(at -> (feed.gone() ? "gone " : "failed ") + at + ": ")
                                .orElse("")
                        + feed.problem()
                        + (feed.failures() > 1 ? ", " + feed.failures() + " times in a row" : ""));
            }
            lines.add(
                    !feed.listed()
                            ? "  is in no list any more"
                            : feed.gone() ? "  is not asked for again" : "  next " + feed.next());
        }
        for (FolderState folder : folders.values()) {
            lines.add(folder.path());
            lines.add("  looked through " + folder.looked()
                    + (folder.problem().isEmpty() ? "" : ": " + folder.problem()));
        }
        for (FileState known : files.values()) {
            lines.add(known.path());
            lines.add("  " + (known.fails() ? "failed " : "read ") + known.read()
                    + (known.fails() ? "" : articles(known.articles()))
                    + (known.problem().isEmpty() ? "" : ": " + known.problem()));
        }
        return lines;
    }

    private static String articles(long count) {
        return ", " + count + (count == 1 ? " article" : " articles") + " new or changed so far";
    }
}
