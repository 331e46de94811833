package dev.epitome.index;

import dev.epitome.analysis.WordReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.SparseFixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Analyses and writes documents on several threads. Documents with the same id go to the same thread, so the last one
 * added is the one that stays. For one calling thread.
 */
final class IndexingThreads {

    /** Documents waiting for one thread: enough to bridge a flush, few enough to stay in a small heap. */
    private static final int WAITING = 128;

    /** Leaves 25 bits of a hash: four megabytes of many articles, and little of few. */
    private static final int ID_SHIFT = 7;

    private record Task(String id, @Nullable Function<WordReader, Document> document, boolean replaces) {
        static final Task END = new Task("", null, false);
    }

    private final IndexWriter writer;
    private final List<BlockingQueue<Task>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final SparseFixedBitSet added = new SparseFixedBitSet(1 << (Integer.SIZE - ID_SHIFT));
    private boolean replaced;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    IndexingThreads(IndexWriter writer, int count) {
        this.writer = writer;
        for (int i = 0; i < count; i++) {
            BlockingQueue<Task> queue = new ArrayBlockingQueue<>(WAITING);
            queues.add(queue);
            threads.add(Thread.ofPlatform().daemon().name("epitome-index-" + i).start(() -> work(queue)));
        }
    }

    /** Hands over how to make a document, with a reader of its thread; waits while that has enough to do. */
    void index(String id, Function<WordReader, Document> document) {
        throwFailure();
        if (threads.isEmpty()) {
            throw new IllegalStateException("nothing can be added after the commit");
        }
        boolean mayReplace = mayBeAdded(id);
        replaced |= mayReplace;
        put(queues.get(Math.floorMod(id.hashCode(), queues.size())), new Task(id, document, mayReplace));
    }

    /** Of a million ids some share a bit with another, which costs a deletion of nothing; a set would cost memory. */
    private boolean mayBeAdded(String id) {
        int bit = (id.hashCode() * 0x9E3779B9) >>> ID_SHIFT;
        return added.getAndSet(bit);
    }

    /** Whether a document may have taken the place of another with its id. */
    boolean replaced() {
        return replaced;
    }

    /** Waits until everything is written. Call once. */
    void finish() {
        stop();
        throwFailure();
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(new InterruptedException());
        }
    }

    /** Stops without caring for what is still waiting. Does nothing after {@link #finish()}. */
    void abandon() {
        if (!threads.isEmpty()) {
            failure.compareAndSet(null, new IllegalStateException("abandoned"));
            stop();
        }
    }

    /**
     * Not to be interrupted: a thread left behind would write on, and hold what it holds. There is little to wait for.
     */
    private void stop() {
        boolean interrupted = false;
        for (int next = 0; next < 2 * threads.size(); ) {
            try {
                if (next < threads.size()) {
                    queues.get(next).put(Task.END);
                } else {
                    threads.get(next - threads.size()).join();
                }
                next++;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        threads.clear();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(BlockingQueue<Task> queue) {
        WordReader reader = new WordReader();
        try {
            for (Task task = queue.take(); task.document() != null; task = queue.take()) {
                // After a failure the queue is emptied all the same: the caller may be waiting to put something in.
                if (failure.get() == null) {
                    write(task, task.document(), reader);
                }
            }
        } catch (InterruptedException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void write(Task task, Function<WordReader, Document> document, WordReader reader) {
        try {
            if (task.replaces()) {
                writer.updateDocument(new Term(IndexFields.ID, task.id()), document.apply(reader));
            } else {
                writer.addDocument(document.apply(reader));
            }
        } catch (IOException | RuntimeException | Error e) {
            // What failed in one thread closes the writer, and that is all the other threads hear.
            Throwable first = writer.getTragicException();
            failure.compareAndSet(null, first == null ? e : first);
        }
    }

    private static void put(BlockingQueue<Task> queue, Task task) {
        try {
            queue.put(task);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void throwFailure() {
        Throwable cause = failure.get();
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof Exception exception) {
            throw SegmentWriting.failed(exception);
        }
    }

    private static RuntimeException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return SegmentWriting.failed(e);
    }
}
