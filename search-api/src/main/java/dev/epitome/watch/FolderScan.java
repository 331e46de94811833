package dev.epitome.watch;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.Sha256;
import dev.epitome.watch.Intake.Taken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads those files below a folder that are not as they were when they were read last. */
final class FolderScan {

    /** A file that was written since is perhaps being written still. */
    static final Duration SETTLING = Duration.ofSeconds(2);

    private static final int BUFFER = 1 << 16;

    private final WatchState state;
    private final Intake intake;
    private final InstantSource clock;
    private final Set<Path> apart;
    private final Consumer<String> log;
    private final BooleanSupplier stopping;

    /** @param apart files and folders that are not looked at, as absolute paths */
    FolderScan(
            WatchState state,
            Intake intake,
            InstantSource clock,
            Set<Path> apart,
            Consumer<String> log,
            BooleanSupplier stopping) {
        this.state = state;
        this.intake = intake;
        this.clock = clock;
        this.apart = apart;
        this.log = log;
        this.stopping = stopping;
    }

    /**
     * What was seen.
     *
     * @param good whether all files could be read
     * @param unsettled whether some were left for later
     */
    record Seen(boolean good, boolean unsettled) {}

    /**
     * Looks at all files, but for hidden ones.
     *
     * @param settledOnly whether those that were written just now are left for later
     * @param folders takes each folder, before what is in it is looked at
     */
    Seen look(Path folder, boolean settledOnly, Consumer<Path> folders) {
        try {
            // A link to a folder is followed where it was named; links below it are not, so that the walk ends.
            Walk walk = new Walk(folder.toRealPath(), settledOnly, folders);
            Files.walkFileTree(walk.start, walk);
            if (!stopping.getAsBoolean()) {
                state.keepOf(walk.start, walk.seen);
                state.put(new FolderState(walk.start.toString(), clock.instant(), ""));
            }
            return new Seen(walk.good, walk.unsettled);
        } catch (IOException e) {
            log.accept(folder + ": cannot be looked through; it is tried again");
            state.put(new FolderState(Watcher.real(folder).toString(), clock.instant(), "cannot be looked through"));
            return new Seen(false, false);
        }
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        private final Path start;
        private final boolean settledOnly;
        private final Consumer<Path> folders;
        private final Set<String> seen = new HashSet<>();
        private boolean good = true;
        private boolean unsettled;

        Walk(Path start, boolean settledOnly, Consumer<Path> folders) {
            this.start = start;
            this.settledOnly = settledOnly;
            this.folders = folders;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (isLeftOut(folder)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            folders.accept(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (stopping.getAsBoolean()) {
                return FileVisitResult.TERMINATE;
            }
            boolean regular = attributes.isRegularFile() || (attributes.isSymbolicLink() && Files.isRegularFile(file));
            if (regular && !isLeftOut(file)) {
                seen.add(file.toString());
                look(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(start)) {
                throw e;
            }
            return FileVisitResult.CONTINUE; // It is gone already, or a folder that nobody may look into.
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }

        private boolean isLeftOut(Path path) {
            return apart.contains(path) || (!path.equals(start) && name(path).startsWith("."));
        }

        private void look(Path file) {
            FileState known = state.file(file.toString());
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                long modified = now.lastModifiedTime().toMillis();
                if (now.size() == known.size() && modified == known.modified()) {
                    return;
                }
                Instant time = clock.instant();
                boolean recent = modified > time.minus(SETTLING).toEpochMilli() && modified <= time.toEpochMilli();
                if (settledOnly && recent) {
                    unsettled = true;
                    return;
                }
                // What is written from here on makes it another than this again.
                state.put(read(file, known.as(now.size(), modified), time));
            } catch (IOException e) {
                good = false;
                if (known.problem().isEmpty()) {
                    log.accept(file + ": cannot be read; it is tried again");
                    state.put(known.failed("cannot be read", clock.instant()));
                }
            }
        }

        private FileState read(Path file, FileState known, Instant time) throws IOException {
            String hash = hash(file);
            if (hash.equals(known.hash())) {
                return known;
            }
            Taken taken = taken(file);
            String problem = taken.rejected() == 0 ? "" : taken.rejected() + " rejected: " + taken.reason();
            log.accept(file + ": " + taken.changed() + " of " + taken.accepted() + " articles new or changed"
                    + (problem.isEmpty() ? "" : ", " + problem));
            return known.read(hash, time, problem, taken.changed());
        }

        private Taken taken(Path file) throws IOException {
            try {
                return intake.file(shown(file), file);
            } catch (EpitomeException e) {
                if (e.kind() == Kind.NO_INPUT) {
                    throw new IOException(e); // It has just been taken away.
                }
                throw e;
            }
        }

        /** What readers see of where it is: from the folder on, with / on every system. */
        private String shown(Path file) {
            StringJoiner shown = new StringJoiner("/");
            shown.add(name(start));
            start.relativize(file).forEach(part -> shown.add(part.toString()));
            return shown.toString();
        }
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? "" : last.toString();
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
