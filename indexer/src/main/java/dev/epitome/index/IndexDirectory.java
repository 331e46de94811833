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
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The directory of an index on disk, and the checks before it is written or read. */
public final class IndexDirectory {

    private static final Pattern LUCENE_FILE = Pattern.compile(
            IndexFileNames.CODEC_FILE_PATTERN.pattern() + "|(pending_)?segments(_.*)?|" + IndexWriter.WRITE_LOCK_NAME);

    private IndexDirectory() {}

    /**
     * Opens a directory that an index may be written to, and makes it where it does not exist.
     *
     * @throws EpitomeException of kind {@link Kind#INDEX_FOREIGN} when it holds anything but an index of ours, which
     *     writing would mix up or destroy
     */
    static Directory openForWriting(Path path) {
        try {
            Files.createDirectories(path);
            List<String> foreign = foreignFiles(path);
            if (!foreign.isEmpty()) {
                throw new EpitomeException(
                        Kind.INDEX_FOREIGN,
                        path + " holds other files than an index, such as " + foreign.getFirst()
                                + ": give an empty directory");
            }
            return FSDirectory.open(path);
        } catch (IOException e) {
            throw new EpitomeException(Kind.IO, "cannot write to the index directory " + path + ": " + e, e);
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
            throw new EpitomeException(Kind.IO, "cannot read the index directory " + path + ": " + e, e);
        }
        throw new EpitomeException(Kind.INDEX_MISSING, "no index in " + path + ": build one first");
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

    /** How many articles the index there has; 0 where there is none. */
    static long articles(Directory directory) throws IOException {
        return DirectoryReader.indexExists(directory)
                ? IndexInfo.articles(SegmentInfos.readLatestCommit(directory).getUserData())
                : 0;
    }

    /**
     * Refuses a directory with an index that a rebuild would destroy.
     *
     * @throws EpitomeException of kind {@link Kind#INDEX_FOREIGN} when Epitome did not write it, or when that cannot be
     *     told
     */
    static void requireOurs(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return;
        }
        try {
            if (!IndexInfo.isOurs(SegmentInfos.readLatestCommit(directory).getUserData())) {
                throw new EpitomeException(
                        Kind.INDEX_FOREIGN,
                        where(directory) + " holds a Lucene index that Epitome did not write: give another directory");
            }
        } catch (IndexFormatTooOldException | IndexFormatTooNewException | CorruptIndexException e) {
            throw new EpitomeException(
                    Kind.INDEX_FOREIGN,
                    where(directory) + " holds an index that this version of Lucene cannot read: delete the directory, "
                            + "or give another",
                    e);
        }
    }

    private static String where(Directory directory) {
        return directory instanceof FSDirectory files ? files.getDirectory().toString() : directory.toString();
    }

    private static List<String> foreignFiles(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> !isLuceneFile(file))
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .limit(1)
                    .toList();
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
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(Integer.BYTES);
            return start.length < Integer.BYTES || ByteBuffer.wrap(start).getInt() == CodecUtil.CODEC_MAGIC;
        } catch (NoSuchFileException e) {
            return true; // Another process is writing, which the lock will tell.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
