package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.article.Article;
import dev.epitome.query.Field;
import dev.epitome.search.Suggestion.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Where articles write a value in several ways, all answers show the same one. */
abstract class WrittenValuesContract extends SuggestFixture {

    private static final int RUNS = 20;

    private static final Map<Facet, Field> FIELDS = Map.of(
            Facet.SOURCE, Field.SOURCE, Facet.AUTHOR, Field.AUTHOR, Facet.TAG, Field.TAG, Facet.TYPE, Field.TYPE);

    WrittenValuesContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @Test
    void aValueIsSuggestedAsMostOfAllArticlesWriteIt() {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            // The newest write it otherwise.
            String form = i < 20 ? "Zeebe" : "zeebe";
            articles.add(article("a" + i)
                    .titled("Workflow " + i)
                    .tagged(form)
                    .published(String.valueOf(1990 + i))
                    .told());
        }
        engineOver(articles);
        assertThat(counted("tag:zee")).containsExactly("Zeebe 30");
    }

    @Test
    void asManyArticlesForEachFormGiveTheFirstOfTheAlphabetEverywhere() {
        articles(
                article("a1").titled("One").tagged("KAFKA"),
                article("a2").titled("Two").tagged("kafka"),
                article("a3").titled("Three").tagged("Kafka"));
        assertThat(counted("tag:kaf")).containsExactly("KAFKA 3");
        assertThat(values(Facet.TAG)).containsExactly("KAFKA");
    }

    @Test
    void everyValueOfEveryFacetIsSuggestedAsItIsCounted() {
        Seeds.runs(RUNS, random -> {
            engineOver(new RandomArticles(random).articles(1 + random.nextInt(60)));
            FIELDS.forEach((facet, field) -> {
                for (String value : values(facet)) {
                    String key = TextAnalysis.filterKey(value);
                    String typed = field.typed() + ":" + key.charAt(0);
                    assertThat(suggestions(typed, SuggestRequest.MAX_LIMIT))
                            .filteredOn(some -> some.kind() == Kind.VALUE
                                    && TextAnalysis.filterKey(some.text()).equals(key))
                            .extracting(Suggestion::text)
                            .as("for %s", typed)
                            .containsExactly(value);
                }
            });
        });
    }

    private List<String> values(Facet facet) {
        return engine().statistics().articles().getOrDefault(facet, List.of()).stream()
                .map(FacetCount::value)
                .toList();
    }
}
