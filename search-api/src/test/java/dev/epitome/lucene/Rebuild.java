package dev.epitome.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.IndexInfo;
import dev.epitome.index.PublishCheck;
import dev.epitome.index.Reindex;
import dev.epitome.index.ReindexReport;
import dev.epitome.search.JsonLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Builds an index on disk by the way that the command line takes. */
public final class Rebuild {

    private Rebuild() {}

    public static IndexInfo of(Path index, List<Article> articles) {
        try {
            Path corpus = Files.createTempFile(index.toAbsolutePath().getParent(), "corpus", ".jsonl");
            JsonLines.write(corpus, articles);
            CorpusReader reader = CorpusReader.of(List.of(corpus.toString()));
            ReindexReport report =
                    Reindex.of(reader).checkedBy(PublishCheck.NONE).into(index);
            assertThat(report.rejected()).as("rejected records").isZero();
            return report.published().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
