package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.EpitomeException;
import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Delete;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.search.FuzzyMode;
import dev.epitome.search.MatchMode;
import dev.epitome.search.Pages;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.tests.store.MockDirectoryWrapper;

/**
 * A store beside a plain map of titles, for three lives: what is put, replaced, deleted, rebuilt, searched and paged
 * through, until the process is killed, in the middle of something or not, and its disk loses what was not synced.
 */
final class StoreModel {

    private static final int LIVES = 3;
    private static final int MOST_STEPS = 12;

    /** Which share neither letters nor meaning. */
    private static final List<String> WORDS = List.of("kafka", "zanzibar", "himeji", "quokka");

    private final Random random;
    private final Map<String, String> titles = new TreeMap<>();
    private List<ArticleChange> unanswered = List.of();
    private Optional<Begun> cursor = Optional.empty();

    /** A search whose other pages are still to be asked for, and what they must have. */
    private record Begun(SearchRequest request, SearchResult first, Set<String> all) {}

    /** From some moment on every operation fails. */
    private static final class Death extends MockDirectoryWrapper.Failure {
        private int left;
        private volatile boolean isDead;
        private volatile boolean isOver;

        Death(int after) {
            left = after;
        }

        @Override
        public synchronized void eval(MockDirectoryWrapper disk) throws IOException {
            isDead |= left-- <= 0 && !isOver;
            if (isDead && !isOver) {
                throw new IOException("killed");
            }
        }
    }

    StoreModel(Random random) {
        this.random = random;
    }

    void run() {
        try (MockDirectoryWrapper disk = new MockDirectoryWrapper(random, new ByteBuffersDirectory())) {
            disk.setCheckIndexOnClose(false);
            for (int life = 0; life < LIVES; life++) {
                live(disk);
                try (ArticleStore store = ArticleStore.in(kept(disk), SearchSettings.DEFAULT)) {
                    takeWhatIsThere(store.engine());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The disk, which outlives each store. */
    private static Directory kept(MockDirectoryWrapper disk) {
        return new FilterDirectory(disk) {
            @Override
            public void close() {}
        };
    }

    private void live(MockDirectoryWrapper disk) throws IOException {
        Death death = new Death(random.nextBoolean() ? random.nextInt(600) : Integer.MAX_VALUE);
        cursor = Optional.empty();
        disk.failOn(death);
        try (ArticleStore store = ArticleStore.in(kept(disk), SearchSettings.DEFAULT)) {
            for (int step = random.nextInt(MOST_STEPS); step >= 0; step--) {
                step(store);
            }
            if (random.nextBoolean()) {
                death.isDead = true;
            }
        } catch (EpitomeException e) {
            assertThat(death.isDead).as(String.valueOf(e)).isTrue();
        }
        death.isOver = true;
        if (death.isDead) {
            disk.crash();
            disk.clearCrash();
        }
    }

    private void step(ArticleStore store) {
        switch (random.nextInt(8)) {
            case 0, 1 -> search(store.engine());
            case 2 -> begin(store.engine());
            case 3 -> end(store.engine());
            case 4 -> rebuild(store);
            default -> change(store);
        }
    }

    private void change(ArticleStore store) {
        List<ArticleChange> changes = new ArrayList<>();
        int count = random.nextInt(3) == 0 ? 1 + random.nextInt(8) : 1;
        for (int i = 0; i < count; i++) {
            String id = "a" + random.nextInt(12);
            changes.add(random.nextInt(3) == 0 ? new Delete(id, Condition.NONE) : put(id, title()));
        }
        unanswered = changes;
        store.apply(changes);
        unanswered = List.of();
        apply(changes, titles);
    }

    private String title() {
        return word() + " " + word() + " " + random.nextInt(100);
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static Put put(String id, String title) {
        Origin origin = new Origin("test", Unit.ENTRY, 1, Optional.empty(), Instant.EPOCH);
        return new Put(told(id, title), origin, Condition.NONE);
    }

    private static Article told(String id, String title) {
        return article(id).titled(title).told();
    }

    private static void apply(List<ArticleChange> changes, Map<String, String> to) {
        for (ArticleChange change : changes) {
            switch (change) {
                case Put put -> to.put(put.id(), put.article().title());
                case Delete delete -> to.remove(delete.id());
            }
        }
    }

    /** Of all that is there and one more; that is the last that may be there or not. */
    private void rebuild(ArticleStore store) {
        Map<String, String> next = new TreeMap<>(titles);
        Put more = put("r" + random.nextInt(3), title());
        apply(List.of(more), next);
        unanswered = List.of(more);
        List<Article> all = next.entrySet().stream()
                .map(one -> told(one.getKey(), one.getValue()))
                .toList();
        assertThat(store.rebuild(all.stream()).refused()).isEmpty();
        unanswered = List.of();
        titles.putAll(next);
    }

    private void search(SearchEngine engine) {
        String word = word();
        SearchResult found = engine.search(request(word).withLimit(100));
        Set<String> expected = with(word);
        assertThat(Pages.ids(List.of(found))).as(word).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(found.total().value()).isEqualTo(expected.size());
    }

    private static SearchRequest request(String word) {
        return SearchRequest.of(word).withFuzzy(FuzzyMode.OFF).withMatch(MatchMode.ALL);
    }

    private Set<String> with(String word) {
        return titles.entrySet().stream()
                .filter(one -> one.getValue().contains(word))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void begin(SearchEngine engine) {
        String word = word();
        SearchRequest request = request(word).withLimit(2);
        cursor = Optional.of(new Begun(request, engine.search(request), with(word)));
    }

    private void end(SearchEngine engine) {
        if (cursor.isEmpty()) {
            return;
        }
        Begun begun = cursor.get();
        List<String> seen = new ArrayList<>(Pages.ids(List.of(begun.first())));
        begun.first()
                .next()
                .ifPresent(next ->
                        seen.addAll(Pages.ids(Pages.from(engine, begun.request().withCursor(next)))));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(begun.all());
        cursor = Optional.empty();
    }

    /** What was not answered may be there or not, wholly. */
    private void takeWhatIsThere(SearchEngine engine) {
        Map<String, String> found = new TreeMap<>();
        engine.search(SearchRequest.of("").withLimit(100))
                .hits()
                .forEach(hit -> found.put(hit.article().id(), hit.article().title()));
        Map<String, String> with = new TreeMap<>(titles);
        apply(unanswered, with);
        assertThat(found).isIn(titles, with);
        titles.clear();
        titles.putAll(found);
        unanswered = List.of();
        WORDS.forEach(word -> assertThat(
                        Pages.ids(List.of(engine.search(request(word).withLimit(100)))))
                .containsExactlyInAnyOrderElementsOf(with(word)));
    }
}
