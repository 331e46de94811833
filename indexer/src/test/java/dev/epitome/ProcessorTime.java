package dev.epitome;

import java.lang.management.ManagementFactory;

/** What the processor works for something, so that whatever else the machine does meanwhile makes no difference. */
public final class ProcessorTime {

    private ProcessorTime() {}

    /** Measures a task, all of which is done by the thread that calls this. */
    public static long nanos(Runnable task) {
        long start = now();
        task.run();
        return now() - start;
    }

    /** The same in milliseconds. */
    public static long millis(Runnable task) {
        return nanos(task) / 1_000_000;
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
