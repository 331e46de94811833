package dev.epitome.cli;

import dev.epitome.corpus.Place;
import dev.epitome.index.ReindexListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person of a running rebuild, on standard error: what is wrong as it is found, and how far it is; a bar on a
 * terminal, a line now and then elsewhere.
 */
final class ReindexProgress implements ReindexListener, AutoCloseable {

    private static final int MAX_REJECTIONS = 1_000;
    private static final int MAX_WARNINGS = 100;
    private static final long LINE_EVERY_NANOS = Duration.ofSeconds(5).toNanos();
    private static final String CLEAR_LINE = "\r\033[K";
    private static final int MIB = 1 << 20;

    private final PrintWriter err;
    private final boolean quiet;
    private final boolean bars;
    private final long start = System.nanoTime();
    private @Nullable ProgressBar bar;
    private long nextLine = start + LINE_EVERY_NANOS;
    private int rejections;
    private int warnings;

    ReindexProgress(PrintWriter err, Surroundings surroundings, boolean quiet) {
        this.err = err;
        this.quiet = quiet;
        this.bars = surroundings.drawsOnErr() && !quiet;
    }

    @Override
    public void rejected(Place place, String reason) {
        if (rejections++ < MAX_REJECTIONS) {
            line(place + ": rejected: " + reason);
        }
    }

    @Override
    public void warned(Place place, String warning) {
        if (!quiet && warnings++ < MAX_WARNINGS) {
            line(place + ": " + warning);
        }
    }

    @Override
    public void progress(long records, long bytesRead, long bytesTotal) {
        long now = System.nanoTime();
        if (bars) {
            drawBar(records, bytesRead, bytesTotal);
        } else if (!quiet && now >= nextLine) {
            nextLine = now + LINE_EVERY_NANOS;
            double seconds = (now - start) / 1e9;
            err.println(String.format(
                    Locale.ROOT,
                    "%,d records, %d MiB%s, %,.0f records/s",
                    records,
                    bytesRead / MIB,
                    bytesTotal == 0 ? "" : " of " + bytesTotal / MIB,
                    records / seconds));
        }
    }

    private void drawBar(long records, long bytesRead, long bytesTotal) {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName("reindex")
                    .setInitialMax(bytesTotal == 0 ? -1 : bytesTotal)
                    .setUnit(" MiB", MIB)
                    .showSpeed()
                    .clearDisplayOnFinish()
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build();
        }
        bar.stepTo(bytesRead);
        bar.setExtraMessage(String.format(Locale.ROOT, "%,d records", records));
    }

    private void line(String text) {
        err.println((bar == null ? "" : CLEAR_LINE) + text);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
        more(rejections - MAX_REJECTIONS, "rejections");
        more(warnings - MAX_WARNINGS, "warnings");
    }

    private void more(int count, String what) {
        if (count > 0) {
            err.println("and " + count + " more " + what);
        }
    }
}
