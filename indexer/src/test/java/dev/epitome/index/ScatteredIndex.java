package dev.epitome.index;

import dev.epitome.analysis.WordReader;
import dev.epitome.article.Article;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;

/** An index that is written to one by one: several segments, and documents that are deleted. */
final class ScatteredIndex {

    private ScatteredIndex() {}

    /** Adds these as a segment of their own, in the place of those with the same ids. */
    static void add(Directory directory, List<Article> articles) throws IOException {
        try (DirectoryReader before = DirectoryReader.open(directory);
                IndexWriter writer = new IndexWriter(
                        directory,
                        SegmentWriting.config().setOpenMode(OpenMode.APPEND).setMergePolicy(NoMergePolicy.INSTANCE))) {
            WordPacker packer = new WordPacker(Wordbook.of(before));
            WordReader words = new WordReader();
            for (Article article : articles) {
                writer.updateDocument(
                        new Term(IndexFields.ID, article.id()),
                        IndexFields.document(article, packer, TestIndex.origin(), IndexSettings.DEFAULT, words));
            }
            IndexInfo old = IndexInfo.of(before.getIndexCommit().getUserData(), "the index");
            try (DirectoryReader now = DirectoryReader.open(writer)) {
                IndexInfo info = new IndexInfo(
                        now.numDocs(),
                        old.corpus(),
                        Optional.of(ContentDigest.of(now)),
                        old.createdAt(),
                        Optional.empty(),
                        old.weights(),
                        Optional.empty());
                writer.setLiveCommitData(info.toUserData().entrySet());
            }
            writer.commit();
        }
    }
}
