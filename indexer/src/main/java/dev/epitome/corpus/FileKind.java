package dev.epitome.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What is behind the name of something that is no folder. */
enum FileKind {
    REGULAR,
    /** Ends when its writer closes it; until then, reading it waits. */
    PIPE,
    /** A disk, a source of zeros, a socket: has no end, or none that can be read. */
    DEVICE;

    private static final int KIND = 0170000;
    private static final int A_PIPE = 0010000;
    private static final int OF_CHARACTERS = 0020000;

    /** Links are followed. */
    static FileKind of(Path path) throws IOException {
        if (!Files.readAttributes(path, BasicFileAttributes.class).isOther()) {
            return REGULAR;
        }
        try {
            int kind = (int) Files.getAttribute(path, "unix:mode") & KIND;
            boolean terminal = kind == OF_CHARACTERS && isTerminalOrNothing(path.toRealPath());
            return kind == A_PIPE || terminal ? PIPE : DEVICE;
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return PIPE; // Windows has no names for devices among its files.
        }
    }

    /** What a person types ends, and {@code /dev/null} at once: both are named by scripts. */
    private static boolean isTerminalOrNothing(Path device) {
        String name = device.toString();
        return name.equals("/dev/null") || name.startsWith("/dev/tty") || name.startsWith("/dev/pts/");
    }

    /**
     * Opens a pipe. An interruption ends the wait for its writer, and any wait for more.
     *
     * @throws ClosedByInterruptException when the thread is interrupted; it stays so
     */
    static InputStream openPipe(Path path) throws IOException {
        // Opening waits as well, and nothing ends that: it is left to a thread of its own.
        FutureTask<FileChannel> opening = new FutureTask<>(() -> FileChannel.open(path, StandardOpenOption.READ));
        Thread.ofPlatform().daemon().name("epitome-open").start(opening);
        try {
            return Channels.newInputStream(opening.get());
        } catch (InterruptedException e) {
            opening.cancel(true); // Interrupted, a channel that opens after all is closed.
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        }
    }
}
