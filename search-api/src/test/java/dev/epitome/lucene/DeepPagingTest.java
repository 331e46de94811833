package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.search.Pages;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.Seeds;
import dev.epitome.search.SortOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Pages so deep that the search passes over what cannot be on them. */
final class DeepPagingTest {

    private static final List<String> WORDS =
            List.of("cache", "quartz", "basalt", "granite", "marble", "topaz", "garnet", "onyx", "jasper");
    private static final int ARTICLES = 10_300;
    private static final int COMPARED = 2;

    @Test
    void theHitsOfAnyQueryComeOnceEachInTheOrderOfTheWholeAnswer() {
        Seeds.runs(1, random -> {
            List<Set<String>> words = new ArrayList<>();
            List<Article> articles = articles(random, words);
            try (SearchEngine engine = LuceneSearch.inMemory(articles)) {
                SearchRequest relaxed = SearchRequest.of("cache coral");
                assertThat(engine.search(relaxed).relaxed()).isTrue();
                check(engine, relaxed, random, ARTICLES);
                SearchRequest any = SearchRequest.of("quartz OR basalt OR topaz");
                check(engine, any, random, matching(any.query().text(), words));
                check(engine, SearchRequest.of("cache").withSort(SortOrder.NEWEST), random, ARTICLES);
            }
        });
    }

    private static void check(SearchEngine engine, SearchRequest request, Random random, long expected) {
        List<SearchResult> pages = Pages.from(engine, request.withLimit(SearchRequest.MAX_LIMIT));
        List<String> paged = Pages.ids(pages);
        assertThat(paged).as("%s", request).doesNotHaveDuplicates().hasSize((int) expected);
        assertThat(pages)
                .extracting(SearchResult::total)
                .containsOnly(pages.getFirst().total());
        for (int i = 0; i < COMPARED; i++) {
            int offset = random.nextInt(Math.min(paged.size(), SearchRequest.MAX_OFFSET));
            SearchRequest page = request.withOffset(offset).withLimit(SearchRequest.MAX_LIMIT);
            assertThat(Pages.ids(List.of(engine.search(page))))
                    .as("%s", page)
                    .isEqualTo(paged.subList(offset, Math.min(offset + SearchRequest.MAX_LIMIT, paged.size())));
        }
    }

    private static long matching(String query, List<Set<String>> words) {
        List<String> wanted = List.of(query.split(" OR ", -1));
        return words.stream()
                .filter(some -> !Collections.disjoint(some, wanted))
                .count();
    }

    /** The first word is in all, one more in few; each text's own words are added to the list. */
    private static List<Article> articles(Random random, List<Set<String>> words) {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            StringBuilder text = new StringBuilder(WORDS.getFirst());
            for (int more = random.nextInt(12); more > 0; more--) {
                int word = (int) (WORDS.size() * Math.pow(random.nextDouble(), 4));
                text.append(' ').append(WORDS.get(word));
            }
            text.append(i % 200 == 0 ? " coral" : "");
            words.add(new TreeSet<>(List.of(text.toString().split(" ", -1))));
            articles.add(article("a" + i)
                    .titled("Untold")
                    .saying(text.toString())
                    .published("20" + (10 + random.nextInt(15)))
                    .ranked(1 + random.nextInt(20))
                    .told());
        }
        return articles;
    }
}
