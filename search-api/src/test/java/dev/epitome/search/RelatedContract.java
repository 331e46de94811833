package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles on what an article is about. */
abstract class RelatedContract extends EngineFixture {

    RelatedContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @Test
    void oneTellingWordRelatesTwoArticlesOfAnIndexThatHasNoOthers() {
        articles(
                article("a1").titled("Running Kafka at scale").saying("What a broker does."),
                article("a2").titled("Why we left Kafka").saying("A story of queues."));
        assertThat(ids("a1")).containsExactly("a2");
        assertThat(related("a2").getFirst().shared()).containsExactly("Kafka");
    }

    @Test
    void aWordThatBothSayInTheirSummariesIsEnoughThere() {
        articles(
                article("a1").titled("One").saying("On a journey to Kubernetes with friends."),
                article("a2").titled("Two").saying("The price of Kubernetes in production."));
        assertThat(related("a1").getFirst().shared()).containsExactly("Kubernetes");
    }

    @Test
    void whatIsSharedIsNamedAsPeopleWriteItTheMostTellingFirst() {
        articles(
                article("a1")
                        .titled("Autoscaling Kubernetes")
                        .saying("How Kubernetes does autoscaling of pods.")
                        .tagged("kubernetes", "autoscaling"),
                article("a2")
                        .titled("Kubernetes, Kubernetes")
                        .saying("All about Kubernetes, and a word on autoscaling.")
                        .tagged("kubernetes"),
                article("a3").titled("Bread").saying("Baking at home."));
        List<RelatedArticle> related = related("a1");
        assertThat(related).extracting(other -> other.article().id()).containsExactly("a2");
        assertThat(related.getFirst().shared()).containsExactly("Kubernetes", "autoscaling");
    }

    @Test
    void formsOfOneWordAreOneThingThatIsShared() {
        articles(
                article("a1")
                        .titled("Caching")
                        .saying("A cache is cached by caches.")
                        .tagged("caching"),
                article("a2")
                        .titled("The cache")
                        .saying("Caching with a cache.")
                        .tagged("caches"));
        assertThat(related("a1").getFirst().shared()).hasSize(1);
    }

    @Test
    void aCompoundThatBothHaveIsNamedWithoutItsPieces() {
        articles(
                article("a1").titled("Rate-limiting").tagged("rate-limiting"),
                article("a2").titled("On rate-limiting"));
        assertThat(related("a1").getFirst().shared()).containsExactly("rate-limiting");
    }

    @Test
    void aCompoundIsRelatedToItsWordsWrittenApart() {
        articles(article("a1").titled("On rate-limiting"), article("a2").titled("How limiting the rate helps"));
        assertThat(ids("a1")).containsExactly("a2");
        assertThat(ids("a2")).containsExactly("a1");
    }

