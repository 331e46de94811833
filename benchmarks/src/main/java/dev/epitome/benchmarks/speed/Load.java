package dev.epitome.benchmarks.speed;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * What a server did under load, or an engine in this process.
 *
 * @param micros the time of each answer: of an open loop from when its request was due, whether or not a connection was
 *     free to send it then, so that a server that stalls pays for everybody who waits
 * @param failed answers of another status than 200, or that were not what they should be
 * @param clientMicros CPU of this process for an answer
 */
record Load(long answers, long failed, double seconds, Histogram micros, double clientMicros) {

    private static final long LONGEST_MICROS = 600_000_000;

    double perSecond() {
        return answers / seconds;
    }

    double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    /** CPU time of the thread that asks for it: on a machine that does something else it says more than the clock. */
    static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long processNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Who asks and waits for the answer. For one thread. */
    interface Caller extends AutoCloseable {

        /**
         * Asks once.
         *
         * @param number of the request, from 0: each is asked once by one of the callers
         * @return whether the answer was what it should be
         */
        boolean ask(long number) throws IOException;

        @Override
        default void close() throws IOException {}
    }

    /** Gives each thread a caller of its own. */
    interface Callers {
        Caller open() throws IOException;
    }

    /** Each connection asks as soon as it has its answer. */
    static Load closed(URI address, List<byte[]> requests, int connections, Duration time)
            throws IOException, InterruptedException {
        return closed(over(address, requests), connections, time);
    }

    /** The same of what is not asked over HTTP. */
    static Load closed(Callers callers, int threads, Duration time) throws IOException, InterruptedException {
        return run(callers, threads, Double.POSITIVE_INFINITY, time);
    }

    /** So many requests a second fall due, at even distances, whatever becomes of those before. */
    static Load open(URI address, List<byte[]> requests, int connections, double perSecond, Duration time)
            throws IOException, InterruptedException {
        return open(over(address, requests), connections, perSecond, time);
    }

    /** The same of what is not asked over HTTP. */
    static Load open(Callers callers, int threads, double perSecond, Duration time)
            throws IOException, InterruptedException {
        return run(callers, threads, perSecond, time);
    }

    private static Callers over(URI address, List<byte[]> requests) {
        return () -> {
            Connection connection = new Connection(address);
            return new Caller() {
                @Override
                public boolean ask(long number) throws IOException {
                    return connection.send(requests.get((int) (number % requests.size()))) == 200;
                }

                @Override
                public void close() throws IOException {
                    connection.close();
                }
            };
        };
    }

    private static Load run(Callers callers, int threads, double perSecond, Duration time)
            throws IOException, InterruptedException {
        long cpu = processNanos();
        Clock clock = new Clock(System.nanoTime(), perSecond, time.toNanos(), new AtomicLong());
        AtomicLong failed = new AtomicLong();
        Histogram all = new Histogram(LONGEST_MICROS, 3);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Histogram>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(pool.submit(() -> ask(callers, clock, failed)));
            }
            for (Future<Histogram> part : parts) {
                all.add(part.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("the load broke off: " + e.getCause(), e);
        }
        double seconds = (System.nanoTime() - clock.start) / 1e9;
        long answers = all.getTotalCount();
        double micros = (processNanos() - cpu) / 1e3 / Math.max(1, answers);
        return new Load(answers, failed.get(), seconds, all, micros);
    }

    private static Histogram ask(Callers callers, Clock clock, AtomicLong failed) throws IOException {
        Histogram micros = new Histogram(LONGEST_MICROS, 3);
        try (Caller caller = callers.open()) {
            for (long number = clock.next.getAndIncrement();
                    !clock.isOver(number);
                    number = clock.next.getAndIncrement()) {
                long due = clock.await(number);
                if (!caller.ask(number)) {
                    failed.incrementAndGet();
                }
                micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - due) / 1_000));
            }
        }
        return micros;
    }

    /** @param perSecond infinite where each request is due at once */
    private record Clock(long start, double perSecond, long nanos, AtomicLong next) {

        /** Of an open loop all that fall due within its time are asked, however late. */
        boolean isOver(long number) {
            return Double.isInfinite(perSecond) ? System.nanoTime() - start > nanos : due(number) - start > nanos;
        }

        private long due(long number) {
            return start + (long) (number / perSecond * 1e9);
        }

        long await(long number) {
            if (Double.isInfinite(perSecond)) {
                return System.nanoTime();
            }
            long due = due(number);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            return due;
        }
    }
}
