package dev.epitome.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged, by us and by libraries: a line each, and more only for the trace of a failure. */
final class LogLine extends Formatter {

    /** Makes all that has no form of its own be logged so. */
    static void install() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            if (handler.getFormatter() instanceof SimpleFormatter) {
                handler.setFormatter(new LogLine());
            }
        }
    }

    @Override
    public String format(LogRecord entry) {
        StringWriter text = new StringWriter();
        SafeWriter out = SafeWriter.unhurried(new PrintWriter(text));
        out.println(entry.getInstant() + " " + entry.getLevel() + " " + entry.getLoggerName() + ": "
                + formatMessage(entry));
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(out);
        }
        return text.toString();
    }
}
