package dev.epitome.cli;

import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Entry;
import dev.epitome.corpus.Place;
import dev.epitome.corpus.Warning;
import dev.epitome.index.InputReport.Example;
import dev.epitome.index.InputReport.WarningKind;
import dev.epitome.index.ReindexListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
    private static final int MAX_REASONS = 100;
    private static final int MAX_ALIKE = 20;
    private static final int MAX_KEPT = 10_000;
    /**
     * Who reads a terminal waits for a sign; who keeps what is said elsewhere wants none of a rebuild that is short.
     */
    private static final Duration FIRST_BAR = Duration.ofSeconds(1);

    private static final Duration LINE_EVERY = Duration.ofSeconds(5);
    private static final Duration BAR_EVERY = Duration.ofMillis(500);
    private static final int LONGEST_NAME = 40;
    private static final int MIB = 1 << 20;

    /** What becomes of warnings. */
    enum Mode {
        /** Their kinds are told at the end. */
        KINDS,
        /** Each is told as it is found. */
        ALL_TOLD,
        /** Their kinds are told at the end, and all are kept for a report. */
        ALL_KEPT
    }

    private final PrintWriter err;
    private final boolean quiet;
    private final Mode mode;
    private final Map<String, List<Example>> all = new LinkedHashMap<>();
    private int kept;
    private final boolean bars;
    private final CorpusReader corpus;
    private final long start = System.nanoTime();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("epitome-progress").factory());
    private @Nullable ProgressBar bar;
    private long records;
    private final Map<String, Long> reasons = new LinkedHashMap<>();
    private int rejections;
    private int told;
    private int inputs;

    ReindexProgress(PrintWriter err, Surroundings surroundings, boolean quiet, Mode mode, CorpusReader corpus) {
        this.err = err;
        this.quiet = quiet;
        this.mode = mode;
        this.corpus = corpus;
        this.bars = surroundings.drawsOnErr() && !quiet;
        if (!quiet) {
            long first = (bars ? FIRST_BAR : LINE_EVERY).toMillis();
            long millis = (bars ? BAR_EVERY : LINE_EVERY).toMillis();
            // By the clock, not by records: who waits for a pipe or reads a line without end has none to tell of.
            var unused = clock.scheduleAtFixedRate(this::tell, first, millis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void rejected(Entry.Rejected rejected) {
        rejections++;
        String reason = Remedies.line(rejected.reason(), rejected.remedy());
        long alike =
                reasons.size() < MAX_REASONS || reasons.containsKey(reason) ? reasons.merge(reason, 1L, Long::sum) : 0;
        // That an input is not read further is told however much of it was rejected before.
        boolean whole = rejected.place().number() == 0 && inputs++ < MAX_REJECTIONS;
        if (whole || (rejections <= MAX_REJECTIONS && (verbose() || alike <= MAX_ALIKE))) {
            line(rejected.place() + ": rejected: " + reason);
            told++;
        }
    }

    @Override
    public synchronized void warned(Place place, Warning warning) {
        if (mode == Mode.ALL_TOLD) {
            line(place + ": " + Remedies.line(warning));
        } else if (mode == Mode.ALL_KEPT && kept++ < MAX_KEPT) {
            all.computeIfAbsent(warning.kind(), kind -> new ArrayList<>()).add(new Example(place, warning));
        }
    }

    private boolean verbose() {
        return mode == Mode.ALL_TOLD;
    }

    /** What was warned of, by kind and in the order found. */
    Map<String, List<Example>> all() {
        return all;
    }

    /** Tells the kinds of warnings, each with how often and where it was given first. */
    void printKinds(List<WarningKind> kinds) {
        if (quiet || mode == Mode.ALL_TOLD) {
            return;
        }
        for (WarningKind kind : kinds) {
            if (kind.count() == kind.examples().size()) {
                kind.examples()
                        .forEach(example -> err.println(example.place() + ": " + Remedies.line(example.warning())));
            } else {
                err.println(summary(kind));
            }
        }
    }

    private static String summary(WarningKind kind) {
        Example first = kind.examples().getFirst();
        String others = kind.examples().stream()
                .skip(1)
                .map(example -> example.warning().detail())
                .filter(detail -> !detail.isEmpty())
                .collect(Collectors.joining(", "));
        String summary = String.format(
                Locale.ROOT,
                "%,d times, first in %s: %s%s",
                kind.count(),
                first.place(),
                first.warning(),
                others.isEmpty() ? "" : ", and " + others);
        return Remedies.line(
                summary,
                kind.examples().stream()
                        .flatMap(example -> example.warning().remedy().stream())
                        .findFirst());
    }

    @Override
    public synchronized void progress(long count, long bytesRead, long bytesTotal) {
        records = count;
    }

    private synchronized void tell() {
        if (clock.isShutdown()) {
            return;
        }
        String what = String.format(
                Locale.ROOT,
                "%,d records%s",
                records,
                rejections == 0 ? "" : String.format(Locale.ROOT, ", %,d rejected", rejections));
        if (bars) {
            drawBar(what);
        } else {
            err.println(reading() + ": " + what + bytes() + rate());
        }
    }

    /** Which input it is at. */
    private String reading() {
        boolean nothing = corpus.bytesRead() == 0;
        return corpus.reading()
                .map(path -> (nothing ? "waiting for " : "reading ") + (path.equals("-") ? "standard input" : path))
                .orElse(nothing ? "starting" : "writing the index");
    }

    private String bytes() {
        long total = corpus.bytesTotal();
        return String.format(Locale.ROOT, ", %,d MiB", corpus.bytesRead() / MIB)
                + (total == 0 ? "" : " of " + total / MIB);
    }

    private String rate() {
        return String.format(Locale.ROOT, ", %,.0f records/s", records / ((System.nanoTime() - start) / 1e9));
    }

    private void drawBar(String what) {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName("reindex")
                    .setInitialMax(corpus.bytesTotal() == 0 ? -1 : corpus.bytesTotal())
                    .setUnit(" MiB", MIB)
                    .showSpeed()
                    .clearDisplayOnFinish()
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build();
        }
        bar.stepTo(corpus.bytesRead());
        String name = reading();
        // The end of a path says more than its beginning, and nothing may be drawn that the terminal would obey.
        String end = name.length() <= LONGEST_NAME ? name : "…" + name.substring(name.length() - LONGEST_NAME);
        bar.setExtraMessage(TerminalText.safe(what + ", " + end));
    }

    private void line(String text) {
        if (bar != null) {
            err.print(SafeWriter.CLEAR_LINE);
        }
        err.println(text);
    }

    @Override
    public synchronized void close() {
        clock.shutdownNow();
        if (bar != null) {
            bar.close();
        }
        reasons.forEach((reason, count) -> {
            if (count > MAX_ALIKE && !verbose()) {
                err.println("and " + (count - MAX_ALIKE) + " more rejected: " + reason);
            }
        });
        if (rejections > MAX_REJECTIONS) {
            err.println("rejected in all: " + rejections + ", of which " + told + " are named");
        }
    }
}
