package dev.epitome.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.alias.AliasDictionary;
import dev.epitome.article.Article;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.Reindex;
import dev.epitome.query.QueryLanguage;
import dev.epitome.search.Freshness;
import dev.epitome.search.Hit;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However large a query, over the shipped corpus Lucene is never asked for more clauses than it takes. */
@EnabledIf("isShipped")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LargeQueryTest {

    private static final Path CORPUS = Path.of("..", "corpus", "articles");

    private SearchEngine engine = LuceneSearch.inMemory(List.of());
    private List<Article> articles = List.of();
    private List<String> words = List.of();

    static boolean isShipped() {
        return Files.exists(CORPUS);
    }

    @BeforeAll
    void index(@TempDir Path folder) {
        CorpusReader corpus = CorpusReader.of(List.of(CORPUS.toString()));
        Reindex.of(corpus).into(folder.resolve("index"));
        engine = LuceneSearch.open(folder.resolve("index"));
        articles = Stream.of("kubernetes", "llm", "java", "cloud", "database")
                .flatMap(word -> engine.search(SearchRequest.of(word).withLimit(20)).hits().stream())
                .map(Hit::article)
                .toList();
        words = articles.stream()
                .flatMap(article -> Stream.of(article.summary().split("[^A-Za-z]+")))
                .filter(word -> word.length() > 3)
                .distinct()
                .toList();
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", " OR "})
    void asManyAcronymsAsThereIsRoomForAreAnsweredWithoutTheirAliases(String between) throws IOException {
        List<String> known = known();
        int cut = 0;
        for (int first = 0; first + QueryLanguage.MAX_CLAUSES <= known.size(); first += QueryLanguage.MAX_CLAUSES) {
            String query = String.join(between, known.subList(first, first + QueryLanguage.MAX_CLAUSES));
            SearchResult result = engine.search(SearchRequest.of(query));
            assertThat(result.hits()).isNotEmpty();
            boolean without =
                    result.warnings().stream().anyMatch(warning -> warning.contains("aliases were not searched for"));
            assertThat(result.interpreted().aliases().isEmpty()).isEqualTo(without);
            cut += without ? 1 : 0;
        }
        assertThat(cut).isPositive();
    }

    @Test
    void aQuotedSummaryFindsItsArticle() {
        for (Article article : articles) {
            String summary = article.summary().replace('"', ' ');
            SearchResult result = engine.search(SearchRequest.of('"' + summary + '"'));
            assertThat(result.hits()).extracting(hit -> hit.article().id()).contains(article.id());
        }
    }

    @Test
    void aPastedSummaryFindsItsArticleByAllThatAQueryCanMean() {
        for (Article article : articles) {
            SearchResult result = engine.search(SearchRequest.of(article.summary()));
            assertThat(result.hits()).extracting(hit -> hit.article().id()).contains(article.id());
            assertThat(result.warnings()).noneMatch(warning -> warning.startsWith("The query is long"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", " OR "})
    void asManyPartsOfOneKindAsThereIsRoomForAreAnswered(String between) {
        List<UnaryOperator<String>> kinds = List.of(
                word -> '"' + word + '"',
                word -> '"' + word + " and " + word + '"',
                word -> "title:" + word,
                word -> "tag:" + word,
                word -> "type:" + word,
                word -> "-" + word,
                word -> "title:(-" + word + " OR x)",
                word -> word.substring(0, 2) + "*",
                word -> word + "-" + word + "-" + word,
                word -> "published:2024..2025");
        for (UnaryOperator<String> kind : kinds) {
            String query =
                    words.stream().limit(QueryLanguage.MAX_CLAUSES).map(kind).collect(Collectors.joining(between));
            assertThat(answered(query)).isTrue();
        }
    }

    @Test
    void anyMixOfPartsIsAnswered() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            String query = IntStream.range(0, 1 + random.nextInt(QueryLanguage.MAX_CLAUSES))
                    .mapToObj(none -> part(random))
                    .collect(Collectors.joining(" "));
            assertThat(answered(query)).as("seed %d: %s", seed, query).isTrue();
        }
    }

    private boolean answered(String query) {
        SearchRequest request = SearchRequest.of(query).withFreshness(new Freshness(30));
        return engine.search(request).total().value() >= 0;
    }

    private String part(Random random) {
        String word = words.get(random.nextInt(words.size()));
        String other = words.get(random.nextInt(words.size()));
        return switch (random.nextInt(9)) {
            case 0 -> '"' + word + " " + other + '"';
            case 1 -> "title:\"" + word + " " + other + '"';
            case 2 -> "OR " + word;
            case 3 -> "-" + word;
            case 4 -> "(" + word + " OR published:2025)";
            case 5 -> word + "-" + other;
            case 6 -> "summary:(" + word + " " + other + ")";
            case 7 -> word.substring(0, 2) + "*";
            default -> word;
        };
    }

    private static List<String> known() throws IOException {
        try (InputStream in = Objects.requireNonNull(AliasDictionary.class.getResourceAsStream("aliases.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("=>|,", 2)[0].strip())
                    .filter(left -> left.indexOf(' ') < 0)
                    .distinct()
                    .toList();
        }
    }
}
