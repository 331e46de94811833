package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epitome.engine.Budget;
import dev.epitome.engine.Matcher.Slot;
import dev.epitome.engine.Plan;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Plan.Sum;
import dev.epitome.engine.Retriever.Selection;
import dev.epitome.engine.Retriever.TopArticle;
import dev.epitome.engine.Retriever.TopArticles;
import dev.epitome.engine.TermField;
import dev.epitome.index.Reindex;
import dev.epitome.query.Field;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SearchResult;
import dev.epitome.search.Seeds;
import dev.epitome.search.SortOrder;
import dev.epitome.search.TestArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** What is passed over on the way to the best articles is none of them. */
final class RankedTest {

    private static final String[] WORDS = {"net", "work", "base", "graph", "query", "cache", "node", "shard"};
    private static final int ARTICLES = 4_000;

    @Test
    void findsTheSameAsALookAtEveryArticle() {
        Seeds.runs(4, random -> {
            try (Directory memory = new ByteBuffersDirectory()) {
                Reindex.of(articles(many(random)).stream()).into(memory);
                Snapshot snapshot = Snapshot.open(memory, "memory", SearchSettings.DEFAULT);
                for (int i = 0; i < 150; i++) {
                    compare(snapshot, random);
                }
                snapshot.reader().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static TestArticle[] many(Random random) {
        TestArticle[] all = new TestArticle[ARTICLES];
        for (int i = 0; i < all.length; i++) {
            all[i] = article("a" + i).titled(text(random, 3)).saying(text(random, 12));
        }
        return all;
    }

    /** Some words stand in nearly every article, others in few. */
    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder("on");
        for (int i = 0; i < length; i++) {
            text.append(' ').append(WORDS[(int) (WORDS.length * random.nextDouble() * random.nextDouble())]);
            text.append(random.nextInt(200) == 0 ? "work" : random.nextInt(9) == 0 ? "s" : "");
        }
        return text.toString();
    }

    private static void compare(Snapshot snapshot, Random random) throws IOException {
        BudgetedSearcher searcher = snapshot.searcher().on(Budget.unlimited());
        LuceneRetriever retriever = new LuceneRetriever(
                searcher, snapshot.known().terms(), snapshot.known().facets());
        Plan plan = plan(random);
        if (random.nextInt(3) == 0) {
            Plan all = Plan.allOf(List.of(word(random), word(random), word(random)));
            Selection some = new Selection(SortOrder.RELEVANCE, Optional.empty(), 1, 1, random.nextInt(100) + 1, true);
            retriever.top(all, SearchFilter.NONE, some);
            plan = new Sum(
                    List.of(Plan.anyOf(List.of(plan, all))),
                    List.of(Plan.unexplained(new Lookup.Matching(all), 1_000)),
                    0,
                    List.of());
        }
        Selection wanted = new Selection(
                SortOrder.RELEVANCE, Optional.empty(), random.nextInt(30) + 1, SearchResult.COUNTED, 0, true);
        TopArticles first = retriever.top(plan, SearchFilter.NONE, wanted);
        same(searcher, snapshot, plan, wanted, first);
        if (!first.articles().isEmpty()) {
            Selection next = new Selection(
                    SortOrder.RELEVANCE,
                    Optional.of(retriever.sortedBy(
                            SortOrder.RELEVANCE, first.articles().getLast())),
                    wanted.count(),
                    SearchResult.COUNTED,
                    0,
                    true);
            TopArticles second = retriever.top(plan, SearchFilter.NONE, next);
            Selection both = new Selection(
                    SortOrder.RELEVANCE, Optional.empty(), 2 * wanted.count(), SearchResult.COUNTED, 0, true);
            List<TopArticle> pages = new ArrayList<>(first.articles());
            pages.addAll(second.articles());
            assertThat(pages)
                    .as("two pages of %s", plan)
                    .isEqualTo(retriever.top(plan, SearchFilter.NONE, both).articles());
        }
    }

    private static void same(
            BudgetedSearcher searcher, Snapshot snapshot, Plan plan, Selection wanted, TopArticles found)
            throws IOException {
        Query query = new PlanCompiler(snapshot.known().terms()).query(plan);
        TopFieldDocs all = searcher.search(
                query,
                new TopFieldCollectorManager(
                        SortTranslator.sort(SortOrder.RELEVANCE), ARTICLES, null, Integer.MAX_VALUE));
        TopFieldCollector.populateScores(all.scoreDocs, searcher, query);
        assertThat(found.articles()).as("%s", plan).hasSize(Math.min(wanted.count(), all.scoreDocs.length));
        for (int i = 0; i < found.articles().size(); i++) {
            // Sums that are rounded in another order may differ in the last place, and so may the order of equals.
            assertThat((double) found.articles().get(i).score())
                    .as("place %d of %s", i, plan)
                    .isCloseTo(all.scoreDocs[i].score, within(1e-4 * Math.max(1, all.scoreDocs[i].score)));
        }
        if (found.counted()) {
            assertThat(found.hits()).as("hits of %s", plan).isEqualTo(all.totalHits.value());
        } else {
            assertThat(found.hits()).isGreaterThan(SearchResult.COUNTED).isLessThanOrEqualTo(all.totalHits.value());
        }
    }

    private static Plan plan(Random random) {
        List<Plan> words = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            words.add(
                    switch (random.nextInt(6)) {
                        case 0, 1 -> Plan.bestOf(List.of(word(random), rare(random)));
                        case 2 -> Plan.bestOf(List.of(word(random), near(random), dear(random)));
                        default -> word(random);
                    });
        }
        List<Plan> close = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            close.add(near(random));
        }
        List<Plan> required = random.nextBoolean() ? words : List.of(Plan.anyOf(words));
        List<Plan> without = random.nextInt(4) == 0 ? List.of(word(random)) : List.of();
        return new Sum(required, close, 0, without);
    }

    private static Plan word(Random random) {
        String word = WORDS[random.nextInt(WORDS.length)];
        List<Plan> terms = List.of(
                term(TermField.LOOSE, word, random),
                term(TermField.EXACT, random.nextBoolean() ? word : word + "s", random));
        return random.nextInt(5) == 0 ? terms.getFirst() : Plan.anyOf(terms);
    }

    private static Plan rare(Random random) {
        return term(TermField.LOOSE, WORDS[random.nextInt(WORDS.length)] + "work", random);
    }

    /** Where an article with all the words may still not match, which can be told only once. */
    private static Plan dear(Random random) {
        return new Sum(List.of(), List.of(near(random), near(random), near(random)), 2, List.of());
    }

    /** No term scores more than its boost times the largest idf. */
    private static Plan term(TermField field, String term, Random random) {
        float boost = 0.2f + random.nextFloat();
        Leaf leaf = (Leaf) Plan.unexplained(new Lookup.Term(field, term), boost);
        return new Leaf(leaf.lookup(), boost, 12 * boost, leaf.evidence());
    }

    private static Plan near(Random random) {
        List<Slot> slots = List.of(
                new Slot(Set.of(WORDS[random.nextInt(WORDS.length)]), 0),
                new Slot(Set.of(WORDS[random.nextInt(WORDS.length)]), 1));
        float boost = random.nextFloat();
        return Plan.bestOf(List.of(
                Plan.unexplained(new Lookup.Phrase(Field.TITLE, slots, 4), boost),
                Plan.unexplained(new Lookup.Phrase(Field.SUMMARY, slots, 4), boost)));
    }
}
