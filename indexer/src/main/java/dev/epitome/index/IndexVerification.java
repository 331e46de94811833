package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.IOSupplier;
import org.apache.lucene.util.IOUtils;

/**
 * Reads all of a commit and says whether it is what was written: the checksum of every file, then every article with
 * its id and its origin, their number, and the fingerprint of them all. Opening an index reads little of it, so that a
 * byte which the disk changed may for long be a wrong hit, or none.
 *
 * <p>Not a moment of this needs a lock. A rebuild may publish meanwhile and delete the files of the commit: then this
 * says that it was superseded, and not that anything is wrong.
 */
public final class IndexVerification {

    private static final int PIECE = 1 << 16;
    private static final int MOST_FINDINGS = 100;

    private final Directory directory;
    private final String commit;
    private final Pace pace;
    private final List<Finding> findings = new ArrayList<>();
    private long files;
    private long bytes;
    private long articles;
    private Ending ending = Ending.COMPLETE;

    /** Hears of every piece that was read, 64 KiB at most, and may wait before the next. */
    @FunctionalInterface
    public interface Pace {

        /** As fast as can be read. */
        Pace UNBOUNDED = bytes -> true;

        /**
         * Says whether the check goes on.
         *
         * @param bytes that were read since the last call
         */
        boolean goOn(long bytes);

        /**
         * Reads no more than this in a second, and ends when its thread is interrupted, which it then still is. For one
         * check, which begins now.
         *
         * @param bytesPerSecond 1 or more
         */
        static Pace ofBytesPerSecond(long bytesPerSecond) {
            return new BoundedPace(bytesPerSecond, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
        }
    }

    /** How a check ended. */
    public enum Ending {
        /** All was read, or so much of it as can be read. */
        COMPLETE,
        /** A newer commit took its place, and files of it are gone: look at that one. */
        SUPERSEDED,
        /** The {@link Pace} ended it. */
        CANCELLED
    }

    /**
     * What is wrong.
     *
     * @param file by its name in the directory; of an article the name of its segment
     * @param message for a person to read
     */
    public record Finding(String file, String message) {
        public Finding {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(message, "message");
        }

        @Override
        public String toString() {
            return file + ": " + message;
        }
    }

    /**
     * What a check found.
     *
     * @param commit the id of the commit, in hexadecimal; empty where it cannot be read
     * @param files how many were read
     * @param bytes of these files
     * @param articles how many were read
     * @param findings all that is wrong, the first hundred of it
     */
    public record Result(String commit, long files, long bytes, long articles, List<Finding> findings, Ending ending) {
        public Result {
            Objects.requireNonNull(commit, "commit");
            Objects.requireNonNull(findings, "findings");
            Objects.requireNonNull(ending, "ending");
            findings = List.copyOf(findings);
        }

        /** Whether all was read, and is what was written. */
        public boolean isSound() {
            return ending == Ending.COMPLETE && findings.isEmpty();
        }
    }

    private IndexVerification(Directory directory, String commit, Pace pace) {
        this.directory = directory;
        this.commit = commit;
        this.pace = pace;
    }

    /**
     * Checks the newest commit in a directory, whether or not it can be opened.
     *
     * @throws EpitomeException of kind {@link Kind#INDEX_MISSING} when there is none, of kind
     *     {@link Kind#INDEX_INCOMPATIBLE} or {@link Kind#INDEX_FOREIGN} when its files are sound, and this version
     *     cannot read what is in them, of kind {@link Kind#IO} when the directory cannot be listed
     */
    public static Result ofNewest(Directory directory, Pace pace) {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(pace, "pace");
        return new IndexVerification(directory, IndexDirectory.newestCommit(directory), pace).run();
    }

    /** The same for a directory of the file system. */
    public static Result ofNewest(Path index, Pace pace) {
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(pace, "pace");
        Directory directory = IndexDirectory.openForReading(index);
        try {
            return ofNewest(directory, pace);
        } finally {
            IOUtils.closeWhileHandlingException(directory);
        }
    }

