package dev.epitome.lucene;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/** How large a commit is. */
final class CommitSize {

    private CommitSize() {}

    /** The bytes of all its files. */
    static long bytes(Directory directory, SegmentInfos commit) throws IOException {
        long bytes = 0;
        for (String file : commit.files(true)) {
            bytes += length(directory, file);
        }
        return bytes;
    }

    private static long length(Directory directory, String file) throws IOException {
        try {
            return directory.fileLength(file);
        } catch (NoSuchFileException | FileNotFoundException e) {
            // Another process has published since. This commit is open, but soon nobody asks for it.
            return 0;
        }
    }
}
