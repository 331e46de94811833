package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values of filters and fields that no article has. */
abstract class UnknownValuesContract extends EngineFixture {

    UnknownValuesContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @BeforeEach
    void fill() {
        articles(
                article("a1")
                        .titled("Kites")
                        .from("Kite Weekly")
                        .by("Ann Lee")
                        .ofType("video")
                        .tagged("Kite-Flying"),
                article("a2")
                        .titled("More kites")
                        .from("Kite Weekly")
                        .by("José Núñez")
                        .tagged("kite-flying", "C, C++"));
    }

    @Test
    void aFilterByAnUnknownValueSaysSoAndNamesTheNearest() {
        assertThat(warnings(SearchFilter.NONE.withSources("Kite Weekley")))
                .containsExactly("No article has the source “Kite Weekley”. The nearest is “Kite Weekly”.");
        assertThat(warnings(SearchFilter.NONE.withAuthors("jose nunes")))
                .containsExactly("No article has the author “jose nunes”. The nearest is “José Núñez”.");
        assertThat(warnings(SearchFilter.NONE.withTypes("vidoe")))
                .containsExactly("No article has the type “vidoe”. The nearest is “video”.");
        assertThat(warnings(SearchFilter.NONE.withTags("kite")))
                .containsExactly("No article has the tag “kite”. The nearest is “Kite-Flying”.");
        assertThat(warnings(SearchFilter.NONE.withTags("Segeln"))).containsExactly("No article has the tag “Segeln”.");
    }

    @Test
    void aKnownValueSaysNothingHoweverItIsWritten() {
        assertThat(warnings(SearchFilter.NONE
                        .withSources("kite weekly")
                        .withAuthors("Jose Nunez", "ANN LEE")
                        .withTypes("Video")
                        .withTags("KITE-flying", "c, c++")))
                .isEmpty();
    }

    @Test
    void ofSeveralValuesEachUnknownOneIsNamedAndTheOthersStillCount() {
        SearchResult result = search("")
                .where(SearchFilter.NONE.withTags("kite-flying", "nosuchtag", "nor this"))
                .result();
        assertThat(result.hits()).hasSize(2);
        assertThat(result.warnings())
                .containsExactly("No article has the tag “nosuchtag”.", "No article has the tag “nor this”.");
    }

    @Test
    void valuesWithACommaBetweenThemAreOneValueAndThatIsSaid() {
        assertThat(warnings(SearchFilter.NONE.withTags("kite-flying,C")))
                .containsExactly("No article has the tag “kite-flying,C”. The nearest is “Kite-Flying”."
                        + " It was taken as one value: give several apart from each other.");
    }

    @Test
    void aFieldOfTheQueryThatAsksForAnUnknownValueSaysSoToo() {
        assertThat(warnings("kites tag:nosuchtag")).containsExactly("No article has the tag “nosuchtag”.");
        assertThat(warnings("kites -source:\"Kite Weekley\""))
                .containsExactly("No article has the source “Kite Weekley”. The nearest is “Kite Weekly”.");
        assertThat(warnings("kites author:(lee OR nobody)")).containsExactly("No article has the author “nobody”.");
    }

    @Test
    void someWordsOfAValueAreEnoughInAQuery() {
        assertThat(warnings("author:lee source:weekly tag:flying type:video tag:kite*"))
                .isEmpty();
    }

    @Test
    void onlyTheFirstAreTold() {
        String[] many = new String[50];
        for (int i = 0; i < many.length; i++) {
            many[i] = "none" + i;
        }
        assertThat(warnings(SearchFilter.NONE.withTags(many))).hasSize(4);
        assertThat(warnings(SearchFilter.NONE.withTags("x".repeat(50_000), "\0", "")))
                .allSatisfy(warning -> assertThat(warning).hasSizeLessThan(120));
    }

    private List<String> warnings(SearchFilter filter) {
        return search("kites").where(filter).result().warnings();
    }

    private List<String> warnings(String query) {
        return search(query).result().warnings();
    }
}
