package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
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

    private final Directory directory;
    private final String commit;
    private final Pace pace;
    private final Findings findings = new Findings();
    private long files;
    private long bytes;
    private boolean cancelled;
    private boolean superseded;

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
         * Reads no more than so many bytes in a second, and ends when its thread is interrupted, which it then still
         * is. For one check, which begins now.
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
        return new IndexVerification(directory, newest(directory), pace).run();
    }

    /**
     * Checks the newest commit in a directory of the file system.
     *
     * @throws EpitomeException as {@link #ofNewest(Directory, Pace)} does
     */
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

    private static String newest(Directory directory) {
        try {
            String newest = SegmentInfos.getLastCommitSegmentsFileName(directory);
            if (newest != null) {
                return newest;
            }
        } catch (IOException e) {
            throw new EpitomeException(
                    Kind.IO, "cannot read the index directory " + IndexDirectory.where(directory) + ": " + e, e);
        }
        throw new EpitomeException(
                Kind.INDEX_MISSING, "no index in " + IndexDirectory.where(directory) + ": build one first");
    }

    private Result run() {
        SegmentInfos infos;
        try {
            infos = SegmentInfos.readCommit(directory, commit);
        } catch (IOException | RuntimeException | InternalError e) {
            notRead(commit, e);
            checkFiles(allFiles());
            return result("");
        }
        DirectoryReader reader;
        try {
            reader = DirectoryReader.open(directory);
        } catch (IOException | RuntimeException | InternalError e) {
            checkFiles(names(infos));
            if (findings.isEmpty()) {
                notRead(commit, e);
            }
            return result(id(infos));
        }
        try {
            SegmentInfos opened = ((StandardDirectoryReader) reader).getSegmentInfos();
            superseded = !commit.equals(opened.getSegmentsFileName());
            return superseded ? result(id(infos)) : finish(opened, reader);
        } finally {
            IOUtils.closeWhileHandlingException(reader);
        }
    }

    private Result finish(SegmentInfos infos, DirectoryReader reader) {
        checkFiles(names(infos));
        long articles = 0;
        if (findings.isEmpty() && goesOn()) {
            IndexInfo info = IndexInfo.of(infos.getUserData(), IndexDirectory.where(directory));
            ArticleCheck check = new ArticleCheck(findings, read -> {
                cancelled |= !pace.goOn(read);
                return !cancelled;
            });
            articles = check.check(reader);
            if (!cancelled) {
                check.compare(info, commit);
            }
        }
        return result(id(infos), articles);
    }

    private Collection<String> names(SegmentInfos infos) {
        try {
            return infos.files(true);
        } catch (IOException e) {
            notRead(commit, e);
            return List.of();
        }
    }

    /** Where the commit does not say which are its files. */
    private List<String> allFiles() {
        try {
            return List.of(directory.listAll()).stream()
                    .filter(name ->
                            IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches())
                    .toList();
        } catch (IOException e) {
            notRead(commit, e);
            return List.of();
        }
    }

    private void checkFiles(Collection<String> names) {
        for (String name : names) {
            if (!goesOn()) {
                return;
            }
            try (IndexInput in = directory.openInput(name, IOContext.READONCE)) {
                checkFile(name, in);
            } catch (IOException | RuntimeException | InternalError e) {
                notRead(name, e);
            }
        }
    }

    /** As Lucene computes it, but in pieces. */
    private void checkFile(String name, IndexInput in) throws IOException {
        long written = CodecUtil.retrieveChecksum(in);
        long end = in.length() - Long.BYTES;
        CRC32 read = new CRC32();
        byte[] piece = new byte[PIECE];
        in.seek(0);
        for (long at = 0; at < end; ) {
            int length = (int) Math.min(PIECE, end - at);
            in.readBytes(piece, 0, length);
            read.update(piece, 0, length);
            at += length;
            if (!pace.goOn(length)) {
                cancelled = true;
                return;
            }
        }
        files++;
        bytes += in.length();
        if (read.getValue() != written) {
            findings.add(
                    name, "its checksum is %08x, and was %08x when it was written".formatted(read.getValue(), written));
        }
    }

    private void notRead(String name, Throwable e) {
        boolean gone = e instanceof NoSuchFileException || e instanceof FileNotFoundException;
        if (gone && isSuperseded()) {
            superseded = true;
        } else {
            findings.add(name, gone ? "it is missing: " + e.getMessage() : "it cannot be read: " + e);
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
        return !cancelled && !superseded;
    }

    private static String id(SegmentInfos infos) {
        return HexFormat.of().formatHex(infos.getId());
    }

    private Result result(String id) {
        return result(id, 0);
    }

    private Result result(String id, long articles) {
        Ending ending = superseded ? Ending.SUPERSEDED : cancelled ? Ending.CANCELLED : Ending.COMPLETE;
        return new Result(id, files, bytes, articles, superseded ? List.of() : findings.all(), ending);
    }
}
