package dev.epitome.wire;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a row says of its parameter is so. */
final class ParameterTest {

    /** Another value for each parameter of a search. */
    private static final Map<Parameter, String> OTHERS = new EnumMap<>(Map.ofEntries(
            Map.entry(Parameter.Q, "kafka streams"),
            Map.entry(Parameter.LIMIT, "2"),
            Map.entry(Parameter.SORT, "-published"),
            Map.entry(Parameter.SOURCE, "Cloud Weekly"),
            Map.entry(Parameter.AUTHOR, "Ann"),
            Map.entry(Parameter.TAG, "streams"),
            Map.entry(Parameter.TYPE, "video"),
            Map.entry(Parameter.PUBLISHED_AFTER, "2024"),
            Map.entry(Parameter.PUBLISHED_BEFORE, "2026"),
            Map.entry(Parameter.MATCH, "all"),
            Map.entry(Parameter.FUZZY, "off"),
            Map.entry(Parameter.FRESHNESS, "30d"),
            Map.entry(Parameter.FIELDS, "title"),
            Map.entry(Parameter.HIGHLIGHT, "none"),
            Map.entry(Parameter.FACETS, "tag"),
            Map.entry(Parameter.EXPLAIN, "true")));

    static final Set<Parameter> TRIED = OTHERS.keySet();

    private final SearchEngine engine = LuceneSearch.inMemory(articles(
            article("a").titled("Kafka at rest"),
            article("b").titled("Kafka in motion"),
            article("c").titled("Kafka")));

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @FieldSource("TRIED")
    void aCursorIsRefusedWithAnotherValueOfWhatDecidesTheHits(Parameter parameter) {
        String cursor = engine.search(search(Map.of("q", List.of("kafka"), "limit", List.of("1"))))
                .next()
                .orElseThrow()
                .token();
        Map<String, List<String>> given = new HashMap<>(Map.of("q", List.of("kafka"), "cursor", List.of(cursor)));
        given.put(parameter.key(), List.of(OTHERS.get(parameter)));
        EpitomeException refusal = catchThrowableOfType(EpitomeException.class, () -> engine.search(search(given)));
        if (parameter.decidesHits()) {
            assertThat(refusal).isNotNull().returns(Kind.INVALID_CURSOR, EpitomeException::kind);
        } else {
            assertThat(refusal).isNull();
        }
    }

    /** A cursor cannot come with another cursor or with an offset, and a suggestion has none. */
    @Test
    void noParameterOfASearchIsForgottenHere() {
        Set<Parameter> all = Resource.SEARCH.parameters();
        all.removeAll(Set.of(Parameter.CURSOR, Parameter.OFFSET));
        assertThat(OTHERS.keySet()).containsExactlyElementsOf(all);
    }

    private static SearchRequest search(Map<String, List<String>> given) {
        return GivenParameters.of(given, Resource.SEARCH).search().request();
    }
}
