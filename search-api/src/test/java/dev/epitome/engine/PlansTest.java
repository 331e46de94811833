package dev.epitome.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.engine.QueryParts.Strictness;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.Shipped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What telling queries mean to the shipped articles, in a file to read: a change of meaning shows as a diff of it.
 * Where the change is wanted, put what the failure says into the file.
 */
final class PlansTest {

    private static final String FILE = "plans.txt";
    private static final String STRICT = "all words of: ";
    private static final String RELAXED = "some words of: ";

    @Test
    void everyTellingQueryHasTheseMeanings() throws IOException {
        String expected;
        try (InputStream in = PlansTest.class.getResourceAsStream(FILE)) {
            expected = new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
        }
        IndexState state = MemoryIndex.of(Shipped.articles());
        StringBuilder actual = new StringBuilder();
        int queries = 0;
        for (String line : expected.lines().toList()) {
            if (line.startsWith(STRICT) || line.startsWith(RELAXED)) {
                queries++;
                actual.append(actual.charAt(actual.length() - 2) == '\n' ? "" : "\n")
                        .append(line)
                        .append('\n')
                        .append(PlanPrinter.print(plan(state, line)));
            } else if (line.startsWith("#")) {
                actual.append(line).append('\n');
            } else if (queries == 0) {
                actual.append('\n');
            }
        }
        assertThat(queries).isGreaterThanOrEqualTo(60);
        assertThat(actual.toString()).isEqualTo(expected);
    }

    private static Plan plan(IndexState state, String line) {
        boolean strict = line.startsWith(STRICT);
        SearchRequest request = SearchRequest.of(line.substring((strict ? STRICT : RELAXED).length()))
                .withToday(LocalDate.of(2026, 1, 31));
        return new QueryRewriter(request, state, RankingProfile.DEFAULT)
                .plan(strict ? Strictness.ALL_WORDS : Strictness.SOME_WORDS);
    }
}
