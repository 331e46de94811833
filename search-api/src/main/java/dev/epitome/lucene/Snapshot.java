package dev.epitome.lucene;

import dev.epitome.index.IndexInfo;
import dev.epitome.search.IndexStatus;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.StringHelper;

/** One commit, opened. Its reader is counted: see {@link CommittedIndex}. */
final class Snapshot {

    private static final float K1 = 1.2f;

    /** Summaries are of much the same length: longer ones say more, rather than the same in more words. */
    private static final float B = 0.4f;

    private final IndexSearcher searcher;
    private final IndexStatus status;
    private final byte[] commitId;

    private Snapshot(IndexSearcher searcher, IndexStatus status, byte[] commitId) {
        this.searcher = searcher;
        this.status = status;
        this.commitId = commitId;
    }

    /** Opens the newest commit, unless it is not one that this version reads. */
    static Snapshot open(Directory directory, String where) throws IOException {
        DirectoryReader reader = DirectoryReader.open(directory);
        try {
            SegmentInfos commit = ((StandardDirectoryReader) reader).getSegmentInfos();
            IndexInfo info = IndexInfo.of(commit.getUserData(), where);
            String version = commit.getGeneration() + "-" + HexFormat.of().formatHex(Arrays.copyOf(commit.getId(), 4));
            IndexStatus status = new IndexStatus(version, info.articles(), info.createdAt());
            return new Snapshot(searcher(reader), status, commit.getId());
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** What is no commit yet, and may never be one. */
    static Snapshot uncommitted(DirectoryReader reader, IndexInfo info) {
        IndexStatus status = new IndexStatus("uncommitted", info.articles(), info.createdAt());
        return new Snapshot(searcher(reader), status, new byte[0]);
    }

    private static IndexSearcher searcher(DirectoryReader reader) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity(K1, B));
        return searcher;
    }

    /**
     * Whether the directory still holds this very commit. Its random id tells, even where an index was deleted and made
     * anew, and its counters began again.
     */
    boolean isNewest(Directory directory) throws IOException {
        return StringHelper.idToString(SegmentInfos.readLatestCommit(directory).getId())
                .equals(StringHelper.idToString(commitId));
    }

    IndexSearcher searcher() {
        return searcher;
    }

    IndexStatus status() {
        return status;
    }
}
