package dev.epitome.corpus;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Origin.Unit;
import dev.epitome.corpus.FileEntries.Run;
import dev.epitome.corpus.FormatDetector.Detected.Unknown;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Reads articles from files, folders and standard input. One reader reads its input once; {@link #read} is for one
 * thread, the counters may be asked from any.
 */
public final class CorpusReader {

    private final List<CorpusFile> files;
    private final InputStream standardInput;
    private final Instant readAt;
    private final CorpusOptions options;
    private final long bytesTotal;
    private final EndlessInputGuard.Bounds bounds;
    private final AtomicLong bytesRead = new AtomicLong();
    private volatile Optional<String> reading = Optional.empty();

    private CorpusReader(
            List<CorpusFile> files,
            InputStream standardInput,
            Instant readAt,
            CorpusOptions options,
            EndlessInputGuard.Bounds bounds) {
        this.files = files;
        this.standardInput = standardInput;
        this.readAt = readAt;
        this.options = options;
        this.bounds = bounds;
        // Once: progress asks for it after every record.
        boolean known = files.stream()
                .allMatch(file -> file.bytes() > 0
                        || file.fault().isPresent()
                        || file.foreign().isPresent());
        this.bytesTotal = known ? files.stream().mapToLong(CorpusFile::bytes).sum() : 0;
    }

    /**
     * Finds the files, without opening any.
     *
     * @param paths files, folders, or {@code -} for {@code standardInput}, which is not closed
     * @param options what the files do not say themselves
     * @throws EpitomeException of kind {@link Kind#NO_INPUT} for a path that does not exist or a folder without files
     */
    public static CorpusReader of(List<String> paths, InputStream standardInput, CorpusOptions options) {
        Objects.requireNonNull(paths, "paths");
        Objects.requireNonNull(standardInput, "standardInput");
        Objects.requireNonNull(options, "options");
        return new CorpusReader(
                CorpusFile.find(paths), standardInput, Instant.now(), options, EndlessInputGuard.DEFAULT);
    }

    /** The same, with other bounds for inputs without an article. */
    CorpusReader within(EndlessInputGuard.Bounds bounds) {
        return new CorpusReader(files, standardInput, readAt, options, bounds);
    }

    /** Finds the files, without opening any; nothing is known of them but what they say. */
    public static CorpusReader of(List<String> paths) {
        Objects.requireNonNull(paths, "paths");
        return of(paths, InputStream.nullInputStream(), CorpusOptions.NONE);
    }

    /** When this reader was made: the time in every {@link dev.epitome.article.Origin}. */
    public Instant readAt() {
        return readAt;
    }

    /** The files that it reads; standard input is none. */
    public List<Path> files() {
        return files.stream()
                .filter(file -> file.foreign().isEmpty())
                .flatMap(file -> file.file().stream())
                .toList();
    }

    /** The path of the input that is being read, as it was given; {@code -} for standard input. */
    public Optional<String> reading() {
        return reading;
    }

    /** The bytes of all files together, as stored; 0 where one of them cannot say. */
    public long bytesTotal() {
        return bytesTotal;
    }

    /** The bytes read so far, as stored. */
    public long bytesRead() {
        return bytesRead.get();
    }

    /**
     * Reads everything, in the order given. Whatever is wrong with the input becomes an entry. An input that goes on
     * without an article for very long is not read to its end.
     *
     * @throws EpitomeException of kind {@link Kind#IO} when the thread is interrupted; it stays so. What waits for a
     *     pipe is woken; what waits for {@code standardInput} is if that stream heeds an interruption.
     */
    public void read(Consumer<Entry> sink) {
        Objects.requireNonNull(sink, "sink");
        MemberNames names = new MemberNames(options);
        Deduplicator deduplicator = new Deduplicator();
        for (CorpusFile file : files) {
            reading = Optional.of(file.path());
            if (file.foreign().isPresent()) {
                sink.accept(new Entry.Skipped(
                        new Place(file.path(), Unit.LINE, 0), file.foreign().get(), Optional.empty()));
            } else if (file.fault().isPresent()) {
                rejectRest(file, file.fault().get(), sink);
            } else {
                EntrySink entries = new EntrySink(sink, new EndlessInputGuard(bounds, bytesRead::get));
                read(file, entries, new Run(options, names, readAt, deduplicator, entries));
            }
        }
        reading = Optional.empty();
    }

    private void read(CorpusFile file, EntrySink entries, Run run) {
        try (InputStream in = open(file)) {
            Unpacking.unpack(
                    file.baseName(),
                    in,
                    entries.guard,
                    (path, name, inner) -> read(file.within(path), new Input(name, entries.guard.over(inner)), run));
        } catch (IOException e) {
            throwIfInterrupted();
            rejectRest(file, Unreadable.reason(e), entries.sink);
        } catch (RuntimeException | StackOverflowError e) {
            // One file that nobody foresaw is no reason to lose the others. What the consumer throws is another thing.
            if (entries.failed) {
                throw e;
            }
            rejectRest(file, "something in it was not foreseen, please report it", entries.sink);
        }
        throwIfInterrupted();
    }

    private static void throwIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new EpitomeException(Kind.IO, "reading was interrupted");
        }
    }

    private InputStream open(CorpusFile file) throws IOException {
        if (file.file().isEmpty()) {
            return new Counted(shielded(standardInput), false);
        }
        Path path = file.file().get();
        return FileKind.of(path) == FileKind.REGULAR
                ? new Counted(Files.newInputStream(path), true)
                : new Counted(FileKind.openPipe(path), false);
    }

    private void read(CorpusFile file, Input in, Run run) throws IOException {
        switch (FormatDetector.detect(in, options, run.names())) {
            case FormatDetector.Detected.Known found -> {
                FileEntries entries = new FileEntries(file, found.unit(), run);
                try {
                    found.reader().read(in, entries);
                } finally {
                    if (in.foreignBytes() > 0) {
                        entries.note(
                                0,
                                "not all of it is in one encoding",
                                in.foreignBytes() + " bytes are read as windows-1252");
                    }
                    entries.end();
                }
            }
            case FormatDetector.Detected.Empty empty ->
                reject(file, 1, new Unknown("is empty: it holds no record"), run.sink());
            case Unknown unknown when file.named() -> reject(file, 1, unknown, run.sink());
            case Unknown unknown ->
                run.sink()
                        .accept(new Entry.Skipped(
                                new Place(file.path(), Unit.LINE, 0), unknown.reason(), unknown.remedy()));
        }
    }

    /** Whatever came before the fault was read. */
    private static void rejectRest(CorpusFile file, String reason, Consumer<Entry> sink) {
        reject(file, 0, new Unknown("cannot be read: " + reason), sink);
        if (file.named() || file.fault().isPresent()) {
            sink.accept(new Entry.Cut(new Place(file.path(), Unit.LINE, 0), reason));
        }
    }

    private static void reject(CorpusFile file, long line, Unknown why, Consumer<Entry> sink) {
        Place place = new Place(file.path(), Unit.LINE, line);
        sink.accept(new Entry.Rejected(place, Draft.phrase(why.reason()), why.remedy()));
    }

    /** Knows whether it was the consumer that failed, and how long there was no article. */
    private static final class EntrySink implements Consumer<Entry> {
        private final Consumer<Entry> sink;
        private final EndlessInputGuard guard;
        private boolean failed;

        EntrySink(Consumer<Entry> sink, EndlessInputGuard guard) {
            this.sink = sink;
            this.guard = guard;
        }

        @Override
        public void accept(Entry entry) {
            boolean taken = false;
            try {
                throwIfInterrupted();
                sink.accept(entry);
                taken = true;
            } finally {
                // For good: that the file has ended is told all the same.
                failed |= !taken;
            }
            guard.hear(entry);
        }
    }

    private static InputStream shielded(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] bytes, int from, int most) throws IOException {
                return in.read(bytes, from, most);
            }

            @Override
            public void close() {}
        };
    }

    /** Adds to the progress of the whole run. */
    private final class Counted extends FilterInputStream {
        private final boolean seekable;

        Counted(InputStream in, boolean seekable) {
            super(in);
            this.seekable = seekable;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            bytesRead.addAndGet(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new ClosedByInterruptException();
            }
            int count = super.read(bytes, from, most);
            bytesRead.addAndGet(Math.max(0, count));
            return count;
        }

        @Override
        public long skip(long most) throws IOException {
            if (seekable) {
                long count = super.skip(most);
                bytesRead.addAndGet(count);
                return count;
            }
            return Math.max(0, read(new byte[Math.clamp(most, 0, 1 << 13)]));
        }

        /** Not known of a pipe. */
        @Override
        public int available() throws IOException {
            return seekable ? super.available() : 0;
        }
    }
}
