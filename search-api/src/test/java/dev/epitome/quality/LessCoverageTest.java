package dev.epitome.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.index.LossGuard;
import dev.epitome.index.PublishCheck;
import dev.epitome.index.PublishCheck.Decision;
import dev.epitome.index.Reindex;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.lucene.SearchSettings;
import dev.epitome.search.Seeds;
import dev.epitome.search.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** Of the shipped articles and judgments: the more of them a new index has, the easier it is published. */
final class LessCoverageTest {

    private static final Path CORPUS = Path.of("../corpus");

    /** Every eighth of the queries, which takes an eighth of the time; the articles to find are all of them. */
    private final GoldenSet golden = someOf(GoldenSet.read(CORPUS.resolve("golden")));

    private final List<Article> shipped = Shipped.articles();

    private final PublishCheck byQueries = LuceneSearch.beforePublishing(
            SearchSettings.DEFAULT,
            (candidate, published) ->
                    QualityGate.judge(candidate, published, golden).decision());

    @Test
    void lessCoverageIsNeverEasierToPublishThanMore() {
        Seeds.runs(1, random -> {
            List<Article> shuffled = new ArrayList<>(shipped);
            Collections.shuffle(shuffled, random);
            List<Boolean> byBoth = new ArrayList<>();
            List<Boolean> byQueriesAlone = new ArrayList<>();
            for (int percent : List.of(1, 40, 51, 75, 97, 100)) {
                List<Article> some = shuffled.subList(0, Math.max(1, shuffled.size() * percent / 100));
                byBoth.add(isPublished(some, shipped, candidate -> {
                    Decision found = byQueries.check(candidate);
                    byQueriesAlone.add(found instanceof Decision.Publish);
                    return found.and(LossGuard.DEFAULT.check(candidate));
                }));
            }
            for (List<Boolean> passed : List.of(byBoth, byQueriesAlone)) {
                assertThat(passed)
                        .as("more and more of the articles")
                        .isSorted()
                        .startsWith(false, false, false, false)
                        .endsWith(true);
            }
        });
    }

    @Test
    void whereReadersHaveNothingAnyPartOfItIsPublished() throws Exception {
        Seeds.runs(1, random -> {
            List<Article> shuffled = new ArrayList<>(shipped);
            Collections.shuffle(shuffled, random);
            for (int percent : List.of(5, 40, 60, 75, 100)) {
                List<Article> some = shuffled.subList(0, shuffled.size() * percent / 100);
                assertThat(isPublished(some, List.of(), byQueries))
                        .as("%d of 100", percent)
                        .isTrue();
            }
        });
    }

    private static boolean isPublished(List<Article> candidate, List<Article> published, PublishCheck check) {
        try (Directory directory = new ByteBuffersDirectory()) {
            Reindex.of(published.stream()).into(directory);
            return Reindex.of(candidate.stream())
                    .checkedBy(check)
                    .into(directory)
                    .published()
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenSet someOf(GoldenSet all) {
        List<Topic> some = IntStream.range(0, all.topics().size())
                .filter(i -> i % 8 == 0)
                .mapToObj(all.topics()::get)
                .toList();
        return new GoldenSet(some, all.judgments(), Floor.ofNdcg(0.82));
    }
}
