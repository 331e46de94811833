package dev.epitome.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicReference;

/** Logs failures that are ours: the first of its kind with all that is known, those that follow by a line each. */
final class FailureLog {

    private static final Logger LOG = System.getLogger(FailureLog.class.getName());

    private final AtomicReference<String> last = new AtomicReference<>("");

    void add(String path, String requestId, Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String kind = e.getClass().getName() + (trace.length == 0 ? "" : trace[0]);
        String what = path + " failed, request " + requestId;
        if (kind.equals(last.getAndSet(kind))) {
            LOG.log(Level.ERROR, "{0}, as the one before: {1}", what, e);
        } else {
            LOG.log(Level.ERROR, what, e);
        }
    }
}
