package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.alias.AliasDictionary;
import dev.epitome.alias.AliasFile;
import dev.epitome.alias.AliasOrigin;
import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.engine.PlanningEngine;
import dev.epitome.index.ArticleIndexer;
import dev.epitome.index.IndexSettings;
import dev.epitome.query.Interpretation.AliasUse;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.Searching;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** Aliases that a user adds, and doing without those that are learned. */
final class OwnAliasesTest {

    private static final List<Article> ARTICLES = articles(
            article("short").titled("MBX"),
            article("long").titled("Message box exchange"),
            article("boxes").titled("An exchange of boxes, message by message"),
            article("defines").titled("Quick Plan Hint Store (QPHS)"),
            article("spells").titled("The quick plan hint store"),
            article("eks").titled("Elastic Kubernetes Service"));

    @Test
    void aUsersAliasesAreSearchedBesideTheShippedOnes() {
        try (SearchEngine engine =
                LuceneSearch.inMemory(ARTICLES, SearchSettings.DEFAULT.withMore(own("MBX, message box exchange")))) {
            Searching.in(engine, "mbx").ranks("short", "long");
            Searching.in(engine, "EKS").ranks("eks");
            assertThat(Searching.in(engine, "mbx").result().interpreted().aliases())
                    .containsExactly(new AliasUse("mbx", List.of("message box exchange"), false));
        }
        try (SearchEngine engine = LuceneSearch.inMemory(ARTICLES)) {
            Searching.in(engine, "mbx").ranks("short");
        }
    }

    @Test
    void aUsersAliasCanBeOneWay() {
        try (SearchEngine engine =
                LuceneSearch.inMemory(ARTICLES, SearchSettings.DEFAULT.withMore(own("exchange => MBX")))) {
            Searching.in(engine, "mbx").ranks("short");
            Searching.in(engine, "exchange").finds("short", "long", "boxes");
        }
    }

    @Test
    void anIndexMadeWithoutLearnedAcronymsKnowsNone() {
        try (SearchEngine learned = open(IndexSettings.DEFAULT);
                SearchEngine none = open(IndexSettings.DEFAULT.withoutLearnedAcronyms())) {
            Searching.in(learned, "qphs").finds("defines", "spells");
            Searching.in(none, "qphs").finds("defines");
            assertThat(Searching.in(none, "qphs").result().interpreted().aliases())
                    .isEmpty();
            Searching.in(none, "eks").finds("eks");
        }
    }

    private static SearchEngine open(IndexSettings settings) {
        Directory directory = new ByteBuffersDirectory();
        Instant now = Instant.EPOCH;
        try (ArticleIndexer indexer = ArticleIndexer.create(directory, settings, now)) {
            Origin origin = new Origin("test", Unit.ENTRY, 1, Optional.empty(), now);
            ARTICLES.forEach(article -> indexer.add(article, origin));
            indexer.commit();
        }
        CommittedIndex index = CommittedIndex.open(directory, "memory", SearchSettings.DEFAULT);
        return new PlanningEngine(index, SearchSettings.DEFAULT.profile());
    }

    private static AliasDictionary own(String lines) {
        try {
            byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
            return AliasFile.read(new ByteArrayInputStream(bytes), "own.txt", AliasOrigin.USER)
                    .dictionary();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
