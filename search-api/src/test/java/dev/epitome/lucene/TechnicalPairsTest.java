package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.search.FuzzyMode;
import dev.epitome.search.MatchMode;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.TestArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the engine to {@code technical.txt}: which query finds which text, and which must not. */
final class TechnicalPairsTest {

    private static final Path FILE = Path.of("src/test/resources/pairs/technical.txt");

    /** What is in the index besides, so that nothing is found only since nothing else is there. */
    private static final List<TestArticle> OTHERS = List.of(
            article("roses").titled("Gardening in spring").saying("Roses need water through a long dry summer."),
            article("bread").titled("Baking").saying("Flour, salt and a starter make a loaf that keeps for days."),
            article("sails").titled("Sailing").saying("The boat leaves the harbour at dawn when the wind turns."));

    /** A text and what is said of it. */
    record Example(String text, List<String> finding, List<String> others) {
        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            String rest = line.isEmpty() ? "" : line.substring(2);
            switch (line.isEmpty() ? '#' : line.charAt(0)) {
                case '=' -> examples.add(new Example(rest, new ArrayList<>(), new ArrayList<>()));
                case '+' -> examples.getLast().finding().add(rest);
                case '-' -> examples.getLast().others().add(rest);
                case '#' -> {}
                default -> throw new IllegalStateException(line);
            }
        }
        return examples.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void aTextIsFoundByItsQueriesAndByNoOthers(Example example) {
        List<TestArticle> all = new ArrayList<>(OTHERS);
        all.add(article("it").saying(example.text()));
        try (SearchEngine engine = LuceneSearch.inMemory(TestArticle.articles(all.toArray(TestArticle[]::new)))) {
            assertThat(example.finding()).as("find it").allMatch(query -> finds(engine, query));
            assertThat(example.others()).as("do not find it").noneMatch(query -> finds(engine, query));
        }
    }

    @Test
    void thereAreManyPairs() throws IOException {
        assertThat(examples().mapToInt(example -> example.finding().size()).sum())
                .isGreaterThan(900);
        assertThat(examples().mapToInt(example -> example.others().size()).sum())
                .isGreaterThan(300);
    }

    private static boolean finds(SearchEngine engine, String query) {
        return engine.search(SearchRequest.of(query).withMatch(MatchMode.ALL).withFuzzy(FuzzyMode.OFF)).hits().stream()
                .anyMatch(hit -> hit.article().id().equals("it"));
    }
}
