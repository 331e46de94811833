package dev.epitome.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.benchmarks.SyntheticCorpus;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class QueryDrawingTest {

    @TempDir
    Path folder;

    private List<Article> articles = List.of();

    @BeforeAll
    void makeArticles() {
        SyntheticCorpus corpus = SyntheticCorpus.from(Path.of("..", "corpus", "articles"), 1);
        articles = Stream.generate(corpus::next).limit(2_000).toList();
    }

    @Test
    void theSameSeedDrawsTheSameQueries() {
        assertThat(QueryDrawing.draw(articles, 20, 5))
                .isEqualTo(QueryDrawing.draw(articles, 20, 5))
                .isNotEqualTo(QueryDrawing.draw(articles, 20, 6));
    }

    @Test
    void everyKindIsDrawnAndNoQueryTwice() {
        List<DrawnQuery> drawn = QueryDrawing.draw(articles, 20, 5);
        assertThat(drawn).doesNotHaveDuplicates();
        assertThat(drawn.stream().map(DrawnQuery::kind)).contains(QueryKind.values());
    }

    @Test
    void typosAndWordsOfNobodyStandInNoArticleAndTheOthersDo() {
        Set<String> words = articles.stream()
                .flatMap(article -> Stream.of((article.title() + " " + article.summary())
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{N}]+", -1)))
                .collect(Collectors.toSet());
        for (DrawnQuery query : QueryDrawing.draw(articles, 20, 5)) {
            switch (query.kind()) {
                case TYPO, NOTHING_FOUND -> assertThat(words).doesNotContain(query.words());
                case RARE_WORD, COMMON_WORD, FILTER, FACETS -> assertThat(words).contains(query.words());
                case PREFIX -> assertThat(words).anyMatch(word -> word.startsWith(query.words()));
                default -> {}
            }
        }
    }

    @Test
    void queriesAreReadBackAsTheyWereWritten() throws Exception {
        List<DrawnQuery> drawn = QueryDrawing.draw(articles, 5, 5);
        DrawnQuery.write(drawn, folder.resolve("queries.tsv"));
        assertThat(DrawnQuery.read(folder.resolve("queries.tsv"))).isEqualTo(drawn);
    }

    @Test
    void moreRecordsThanThereAreComeOfTheSentencesOfDifferentOnesAndAreTheSameForTheSameSeed() {
        Records few = new Records(articles.subList(0, 50));
        List<Article> many = few.take(80, 3).toList();
        assertThat(many).isEqualTo(few.take(80, 3).toList()).hasSize(80).startsWith(articles.getFirst());
        assertThat(many.stream().map(Article::id).collect(Collectors.toSet())).hasSize(80);
        assertThat(few.take(10, 3)).hasSize(10);
    }
}
