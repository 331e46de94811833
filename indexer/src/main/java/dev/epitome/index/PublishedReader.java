package dev.epitome.index;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

/**
 * What readers have while a new index is being judged.
 *
 * @param readable empty where there is nothing, or nothing that this version can read, or a damage that would be judged
 *     as if it were an index: then a rebuild is the remedy
 */
record PublishedReader(Optional<PublishCheck.Published> readable) implements AutoCloseable {

    static PublishedReader of(Directory directory) {
        try {
            DirectoryReader reader = DirectoryReader.open(directory);
            boolean kept = false;
            try {
                for (LeafReaderContext leaf : reader.leaves()) {
                    leaf.reader().checkIntegrity();
                }
                IndexInfo info = IndexInfo.of(reader.getIndexCommit().getUserData(), "the published index");
                kept = true;
                return new PublishedReader(Optional.of(new PublishCheck.Published(reader, info)));
            } finally {
                if (!kept) {
                    IOUtils.closeWhileHandlingException(reader);
                }
            }
        } catch (IOException | RuntimeException | InternalError missingDamagedOrOfAnotherVersion) {
            // The last is how a mapped file fails that the disk cannot read.
            return new PublishedReader(Optional.empty());
        }
    }

    @Override
    public void close() {
        readable.ifPresent(some -> IOUtils.closeWhileHandlingException(some.reader()));
    }
}
