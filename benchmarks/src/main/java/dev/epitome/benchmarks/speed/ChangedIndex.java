package dev.epitome.benchmarks.speed;

import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.benchmarks.SyntheticCorpus;
import dev.epitome.lucene.ArticleStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/**
 * An index of generated articles that is changed: a copy of one that is kept for other runs, and goes when it is
 * closed. Its first half stays as it is; what is replaced is of the second. What it is changed by is made by one
 * thread.
 */
final class ChangedIndex implements AutoCloseable {

    /** No more of the first half are held in memory. */
    private static final int MOST_KNOWN = 10_000;

    private static final String ID = "synthetic-";

    private final long size;
    private final Path folder;
    private final ArticleStore store;
    private final List<Article> known;
    private final SyntheticCorpus more;
    private final RandomGenerator random;
    private long added;

    private ChangedIndex(long size, Path folder, List<Article> known, SyntheticCorpus more, RandomGenerator random) {
        this.size = size;
        this.folder = folder;
        this.store = ArticleStore.open(folder);
        this.known = known;
        this.more = more;
        this.random = random;
    }

    /**
     * Makes such an index, and the one that it is a copy of where that is not there yet.
     *
     * @param corpus of whose sentences the articles are made
     * @param size how many articles it begins with, 2 or more
     */
    static ChangedIndex copy(Surroundings surroundings, Path corpus, long size, long seed) throws IOException {
        String name = "generated-" + seed + "-" + size;
        Path kept = EngineRun.epitomeIndex(
                surroundings, name, () -> generated(corpus, seed).limit(size));
        Path folder = Files.createTempDirectory(surroundings.work(), name + "-changed-");
        try (Stream<Path> files = Files.list(kept)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(kept.relativize(file)));
            }
        }
        return new ChangedIndex(
                size,
                folder,
                generated(corpus, seed).limit(Math.min(MOST_KNOWN, size / 2)).toList(),
                SyntheticCorpus.from(corpus, seed + 1),
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    }

    private static Stream<Article> generated(Path corpus, long seed) {
        return Stream.generate(SyntheticCorpus.from(corpus, seed)::next);
    }

    ArticleStore store() {
        return store;
    }

    /** How it is called in tables. */
    String label() {
        return String.format(Locale.ROOT, "%,d articles", size);
    }

    /** Some that it has had from the beginning, and keeps. */
    List<Article> known() {
        return known;
    }

    /** An article with an id that it has not. */
    Article newArticle() {
        return more.next().withId("added-" + added++);
    }

    /** Another with the id of one that it has. */
    Article replacement() {
        return more.next().withId(ID + random.nextLong(size / 2, size));
    }

    /** So many batches of changes that put what is given. */
    static List<List<ArticleChange>> batches(int count, int each, Supplier<Article> articles) {
        Origin origin = new Origin("benchmark", Unit.ENTRY, 1, Optional.empty(), Instant.now());
        List<List<ArticleChange>> batches = new ArrayList<>();
        for (int batch = 0; batch < count; batch++) {
            List<ArticleChange> changes = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                changes.add(new Put(articles.get(), origin, Condition.NONE));
            }
            batches.add(changes);
        }
        return batches;
    }

    @Override
    public void close() throws IOException {
        store.close();
        Surroundings.delete(folder);
    }
}
