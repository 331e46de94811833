package dev.epitome.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * A rebuild of an index that is changed meanwhile: the new index is made apart, in a folder below the old one, and then
 * takes its place with what was changed since this began. Whatever is left of it is deleted when it is closed, or by
 * the next one. For one thread.
 */
final class LiveRebuild implements AutoCloseable {

    private static final String FOLDER = IndexDirectory.OURS + "rebuild";

    private final LiveIndex index;
    private final Optional<Path> folder;
    private final Directory made;

    private LiveRebuild(LiveIndex index, Optional<Path> folder, Directory made) {
        this.index = index;
        this.folder = folder;
        this.made = made;
    }

    static LiveRebuild of(LiveIndex index) {
        index.record();
        boolean begun = false;
        try {
            Optional<Path> folder = index.path().map(path -> path.resolve(FOLDER));
            Directory made = SegmentWriting.writing(
                    () -> folder.isPresent() ? FSDirectory.open(emptied(folder.get())) : new ByteBuffersDirectory());
            begun = true;
            return new LiveRebuild(index, folder, made);
        } finally {
            if (!begun) {
                index.endRecord();
            }
        }
    }

    private static Path emptied(Path folder) throws IOException {
        IOUtils.rm(folder);
        return folder;
    }

    ArticleIndexer indexer(Instant createdAt) {
        return ArticleIndexer.create(made, Optional.of(index.directory()), index.settings(), createdAt, false);
    }

    /** Has what was made take the place of the old. */
    void publish() {
        index.exchange(made);
    }

    @Override
    public void close() {
        index.endRecord();
        IOUtils.closeWhileHandlingException(made);
        try {
            if (folder.isPresent()) {
                IOUtils.rm(folder.get());
            }
        } catch (IOException e) {
            // The next one deletes it.
        }
    }
}
