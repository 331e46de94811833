package dev.epitome.lucene;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.engine.PlanningEngine;
import dev.epitome.index.ArticleIndexer;
import dev.epitome.index.IndexDirectory;
import dev.epitome.index.IndexInfo;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.PublishCheck;
import dev.epitome.index.PublishCheck.Decision;
import dev.epitome.search.SearchEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Opens search engines that run inside this process. */
public final class LuceneSearch {

    private LuceneSearch() {}

    /**
     * Opens the index in a directory, as a rebuild makes it. What another process publishes there later is seen by
     * itself, within about a second.
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
        Objects.requireNonNull(settings, "settings");
        Directory directory = IndexDirectory.openForReading(Objects.requireNonNull(index, "index"));
        return new PlanningEngine(CommittedIndex.open(directory, index.toString(), settings), settings.profile());
    }

    /**
     * Opens the index in any directory of Lucene's, such as one in memory that a program makes its index in. The engine
     * takes the directory over and closes it in the end; what is published there meanwhile is seen.
     *
     * @throws EpitomeException as {@link #open(Path, SearchSettings)} does
     */
    public static SearchEngine open(Directory index, SearchSettings settings) {
        Objects.requireNonNull(settings, "settings");
        String where = Objects.requireNonNull(index, "index").toString();
        return new PlanningEngine(CommittedIndex.open(index, where, settings), settings.profile());
    }

    /**
     * Opens an index that is not published yet. The reader stays the caller's, to be closed after the engine; what is
     * published later is not seen.
     *
     * @param info what the index will be
     */
    static SearchEngine over(DirectoryReader uncommitted, IndexInfo info, SearchSettings settings) {
        return new PlanningEngine(CommittedIndex.fixed(uncommitted, info, settings), settings.profile());
    }

    /** Looks at a new index through an engine. */
    @FunctionalInterface
    public interface EngineCheck {

        /**
         * Says whether the new index may be published. The engines close with the check.
         *
         * @param candidate over the new index
         * @param published over what readers now have; empty where there is nothing, or nothing that these settings can
         *     search
         */
        Decision check(SearchEngine candidate, Optional<SearchEngine> published);
    }

    /**
     * Makes a check that searches the new index of a rebuild before it is published, beside the one that readers have.
     */
    public static PublishCheck beforePublishing(SearchSettings settings, EngineCheck check) {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(check, "check");
        return candidate -> {
            // The readers are closed by whoever opened them, and the engines hold nothing else.
            Optional<SearchEngine> published = candidate
                    .published()
                    .filter(old ->
                            old.info().weights().equals(settings.profile().fields()))
                    .map(old -> over(old.reader(), old.info(), settings));
            try (SearchEngine engine = over(candidate.uncommitted(), candidate.info(), settings)) {
                return check.check(engine, published);
            } finally {
                published.ifPresent(SearchEngine::close);
            }
        };
    }

    /** Makes an engine over these articles in memory, for the tests of services that embed search. */
    public static SearchEngine inMemory(List<Article> articles) {
        return inMemory(articles, SearchSettings.DEFAULT);
    }

    /** Makes an engine over these articles in memory, to be searched with aliases or weights of the caller's own. */
    public static SearchEngine inMemory(List<Article> articles, SearchSettings settings) {
        Objects.requireNonNull(articles, "articles");
        Objects.requireNonNull(settings, "settings");
        Directory directory = new ByteBuffersDirectory();
        Instant now = Instant.now();
        try (ArticleIndexer indexer = ArticleIndexer.create(
                directory, new IndexSettings(settings.profile().fields(), true), now)) {
            long entry = 0;
            for (Article article : articles) {
                indexer.add(article, new Origin("memory", Unit.ENTRY, ++entry, Optional.empty(), now));
            }
            indexer.commit();
        }
        return new PlanningEngine(CommittedIndex.open(directory, "memory", settings), settings.profile());
    }
}
