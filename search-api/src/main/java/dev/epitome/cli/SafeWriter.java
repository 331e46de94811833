package dev.epitome.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every command prints to: file names, options, the environment and records may say whatever they will, and a
 * terminal obeys none of it. What {@code println} is given is one line, and so is each argument of a format, whatever
 * ends of lines it holds. Only {@code print} lets ends of lines through, and what this package itself draws with: the
 * styles of {@link StyledText} and of help, and {@link #CLEAR_LINE}.
 */
final class SafeWriter extends PrintWriter {

    /** Takes back what is on the line that the cursor is in. */
    static final String CLEAR_LINE = "\r\033[K";

    private static final Pattern OURS = Pattern.compile("\r?\n|\t|\033\\[[0-9;]{0,20}m|\r\033\\[K");

    private SafeWriter(Writer out, boolean autoFlush) {
        super(out, autoFlush);
    }

    /** Around a writer, whose lines are seen at once; the same where it is safe already. */
    static SafeWriter prompt(PrintWriter out) {
        return out instanceof SafeWriter safe ? safe : new SafeWriter(out, true);
    }

    /** The same, but that lines may wait until it is flushed. */
    static SafeWriter unhurried(PrintWriter out) {
        return out instanceof SafeWriter safe ? safe : new SafeWriter(out, false);
    }

    @Override
    public void println(@Nullable String line) {
        super.println(TerminalText.safe(String.valueOf(line)));
    }

    @Override
    public void println(@Nullable Object line) {
        println(String.valueOf(line));
    }

    @Override
    public PrintWriter format(String format, @Nullable Object... arguments) {
        return super.format(format, safe(arguments));
    }

    @Override
    public PrintWriter format(@Nullable Locale locale, String format, @Nullable Object... arguments) {
        return super.format(locale, format, safe(arguments));
    }

    private static @Nullable Object[] safe(@Nullable Object... arguments) {
        return Stream.of(arguments)
                .map(each -> each instanceof Number ? each : TerminalText.safe(String.valueOf(each)))
                .toArray();
    }

    @Override
    public void write(int character) {
        write(Character.toString(character));
    }

    @Override
    public void write(char[] text, int offset, int length) {
        write(new String(text, offset, length));
    }

    @Override
    public void write(String text) {
        write(text, 0, text.length());
    }

    @Override
    public void write(String text, int offset, int length) {
        String safe = safeButForOurs(text.substring(offset, offset + length));
        super.write(safe, 0, safe.length());
    }

    private static String safeButForOurs(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        Matcher ours = OURS.matcher(text);
        int from = 0;
        while (ours.find()) {
            safe.append(TerminalText.safe(text.substring(from, ours.start()))).append(ours.group());
            from = ours.end();
        }
        return safe.append(TerminalText.safe(text.substring(from))).toString();
    }

    /** What is logged, by us and by libraries: a line each, and more only for the trace of a failure. */
    static final class LogLine extends Formatter {

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
}