    @Test
    void neitherSmallWordsNorNamesNorNumbersRelateArticles() {
        articles(
                article("a1")
                        .titled("What is it with the bread")
                        .saying("In 2025.")
                        .by("Ann Lee")
                        .from("Weekly"),
                article("a2")
                        .titled("What is it with the wine")
                        .saying("In 2025.")
                        .by("Ann Lee")
                        .from("Weekly"));
        assertThat(related("a1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"January", "Friday", "UTC", "GB"})
    void whenAndHowMuchRelateNone(String measure) {
        articles(
                article("a1").titled("Bread").saying("Baked at 9 " + measure + "."),
                article("a2").titled("Wine").saying("Poured at 10 " + measure + "."));
        assertThat(related("a1")).isEmpty();
    }

    @Test
    void aWordThatManyArticlesSayInPassingRelatesNone() {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            articles.add(article("a" + i)
                    .titled("Topic" + i + "x and field" + i + "y")
                    .saying("This system" + " has part" + i + "z with a place" + i + "w of its own.")
                    .told());
        }
        articles.add(
                article("b1").titled("Zookeeper").saying("A system of locks.").told());
        articles.add(
                article("b2").titled("Zookeeper again").saying("Its system.").told());
        engineOver(articles);
        assertThat(related("a7")).isEmpty();
        assertThat(ids("b1")).containsExactly("b2");
    }

    @Test
    void aWordThatTitlesWriteWithACapitalIsNoSubjectForThat() {
        articles(
                article("a1")
                        .titled("How Disney Scaled for the World: Dominate Our Time")
                        .saying("Kubernetes scaled it. The world is at the 2023 World Cup.")
                        .tagged("video"),
                article("a2")
                        .titled("The World That We Scaled: Dominate Time")
                        .saying("They scaled Kubernetes and dominate.")
                        .tagged("maps"),
                article("a3")
                        .titled("Scaled Time, Dominate the World")
                        .saying("A new world.")
                        .tagged("law"));
        assertThat(ids("a1")).containsExactly("a2");
        assertThat(related("a1").getFirst().shared()).containsExactly("Kubernetes");
        assertThat(related("a3")).isEmpty();
    }

    @Test
    void norIsItWhereNothingIsTagged() {
        articles(
                article("a1").titled("How We Scaled Our World").saying("The world of the one, migrated."),
                article("a2").titled("The World That Scaled").saying("The end of the other, migrated."),
                article("a3").titled("Migrated the Broker").saying("A story of the broker, migrated."),
                article("a4").titled("Brokers Migrated").saying("The end of it. The brokers migrated."));
        assertThat(related("a1")).isEmpty();
        assertThat(related("a3")).hasSize(1);
        assertThat(related("a3").getFirst().shared())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("broker");
    }

    @Test
    void anEverydayWordIsASubjectWhereBothAreTaggedWithIt() {
        articles(
                article("a1").titled("Many people").tagged("people"),
                article("a2").titled("No people at all").tagged("people"),
                article("a3").titled("People of old").tagged("history"));
        assertThat(ids("a1")).containsExactly("a2");
        assertThat(related("a1").getFirst().shared()).containsExactly("people");
    }

    @Test
    void whatSomeArticleIsTaggedWithIsASubjectOfThoseThatSayIt() {
        articles(
                article("a1").titled("A queue for all").tagged("kafka"),
                article("a2").titled("Two queues").tagged("redis"),
                article("a3").titled("Bread").tagged("queue"));
        assertThat(ids("a1")).contains("a2");
        assertThat(related("a1").getFirst().shared())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("queue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FooQL", "XYZZY", "blubber9", "Zorgon"})
    void whatIsWrittenAsNamesAreIsASubject(String name) {
        articles(
                article("a1")
                        .titled("One")
                        .saying("We moved it to " + name + " at last.")
                        .tagged("bread"),
                article("a2")
                        .titled("Two")
                        .saying("They never liked " + name + " much.")
                        .tagged("wine"));
        assertThat(related("a1").getFirst().shared()).containsExactly(name);
    }

    @Test
    void aTagOfSeveralWordsIsOneSubjectAndWrittenAsFacetsCountIt() {
        articles(
                article("a1").titled("Learning").saying("A machine.").tagged("Machine Learning"),
                article("a2").titled("A machine").saying("It learns.").tagged("machine learning"),
                article("a3").titled("Three").tagged("machine learning"));
        assertThat(related("a1")).allSatisfy(other -> assertThat(other.shared()).containsExactly("machine learning"));
        assertThat(related("a1")).isNotEmpty();
    }

    @Test
    void whereNothingIsTaggedArticlesShareWhatBothDwellOnInAnyLanguage() {
        articles(
                article("a1").titled("очередь сообщений").saying("очередь хранит."),
                article("a2").titled("быстрая очередь").saying("новая очередь"),
                article("a3").titled("Die Warteschlange").saying("Was eine Warteschlange so macht."),
                article("a4").titled("Neues").saying("Eine schnelle Warteschlange, und noch eine Warteschlange."));
        assertThat(related("a1").getFirst().shared()).containsExactly("очередь");
        assertThat(related("a3").getFirst().shared()).containsExactly("Warteschlange");
    }

    @Test
    void theNearestComesFirstAndTiesAreBrokenByDateThenId() {
        articles(
                article("a0").titled("Kafka brokers").tagged("kafka"),
                article("a3").titled("Kafka").published("2020"),
                article("a2").titled("Kafka").published("2024"),
                article("a4").titled("Kafka").published("2020"),
                article("a1").titled("Kafka brokers").tagged("kafka").published("2001"));
        assertThat(ids("a0")).containsExactly("a1", "a2", "a3", "a4");
        assertThat(related("a0"))
                .isSortedAccordingTo(
                        Comparator.comparingDouble(RelatedArticle::score).reversed());
    }

    @Test
    void noMoreAreGivenThanAreAskedForAndNeverTheArticleItself() {
        engineOver(IntStream.range(0, 40)
                .mapToObj(i -> article("a" + i).titled("Kafka streams").told())
                .toList());
        for (int limit : List.of(1, 5, SearchEngine.MAX_RELATED)) {
            assertThat(engine().related("a3", limit).orElseThrow())
                    .hasSize(limit)
                    .noneMatch(other -> other.article().id().equals("a3"));
        }
        assertThat(engine().related("a3", 5).orElseThrow())
                .isEqualTo(engine().related("a3", 20).orElseThrow().subList(0, 5));
    }

    @Test
    void anArticleOfWhichThereIsNoneHasNoAnswer() {
        articles(article("a1").titled("Kafka"));
        assertThat(engine().related("a9", 5)).isEmpty();
        assertThat(engine().related("", 5)).isEmpty();
        assertThat(engine().related("a1", 5)).hasValue(List.of());
    }

    @Test
    void anArticleWithoutWordsIsRelatedToNothing() {
        articles(
                article("a1").titled("!?"),
                article("a2").titled("!?"),
                article("a3").titled("2025"));
        assertThat(related("a1")).isEmpty();
        assertThat(related("a3")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, SearchEngine.MAX_RELATED + 1, Integer.MAX_VALUE})
    void aLimitOutOfItsBoundsIsRefused(int limit) {
        articles(article("a1").titled("Kafka"));
        assertThatThrownBy(() -> engine().related("a1", limit))
                .isInstanceOfSatisfying(
                        EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_REQUEST))
                .hasMessageContaining("limit is " + limit);
    }

    @Test
    void whateverArticlesSayTheirRelationsNameWhatTheyShare() {
        Seeds.runs(12, random -> {
            List<Article> articles = TechnicalTexts.articles(random, 2 + random.nextInt(20));
            engineOver(articles);
            for (Article article : articles) {
                List<RelatedArticle> related = related(article.id());
                assertThat(related).isEqualTo(related(article.id()));
                for (RelatedArticle other : related) {
                    assertThat(other.article()).isNotEqualTo(article);
                    assertThat(other.score()).isPositive().isFinite();
                    assertThat(other.shared()).hasSizeBetween(1, 5).doesNotContain("");
                    assertThat(other.shared().stream().map(shared -> shared.toLowerCase(Locale.ROOT)))
                            .doesNotHaveDuplicates();
                }
            }
        });
    }

    private List<RelatedArticle> related(String id) {
        return engine().related(id, SearchEngine.DEFAULT_RELATED).orElseThrow();
    }

    private List<String> ids(String id) {
        return related(id).stream().map(other -> other.article().id()).toList();
    }
}
