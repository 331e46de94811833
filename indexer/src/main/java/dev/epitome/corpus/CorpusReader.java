package dev.epitome.corpus;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Origin.Unit;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads articles from files, folders and standard input. One reader reads its input once; {@link #read} is for one
 * thread, the counters may be asked from any.
 */
public final class CorpusReader {

    private final List<CorpusFile> files;
    private final InputStream standardInput;
    private final Instant readAt;
    private final RoundupReader roundups;
    private final AtomicLong bytesRead = new AtomicLong();

    private CorpusReader(List<CorpusFile> files, InputStream standardInput, Instant readAt, Optional<LocalDate> asOf) {
        this.files = files;
        this.standardInput = standardInput;
        this.readAt = readAt;
        this.roundups = new RoundupReader(asOf);
    }

    /**
     * Finds the files, without opening any.
     *
     * @param paths files, folders, or {@code -} for {@code standardInput}, which is not closed
     * @param asOf the day on which roundups were exported, for the ages in them; empty where it is not known
     * @throws EpitomeException of kind {@link Kind#NO_INPUT} for a path that does not exist or a folder without files
     */
    public static CorpusReader of(List<String> paths, InputStream standardInput, Optional<LocalDate> asOf) {
        return new CorpusReader(CorpusFiles.find(paths), standardInput, Instant.now(), asOf);
    }

    /** When this reader was made: the time in every {@link dev.epitome.article.Origin}. */
    public Instant readAt() {
        return readAt;
    }

    /** The files that it reads; standard input is none. */
    public List<Path> files() {
        return files.stream().flatMap(file -> file.file().stream()).toList();
    }

    /** The bytes of all files together, as stored; 0 where one of them cannot say. */
    public long bytesTotal() {
        boolean known = files.stream().allMatch(file -> file.bytes() > 0);
        return known ? files.stream().mapToLong(CorpusFile::bytes).sum() : 0;
    }

    /** The bytes read so far, as stored. */
    public long bytesRead() {
        return bytesRead.get();
    }

    /** Reads everything, in the order given. Whatever is wrong with the input becomes an entry. */
    public void read(Consumer<Entry> sink) {
        for (CorpusFile file : files) {
            try (InputStream in = open(file)) {
                read(file, in, sink);
            } catch (IOException e) {
                reject(
                        file,
                        0,
                        "cannot be read: " + (e.getMessage() == null ? "it ends too soon" : e.getMessage()),
                        sink);
            }
        }
    }

    private InputStream open(CorpusFile file) throws IOException {
        return new Counted(
                file.file().isPresent() ? Files.newInputStream(file.file().get()) : shielded(standardInput));
    }

    private void read(CorpusFile file, InputStream raw, Consumer<Entry> sink) throws IOException {
        InputStream in = withoutByteOrderMark(unpacked(buffered(raw)));
        in.mark(FormatDetector.PREFIX);
        byte[] prefix = in.readNBytes(FormatDetector.PREFIX);
        in.reset();
        switch (FormatDetector.detect(prefix, file.name(), roundups)) {
            case FormatDetector.Detected.Known found ->
                found.reader().read(in, new FileEntries(file, found.unit(), readAt, sink));
            case FormatDetector.Detected.Empty empty -> reject(file, 1, "is empty: it holds no record", sink);
            case FormatDetector.Detected.Unknown unknown when file.named() -> reject(file, 1, unknown.reason(), sink);
            case FormatDetector.Detected.Unknown unknown ->
                sink.accept(new Entry.Skipped(new Place(file.path(), Unit.LINE, 0), unknown.reason()));
        }
    }

    private static void reject(CorpusFile file, long line, String reason, Consumer<Entry> sink) {
        sink.accept(new Entry.Rejected(new Place(file.path(), Unit.LINE, line), reason));
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return gzip ? buffered(new GZIPInputStream(in, 1 << 16)) : in;
    }

    private static InputStream withoutByteOrderMark(InputStream in) throws IOException {
        in.mark(3);
        boolean marked = in.read() == 0xEF && in.read() == 0xBB && in.read() == 0xBF;
        if (!marked) {
            in.reset();
        }
        return in;
    }

    private static InputStream buffered(InputStream in) {
        return new BufferedInputStream(in, FormatDetector.PREFIX);
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
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            bytesRead.addAndGet(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int count = super.read(bytes, from, most);
            bytesRead.addAndGet(Math.max(0, count));
            return count;
        }
    }
}
