package dev.epitome.lucene;

import dev.epitome.index.IndexInfo;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.MeasuredQuality;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.store.Directory;

/** What is told of a commit as a whole. */
final class CommitStatus {

    private CommitStatus() {}

    static IndexStatus of(String version, DirectoryReader reader, IndexInfo info) throws IOException {
        return new IndexStatus(
                version,
                info.articles(),
                info.createdAt(),
                info.changedAt(),
                reader.leaves().size(),
                bytes(reader.directory(), ((StandardDirectoryReader) reader).getSegmentInfos()),
                info.measured().map(of -> new MeasuredQuality(of.topics(), of.ndcg10(), of.mrr(), of.recall10())));
    }

    /** The bytes of all its files. */
    private static long bytes(Directory directory, SegmentInfos commit) throws IOException {
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
