package dev.epitome.lucene;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.index.ArticleIndexer;
import dev.epitome.index.IndexDirectory;
import dev.epitome.index.IndexInfo;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.PublishCheck;
import dev.epitome.index.PublishCheck.Decision;
import dev.epitome.search.SearchEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Opens search engines that run inside this process. */
public final class LuceneSearch {

    private LuceneSearch() {}

    /**
     * Opens the index in a directory, as {@code epitome reindex} makes it. What another process publishes there later
     * is seen by itself, within about a second.
     *
     * @throws EpitomeException of kind {@link Kind#INDEX_MISSING} when there is none, of kind
     *     {@link Kind#INDEX_INCOMPATIBLE} when it was made by a version that this one does not understand
     */
    public static SearchEngine open(Path index) {
        return open(index, SearchSettings.DEFAULT);
    }

    /**
     * Opens the index in a directory, to be searched with aliases or weights of the caller's own.
     *
     * @throws EpitomeException of kind {@link Kind#INDEX_MISSING} when there is none, of kind
     *     {@link Kind#INDEX_INCOMPATIBLE} when it was made by a version that this one does not understand, or with
     *     other weights of its fields
     */
    public static SearchEngine open(Path index, SearchSettings settings) {
        Directory directory = IndexDirectory.openForReading(index);
        return new EmbeddedEngine(CommittedIndex.open(directory, index.toString(), settings), settings.profile());
    }

    /**
     * Opens an index that is not published yet. The reader stays the caller's, to be closed after the engine; what is
     * published later is not seen.
     *
     * @param info what the index will be
     */
    static SearchEngine over(DirectoryReader uncommitted, IndexInfo info, SearchSettings settings) {
        return new EmbeddedEngine(CommittedIndex.fixed(uncommitted, info, settings), settings.profile());
    }

    /**
     * Makes a check that searches the new index of a rebuild before it is published. The engine that it is given closes
     * with the check.
     *
     * @param check says whether the new index may be published
     */
    public static PublishCheck beforePublishing(SearchSettings settings, Function<SearchEngine, Decision> check) {
        return (uncommitted, info) -> {
            try (SearchEngine engine = over(uncommitted, info, settings)) {
                return check.apply(engine);
            }
        };
    }

    /** Makes an engine over these articles in memory, for the tests of services that embed search. */
    public static SearchEngine inMemory(List<Article> articles) {
        return inMemory(articles, SearchSettings.DEFAULT);
    }

    /** Makes an engine over these articles in memory, to be searched with aliases or weights of the caller's own. */
    public static SearchEngine inMemory(List<Article> articles, SearchSettings settings) {
        Directory directory = new ByteBuffersDirectory();
        Instant now = Instant.now();
        try (ArticleIndexer indexer = ArticleIndexer.create(
                directory, new IndexSettings(settings.profile().fields(), true), now)) {
            Set<String> ids = new HashSet<>();
            long entry = 0;
            for (Article article : articles) {
                Origin origin = new Origin("memory", Unit.ENTRY, ++entry, Optional.empty(), now);
                indexer.add(article, origin, !ids.add(article.id()));
            }
            indexer.commit();
        }
        return new EmbeddedEngine(CommittedIndex.open(directory, "memory", settings), settings.profile());
    }
}
