package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;

/** The directory of an index on disk, and the checks before it is written or read. */
public final class IndexDirectory {

    private static final Pattern LUCENE_FILE = Pattern.compile(
            IndexFileNames.CODEC_FILE_PATTERN.pattern() + "|(pending_)?segments(_.*)?|" + IndexWriter.WRITE_LOCK_NAME);

    /** The files that Lucene's own codec writes of an index such as ours. */
    private static final Pattern OUR_FILE = Pattern.compile("segments_[0-9a-z]+|_[0-9a-z]+(_[0-9A-Za-z_]+)?\\."
            + "(si|cfs|cfe|fnm|fd[mtx]|dv[dmps]|doc|pos|pay|psm|tim|tip|tmd|nv[dm]|kd[dim]|liv)");

    /** What files and folders begin with that are kept in the directory of an index and are not part of it. */
    public static final String OURS = ".epitome-";

    private IndexDirectory() {}

    /**
     * Opens a directory that an index may be written to, and makes it where it does not exist.
     *
     * @param damaged whether files of Lucene's names may have lost their beginning, where others show that they are its
     * @throws EpitomeException of kind {@link Kind#INDEX_FOREIGN} when it holds anything but an index of ours, which
     *     writing would mix up or destroy, of kind {@link Kind#INDEX_UNWRITTEN} when it cannot be opened
     */
    static Directory openForWriting(Path path, boolean damaged) {
        try {
            Files.createDirectories(path);
            List<Path> foreign =
                    files(path, file -> !isLuceneFile(file) && !LastVerification.isAt(file) && !isOurs(file));
            boolean damagedAlone = damaged
                    && foreign.stream().allMatch(IndexDirectory::isNamedByOurs)
                    && !files(path, IndexDirectory::isMarked).isEmpty();
            if (!foreign.isEmpty() && !damagedAlone) {
                throw new EpitomeException(
                        Kind.INDEX_FOREIGN,
                        path + " holds other files than an index, such as "
                                + foreign.getFirst().getFileName() + ": give an empty directory");
            }
            return FSDirectory.open(path);
        } catch (IOException e) {
            throw new EpitomeException(
                    Kind.INDEX_UNWRITTEN,
                    "cannot write to the index directory " + path + ", and nothing was changed: " + e,
                    e);
        }
    }

    /**
     * Opens a directory that holds an index.
     *
     * @throws EpitomeException of kind {@link Kind#INDEX_MISSING} when it holds none
     */
    public static Directory openForReading(Path path) {
        Objects.requireNonNull(path, "path");
        try {
            if (Files.isDirectory(path)) {
                Directory directory = FSDirectory.open(path);
                if (DirectoryReader.indexExists(directory)) {
                    return directory;
                }
                directory.close();
            }
        } catch (IOException e) {
            throw unreadable(path.toString(), e);
        }
        throw missing(path.toString());
    }

    /**
     * Refuses two directories of which one is the other, or within it: an index has its directory for itself.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST}
     */
    static void requireApart(Path one, Path other) {
        Path first = real(one);
        Path second = real(other);
        if (first.startsWith(second) || second.startsWith(first)) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST, one + " and " + other + " are one directory, or one is within the other");
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException notThere) {
            Path absolute = path.toAbsolutePath().normalize();
            Path parent = absolute.getParent();
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        }
    }

    /**
     * The name of the file of the newest commit.
     *
     * @throws EpitomeException of kind {@link Kind#INDEX_MISSING} when there is none
     */
    static String newestCommit(Directory directory) {
        try {
            String newest = SegmentInfos.getLastCommitSegmentsFileName(directory);
            if (newest != null) {
                return newest;
            }
        } catch (IOException e) {
            throw unreadable(where(directory), e);
        }
        throw missing(where(directory));
    }

    private static EpitomeException unreadable(String where, IOException e) {
        return new EpitomeException(Kind.IO, "cannot read the index directory " + where + ": " + e, e);
    }

    private static EpitomeException missing(String where) {
        return new EpitomeException(Kind.INDEX_MISSING, "no index in " + where + ": build one first");
    }

    /** Whether there is an index which a rebuild replaces only where it is told to: one that cannot be opened. */
    public static boolean isDamaged(Path path) {
        Objects.requireNonNull(path, "path");
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Directory directory = FSDirectory.open(path)) {
            return OldIndex.in(directory).damage().isPresent();
        } catch (IOException | EpitomeException e) {
            return false;
        }
    }

    /** How many articles the index there has; 0 where there is none, or none that can be read. */
    static long articles(Path path) {
        if (!Files.isDirectory(path)) {
            return 0;
        }
        try (Directory directory = FSDirectory.open(path)) {
            return articles(directory);
        } catch (IOException e) {
            return 0; // Whatever is wrong there: opening it for writing says so.
        }
    }

    static long articles(Directory directory) {
        try {
            return OldIndex.in(directory).articles();
        } catch (IOException | EpitomeException e) {
            return 0;
        }
    }

    /**
     * The files of Lucene's kind in a directory, but for those that are to stay.
     *
     * @param stay by name
     */
    static List<String> strayFiles(Directory directory, Set<String> stay) throws IOException {
        return Stream.of(directory.listAll())
                .filter(name -> !stay.contains(name) && isStray(name))
                .toList();
    }

    private static boolean isStray(String name) {
        return !name.equals(IndexWriter.WRITE_LOCK_NAME)
                && LUCENE_FILE.matcher(name).matches();
    }

    static String where(Directory directory) {
        return FilterDirectory.unwrap(directory) instanceof FSDirectory files
                ? files.getDirectory().toString()
                : directory.toString();
    }

    private static List<Path> files(Path path, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(wanted).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Whether Lucene wrote the file, or began to. A name is not enough: Lucene deletes what bears such a name and is
     * not part of the index, be it somebody's {@code _config.yml}.
     */
    private static boolean isLuceneFile(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!LUCENE_FILE.matcher(name).matches() || Files.isDirectory(file)) {
            return false;
        }
        if (name.endsWith(".tmp")) {
            return true; // These may begin with anything.
        }
        byte[] start = start(file);
        // Of what was not safe on the disk a crash may leave nothing but zeros.
        return start.length < Integer.BYTES || isMarked(start) || Arrays.equals(start, new byte[Integer.BYTES]);
    }

    private static boolean isOurs(Path file) {
        return String.valueOf(file.getFileName()).startsWith(OURS);
    }

    /** Whether it is named as a file of an index is that we write. */
    private static boolean isNamedByOurs(Path file) {
        return OUR_FILE.matcher(String.valueOf(file.getFileName())).matches() && Files.isRegularFile(file);
    }

    private static boolean isMarked(Path file) {
        return isNamedByOurs(file) && isMarked(start(file));
    }

    private static boolean isMarked(byte[] start) {
        return start.length == Integer.BYTES && ByteBuffer.wrap(start).getInt() == CodecUtil.CODEC_MAGIC;
    }

    private static byte[] start(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Integer.BYTES);
        } catch (NoSuchFileException e) {
            return new byte[0]; // Another process is writing, which the lock will tell.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
