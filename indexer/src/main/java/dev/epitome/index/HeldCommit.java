package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The files of the newest commit of an index, all of them open: they can be read to the end although a writer, of this
 * process or another, publishes a newer commit and deletes them. To be read from only, and without its lock. The
 * directory stays the caller's.
 */
final class HeldCommit extends FilterDirectory {

    /** Between looking which files there are and opening them a writer may delete some; so often it hardly does. */
    private static final int TRIES = 20;

    private final SegmentInfos infos;
    private final Map<String, IndexInput> files;

    private HeldCommit(Directory directory, SegmentInfos infos, Map<String, IndexInput> files) {
        super(directory);
        this.infos = infos;
        this.files = files;
    }

    /**
     * Opens them.
     *
     * @throws EpitomeException of kind {@link Kind#INDEX_MISSING} when there is no index, of kind
     *     {@link Kind#INDEX_FOREIGN} when it is none of ours, of kind {@link Kind#INDEX_DAMAGED} when it cannot be
     *     opened
     */
    static HeldCommit newest(Directory directory) {
        for (int left = TRIES; ; left--) {
            String commit = IndexDirectory.newestCommit(directory);
            try {
                return hold(directory, SegmentInfos.readCommit(directory, commit));
            } catch (NoSuchFileException | FileNotFoundException e) {
                if (left == 0 || commit.equals(IndexDirectory.newestCommit(directory))) {
                    throw unreadable(directory, e);
                }
            } catch (IOException e) {
                throw unreadable(directory, e);
            }
        }
    }

    private static EpitomeException unreadable(Directory directory, IOException e) {
        return new EpitomeException(
                Kind.INDEX_DAMAGED,
                "the index in " + IndexDirectory.where(directory)
                        + " cannot be opened, because it is damaged or of another version of Lucene: " + e,
                e);
    }

    private static HeldCommit hold(Directory directory, SegmentInfos infos) throws IOException {
        if (!IndexInfo.isOurs(infos.getUserData())) {
            throw new EpitomeException(
                    Kind.INDEX_FOREIGN,
                    IndexDirectory.where(directory)
                            + " holds a Lucene index that Epitome did not write: give another directory");
        }
        Map<String, IndexInput> files = new HashMap<>();
        try {
            for (String name : infos.files(true)) {
                files.put(name, directory.openInput(name, IOContext.DEFAULT));
            }
        } catch (IOException | RuntimeException | Error e) {
            IOUtils.closeWhileSuppressingExceptions(e, files.values());
            throw e;
        }
        return new HeldCommit(directory, infos, Map.copyOf(files));
    }

    /** What the commit says of itself. */
    SegmentInfos infos() {
        return infos;
    }

    long articles() {
        return IndexInfo.articles(infos.getUserData());
    }

    long bytes() {
        return files.values().stream().mapToLong(IndexInput::length).sum();
    }

    @Override
    public String[] listAll() {
        return files.keySet().stream().sorted().toArray(String[]::new);
    }

    @Override
    public long fileLength(String name) throws IOException {
        return held(name).length();
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        return held(name).clone();
    }

    private IndexInput held(String name) throws IOException {
        @Nullable IndexInput file = files.get(name);
        if (file == null) {
            throw new NoSuchFileException(name);
        }
        return file;
    }

    /** There is nothing to keep anybody from: nothing is written. */
    @Override
    public Lock obtainLock(String name) {
        return new Lock() {
            @Override
            public void close() {}

            @Override
            public void ensureValid() {}
        };
    }

    @Override
    public void close() {
        IOUtils.closeWhileHandlingException(files.values());
    }
}
