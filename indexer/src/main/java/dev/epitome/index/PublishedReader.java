package dev.epitome.index;

import dev.epitome.EpitomeException;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;

/**
 * What readers have while a new index is being judged.
 *
 * @param readable empty where there is nothing, or nothing that this version can read: then a rebuild is the remedy
 */
record PublishedReader(Optional<PublishCheck.Published> readable) implements AutoCloseable {

    static PublishedReader of(Directory directory) {
        try {
            DirectoryReader reader = DirectoryReader.open(directory);
            try {
                IndexInfo info = IndexInfo.of(reader.getIndexCommit().getUserData(), "the published index");
                return new PublishedReader(Optional.of(new PublishCheck.Published(reader, info)));
            } catch (EpitomeException otherVersion) {
                reader.close();
            }
        } catch (IOException missingOrDamaged) {
            // As below.
        }
        return new PublishedReader(Optional.empty());
    }

    @Override
    public void close() throws IOException {
        if (readable.isPresent()) {
            readable.get().reader().close();
        }
    }
}
