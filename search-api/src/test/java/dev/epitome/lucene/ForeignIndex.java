package dev.epitome.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Commits to a directory what this version of Epitome would never write there. */
final class ForeignIndex {

    private ForeignIndex() {}

    /** An index of whatever wrote such user data. */
    static void commit(Path index, Map<String, String> userData) throws IOException {
        try (Directory directory = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setOpenMode(OpenMode.CREATE))) {
            writer.addDocument(new Document());
            writer.setLiveCommitData(userData.entrySet());
            writer.commit();
        }
    }

    static void commitOfSchema(Path index, int schema) throws IOException {
        commit(index, Map.of("epitome.schema", Integer.toString(schema), "epitome.analyzer", "unicode-words-1"));
    }
}
