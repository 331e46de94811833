package dev.epitome.watch;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits until something happens in folders. Of some file systems nothing is heard: they are looked through anyway. */
final class FolderEvents implements AutoCloseable {

    private final WatchService events;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @throws EpitomeException of kind {@link Kind#IO} when the system gives no more of these */
    FolderEvents() {
        try {
            events = FileSystems.getDefault().newWatchService();
        } catch (IOException e) {
            throw new EpitomeException(Kind.IO, "the system cannot watch more folders: end other watchers", e);
        }
    }

    /** Listens to what happens in a folder itself, but not below it; once, however often it is called. */
    void listen(Path folder) {
        try {
            folder.register(
                    events,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException | UnsupportedOperationException | ClosedWatchServiceException e) {
            // It is gone, or there are too many: it is looked through now and then.
        }
    }

    /** Whether something happened within this time; what did is forgotten. Returns early once this is closed. */
    boolean await(Duration time) throws InterruptedException {
        try {
            WatchKey key = events.poll(time.toMillis(), TimeUnit.MILLISECONDS);
            boolean some = key != null;
            while (key != null) {
                key.pollEvents();
                key.reset();
                key = events.poll();
            }
            return some;
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    /** Waits for all of this time, whatever happens; less where this is closed. */
    void pass(Duration time) throws InterruptedException {
        closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            events.close();
        } catch (IOException e) {
            // It is not used any more.
        }
    }
}