    /**
     * Checks the commit that a reader has open. The reader stays open until this returns, and is the caller's to close.
     *
     * @throws EpitomeException as {@link #ofNewest(Directory, Pace)} does
     */
    public static Result of(DirectoryReader reader, Pace pace) {
        Objects.requireNonNull(reader, "reader");
        Objects.requireNonNull(pace, "pace");
        SegmentInfos infos = ((StandardDirectoryReader) reader).getSegmentInfos();
        IndexVerification check = new IndexVerification(reader.directory(), infos.getSegmentsFileName(), pace);
        return check.finish(infos, reader);
    }

    private Result run() {
        SegmentInfos infos;
        try {
            infos = SegmentInfos.readCommit(directory, commit);
        } catch (IOException | RuntimeException | InternalError e) {
            notRead(commit, e);
            checkFiles(this::allFiles);
            return result(new byte[0]);
        }
        DirectoryReader reader;
        try {
            reader = DirectoryReader.open(directory);
        } catch (IOException | RuntimeException | InternalError e) {
            checkFiles(() -> infos.files(true));
            if (findings.isEmpty()) {
                notRead(commit, e);
            }
            return result(infos.getId());
        }
        try {
            SegmentInfos opened = ((StandardDirectoryReader) reader).getSegmentInfos();
            if (!commit.equals(opened.getSegmentsFileName())) {
                ending = Ending.SUPERSEDED;
                return result(infos.getId());
            }
            return finish(opened, reader);
        } finally {
            IOUtils.closeWhileHandlingException(reader);
        }
    }

    private Result finish(SegmentInfos infos, DirectoryReader reader) {
        checkFiles(() -> infos.files(true));
        if (findings.isEmpty() && goesOn()) {
            IndexInfo info = IndexInfo.of(infos.getUserData(), IndexDirectory.where(directory));
            ArticleCheck check = new ArticleCheck(this::report, this::goesOn);
            articles = check.check(reader);
            if (goesOn()) {
                check.compare(info, commit);
            }
        }
        return result(infos.getId());
    }

    /** Where the commit does not say which are its files. */
    private Collection<String> allFiles() throws IOException {
        return Stream.of(directory.listAll())
                .filter(name -> IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches())
                .toList();
    }

    private void checkFiles(IOSupplier<Collection<String>> names) {
        try {
            for (String name : names.get()) {
                if (goesOn()) {
                    checkFile(name);
                }
            }
        } catch (IOException e) {
            notRead(commit, e);
        }
    }

    /** Computes the checksum as Lucene does, but in pieces. */
    private void checkFile(String name) {
        try (IndexInput in = directory.openInput(name, IOContext.READONCE)) {
            long written = CodecUtil.retrieveChecksum(in);
            long end = in.length() - Long.BYTES;
            CRC32 read = new CRC32();
            byte[] piece = new byte[PIECE];
            in.seek(0);
            for (long at = 0; at < end; at += PIECE) {
                int length = (int) Math.min(PIECE, end - at);
                in.readBytes(piece, 0, length);
                read.update(piece, 0, length);
                if (!goesOn(length)) {
                    return;
                }
            }
            files++;
            bytes += in.length();
            if (read.getValue() != written) {
                report(
                        name,
                        "its checksum is %08x, and was %08x when it was written".formatted(read.getValue(), written));
            }
        } catch (IOException | RuntimeException | InternalError e) {
            notRead(name, e);
        }
    }

    private void notRead(String name, Throwable e) {
        boolean gone = e instanceof NoSuchFileException || e instanceof FileNotFoundException;
        if (gone && isSuperseded()) {
            ending = Ending.SUPERSEDED;
        } else {
            report(name, gone ? "it is missing: " + e.getMessage() : "it cannot be read: " + e);
        }
    }

    private boolean isSuperseded() {
        try {
            return !commit.equals(SegmentInfos.getLastCommitSegmentsFileName(directory));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean goesOn() {
        return ending == Ending.COMPLETE;
    }

    private boolean goesOn(long read) {
        if (!pace.goOn(read)) {
            ending = Ending.CANCELLED;
        }
        return goesOn();
    }

    private void report(String file, String message) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(file, message));
        }
    }

    private Result result(byte[] commitId) {
        String id = HexFormat.of().formatHex(commitId);
        return new Result(id, files, bytes, articles, ending == Ending.SUPERSEDED ? List.of() : findings, ending);
    }
}
