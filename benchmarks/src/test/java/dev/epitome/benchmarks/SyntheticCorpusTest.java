package dev.epitome.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SyntheticCorpusTest {

    private static final Path SHIPPED = Path.of("..", "corpus", "articles");

    @Test
    void theSameSeedGivesTheSameArticles() {
        assertThat(articles(7, 200)).isEqualTo(articles(7, 200)).isNotEqualTo(articles(8, 200));
    }

    @Test
    void noTwoArticlesAreTheSame() {
        assertThat(articles(7, 2_000))
                .doesNotHaveDuplicates()
                .extracting(Article::id)
                .doesNotHaveDuplicates();
        assertThat(articles(7, 2_000)).extracting(Article::summary).hasSizeGreaterThan(1_900);
    }

    @Test
    void whatIsWrittenIsOneRecordALine() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GenerateCorpus.write(SyntheticCorpus.from(SHIPPED, 7), 50, out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(50).allMatch(line -> line.startsWith("{"));
    }

    private static List<Article> articles(long seed, int count) {
        SyntheticCorpus corpus = SyntheticCorpus.from(SHIPPED, seed);
        return Stream.generate(corpus::next).limit(count).toList();
    }
}
