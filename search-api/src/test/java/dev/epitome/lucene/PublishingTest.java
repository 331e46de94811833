package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.index.BackupResult.Copied;
import dev.epitome.index.IndexBackup;
import dev.epitome.index.IndexRestore;
import dev.epitome.index.LossGuard;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.TestArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running engine sees of what others do to its index. */
final class PublishingTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private Path index = Path.of("");
    private SearchEngine engine = LuceneSearch.inMemory(List.of());

    @BeforeEach
    void openFirstEdition() {
        index = folder.resolve("index");
        engine.close();
        Rebuild.of(index, edition("first"));
        engine = LuceneSearch.open(index);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void rebuildsByAnotherWriterAreSeenSoonAndNoSearchFailsMeanwhile() throws Exception {
        AtomicBoolean end = new AtomicBoolean();
        Map<String, Set<String>> seen = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> searches = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        while (!end.get()) {
                            checkOneEdition(seen);
                        }
                    }))
                    .toList();
            for (String edition : List.of("second", "third", "fourth")) {
                Rebuild.of(index, edition(edition));
                Eventually.within(SOON, edition + " edition", () -> answers(edition));
                checkOneEdition(seen);
            }
            end.set(true);
            for (Future<?> search : searches) {
                search.get();
            }
        }
        assertThat(seen.values()).allMatch(editions -> editions.size() == 1);
        assertThat(seen.values().stream().flatMap(Set::stream)).contains("first", "fourth");
    }

    /** All hits of one answer are of one edition, and so are all answers of one version. */
    private void checkOneEdition(Map<String, Set<String>> seen) {
        SearchResult result = engine.search(SearchRequest.of("edition").withLimit(100));
        Set<String> editions = result.hits().stream()
                .map(hit -> hit.article().title().split(" ", -1)[0])
                .collect(java.util.stream.Collectors.toSet());
        assertThat(result.hits()).hasSize(50);
        assertThat(editions).hasSize(1);
        seen.computeIfAbsent(result.index().version(), version -> ConcurrentHashMap.newKeySet())
                .addAll(editions);
    }

    /** Its segments had the names of those that are open. */
    @Test
    void aBackupThatIsRestoredIsSeenAndNoSearchFailsMeanwhile() throws Exception {
        Path backup = folder.resolve("backup");
        assertThat(IndexBackup.make(index, backup, LossGuard.DEFAULT)).isInstanceOf(Copied.class);
        String first = engine.index().version();
        assertThat(IndexRestore.of(backup, index, LossGuard.DEFAULT)).isInstanceOf(Copied.class);
        Eventually.within(SOON, "the backup", () -> !engine.index().version().equals(first));
        checkOneEdition(new ConcurrentHashMap<>());
        Rebuild.of(index, edition("second"));
        Eventually.within(SOON, "second edition", () -> answers("second"));
        assertThat(IndexRestore.of(backup, index, LossGuard.DEFAULT)).isInstanceOf(Copied.class);
        Eventually.within(SOON, "the backup again", () -> answers("first"));
    }

    @Test
    void anEngineTellsOfTheNewStateOfItsIndex() throws Exception {
        String before = engine.index().version();
        Rebuild.of(index, List.of(article("only").titled("second edition").told()));
        Eventually.within(
                SOON, "another version", () -> !engine.index().version().equals(before));
        assertThat(engine.index().articles()).isEqualTo(1);
        assertThat(engine.find("only")).isPresent();
        assertThat(engine.find("a7")).isEmpty();
    }

    @Test
    void anEngineGoesOnAnsweringWhenItsDirectoryIsDeleted() throws Exception {
        delete(index);
        Eventually.looksAgain(engine);
        assertThat(answers("first")).isTrue();
        assertThat(engine.find("a7")).isPresent();
    }

    @Test
    void anIndexThatWasDeletedAndMadeAnewIsSeen() throws Exception {
        delete(index);
        Rebuild.of(index, edition("second"));
        Eventually.within(SOON, "the index made anew", () -> answers("second"));
    }

    @Test
    void aRebuildOfAnotherSchemaIsLeftAloneUntilOneOfOursFollows() throws Exception {
        ForeignIndex.commitOfSchema(index, 99);
        Eventually.looksAgain(engine);
        assertThat(answers("first")).isTrue();
        Rebuild.of(index, edition("second"));
        Eventually.within(SOON, "the rebuild of our schema", () -> answers("second"));
    }

    @Test
    void aDamagedCommitIsLeftAloneUntilAGoodOneFollows() throws Exception {
        Files.write(index.resolve("segments_zz"), new byte[] {1, 2, 3});
        Eventually.looksAgain(engine);
        assertThat(answers("first")).isTrue();
        Files.delete(index.resolve("segments_zz"));
        Rebuild.of(index, edition("second"));
        Eventually.within(SOON, "the good commit", () -> answers("second"));
    }

    private boolean answers(String edition) {
        return engine.search(SearchRequest.of(edition)).total().value() == 50;
    }

    private static List<Article> edition(String name) {
        return TestArticle.articles(IntStream.range(0, 50)
                .mapToObj(i -> article("a" + i).titled(name + " edition"))
                .toArray(TestArticle[]::new));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
