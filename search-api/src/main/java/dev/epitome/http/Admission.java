package dev.epitome.http;

import dev.epitome.search.SearchEngine;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Who may have the engine work for them now, who waits, and who is refused. Work is done on a few platform threads: on
 * the threads that serve connections it would keep all others waiting, also those that ask how the service is.
 *
 * <p>What costs much more than others waits in a line of its own, and never has the last worker, so that a plain search
 * does not wait for it. Both lines are short, measured in what waits in them.
 */
final class Admission {

    /** What is worth so many searches for one word is dear. */
    private static final double DEAR = 16;

    /** What may wait in a line for each worker: about half a second of it. */
    private static final double LINE = 64;

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final SearchEngine engine;
    private final WorkLimits limits;
    private final ExecutorService threads;
    private final Line plain;
    private final Line dear;
    private final AtomicLong refused = new AtomicLong();
    private long arrivals;
    private int running;

    /** Tasks that wait their turn, and what they will cost. To be used under the lock of the whole. */
    private static final class Line {
        private final int mostRunning;
        private final double mostWaiting;
        private final Deque<Task> waiting = new ArrayDeque<>();
        private int running;

        Line(int mostRunning, double mostWaiting) {
            this.mostRunning = mostRunning;
            this.mostWaiting = mostWaiting;
        }

        boolean mayRun() {
            return running < mostRunning;
        }

        /** One that would have a worker at once is never too dear. */
        boolean hasRoomFor(double cost) {
            double before = waiting.stream().mapToDouble(Task::cost).sum();
            return before + cost <= mostWaiting || (waiting.isEmpty() && mayRun());
        }

        boolean isNext(Line other) {
            Task first = waiting.peekFirst();
            Task others = other.waiting.peekFirst();
            return first != null
                    && mayRun()
                    && (others == null || !other.mayRun() || first.arrival() < others.arrival());
        }
    }

    private record Task(long arrival, double cost, FutureTask<?> work) {}

    Admission(SearchEngine engine, WorkLimits limits) {
        this.engine = engine;
        this.limits = limits;
        this.plain = new Line(limits.workers(), LINE * limits.workers());
        this.dear = new Line(Math.max(1, limits.workers() - 1), LINE * limits.workers());
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                limits.workers(),
                limits.workers(),
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(), // Never filled: what waits, waits in a line.
                Thread.ofPlatform().daemon().name("epitome-search-", 0).factory());
        pool.allowCoreThreadTimeOut(true); // In the application of others nobody says when it is over.
        this.threads = pool;
    }

    /**
     * Does a piece of work when its turn comes, and returns what it makes.
     *
     * @param cost as a multiple of a search for one word
     * @param work gets the engine, with the time that is left for it
     * @throws Refused when there are too many before it, or the time is up before its turn
     */
    <T> T work(Context context, double cost, Function<SearchEngine, T> work) {
        Duration time = time(context);
        long end = System.nanoTime() + time.toNanos();
        FutureTask<T> task = new FutureTask<>(() -> {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new Refused(Problem.timedOut());
            }
            return work.apply(engine.within(Duration.ofNanos(left)));
        });
        Line line = cost >= DEAR ? dear : plain;
        Task waiting = enter(line, Math.min(cost, LINE), task);
        try {
            return task.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (leave(line, waiting)) {
                throw new Refused(Problem.timedOut());
            }
            return ending(task);
        } catch (ExecutionException | InterruptedException | CancellationException e) {
            throw failure(e);
        }
    }

    /**
     * How long a request may take.
     *
     * @throws Refused when its client says what is no time
     */
    Duration time(Context context) {
        return RequestTime.of(context, limits.time());
    }

    /** The engine ends by itself soon after its time. */
    private static <T> T ending(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException | InterruptedException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(Exception e) {
        return switch (e.getCause()) {
            case RuntimeException own -> own;
            case Error error -> throw error;
            case null, default -> {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                yield new Refused(Problem.ofStatus(503));
            }
        };
    }

    private synchronized Task enter(Line line, double cost, FutureTask<?> work) {
        if (!line.hasRoomFor(cost)) {
            refused.incrementAndGet();
            throw new Refused(Problem.overloaded());
        }
        Task task = new Task(arrivals++, cost, work);
        line.waiting.addLast(task);
        startNext();
        return task;
    }

    private synchronized boolean leave(Line line, Task task) {
        return line.waiting.remove(task);
    }

    private synchronized void startNext() {
        for (Optional<Line> line = nextLine(); line.isPresent(); line = nextLine()) {
            start(line.get());
        }
    }

    private Optional<Line> nextLine() {
        if (running == limits.workers()) {
            return Optional.empty();
        }
        return plain.isNext(dear) ? Optional.of(plain) : dear.isNext(plain) ? Optional.of(dear) : Optional.empty();
    }

    private void start(Line line) {
        Task task = line.waiting.removeFirst();
        running++;
        line.running++;
        try {
            threads.execute(() -> {
                try {
                    task.work().run();
                } finally {
                    ended(line);
                }
            });
        } catch (RuntimeException | Error e) {
            // Such as no memory for a thread: the next may have one, and this worker must not be lost.
            running--;
            line.running--;
            task.work().cancel(false);
            throw e;
        }
    }

    private synchronized void ended(Line line) {
        running--;
        line.running--;
        startNext();
    }

    /** The engine, for what costs nothing. */
    SearchEngine engine() {
        return engine;
    }

    synchronized int running() {
        return running;
    }

    synchronized int waiting() {
        return plain.waiting.size() + dear.waiting.size();
    }

    /** How many have been refused since there were too many. */
    long refused() {
        return refused.get();
    }

    /** How long a client is ready to wait, where it says so. */
    static final class RequestTime {

        /** In seconds, whole or not. */
        static final String HEADER = "Request-Timeout";

        private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");

        private RequestTime() {}

        /**
         * What the client says, but no more than the server gives.
         *
         * @throws Refused when what it says is no time
         */
        static Duration of(Context context, Duration most) {
            String given = context.header(HEADER);
            if (given == null) {
                return most;
            }
            if (!SECONDS.matcher(given.strip()).matches()) {
                throw new Refused(Problem.invalidTime("give a number of seconds such as 2 or 0.5"));
            }
            long nanos = new BigDecimal(given.strip()).movePointRight(9).longValueExact();
            if (nanos == 0) {
                throw new Refused(Problem.invalidTime("give more than 0 seconds, such as 2 or 0.5"));
            }
            return nanos < most.toNanos() ? Duration.ofNanos(nanos) : most;
        }
    }
}
