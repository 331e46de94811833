package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.search.Suggestion.Kind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a query that is being typed may go on. */
abstract class SuggestContract extends SuggestFixture {

    private static final int CORPORA = 6;
    private static final int TEXTS = 12;

    SuggestContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @ParameterizedTest
    @CsvSource({
        "lang, LangGraph",
        "KUB, Kubernetes",
        "node.j, Node.js",
        "C+, C++",
        "zur, Zürich",
        "ZÜ, Zürich",
        "ci/, CI/CD",
        ".n, .NET",
        "(lang, LangGraph"
    })
    void aWordIsCompletedAsArticlesWriteIt(String typed, String completed) {
        articles(
                article("a1").titled("LangGraph and Node.js").saying("Here Kubernetes runs C++ in Zürich."),
                article("a2").titled("CI/CD").saying("For .NET."));
        assertThat(suggestions(typed))
                .filteredOn(some -> some.kind() == Kind.WORD)
                .extracting(Suggestion::text)
                .containsExactly(completed);
    }

    @Test
    void proseTellsBetterThanTitlesAndTagsHowAWordIsWritten() {
        articles(
                article("a1").titled("Caching Strategies").saying("It is about caching. Caching helps."),
                article("a2").titled("Lambda").saying("With Lambda.").tagged("lambda"));
        assertThat(words("cachi")).containsExactly("caching");
        assertThat(words("lamb")).containsExactly("Lambda");
    }

    @Test
    void formsOfOneWordAreOfferedOnce() {
        articles(article("a1").titled("On gateways here"), article("a2").titled("On gateways and the gateway"));
        assertThat(words("gatew")).containsExactly("gateways");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"  Kafka \t (with) ", "kafka OR ", "kafka NOT ", "kafka -", "(kafka OR ", "title:(", "kafka \""})
    void whatStandsBeforeTheWordIsKeptAsItWasTyped(String before) {
        articles(article("a1").titled("Kafka with LangGraph"), article("a2").titled("Kafka x"));
        assertThat(suggestions(before + "lang")).extracting(Suggestion::query).contains(before + "LangGraph");
    }

    @Test
    void aWordGoesWithTheWordsBeforeIt() {
        articles(
                article("a1").titled("Uber Finch"),
                article("a2").titled("Flux of Netflix"),
                article("a3").titled("Flux again"));
        assertThat(words("uber f")).containsExactly("Finch");
        assertThat(words("uber OR f")).containsExactly("Flux", "Finch");
        assertThat(words("what is f")).containsExactly("Flux", "Finch");
        assertThat(words("unheard f")).containsExactly("Flux", "Finch");
    }

    @Test
    void aPhraseGoesOnWithAWordThatFollowsSomewhere() {
        articles(
                article("a1").titled("An api gateway"),
                article("a2").titled("The gate of an api"),
                article("a3").titled("The gate, api"));
        assertThat(suggestions("\"api gat")).extracting(Suggestion::query).containsExactly("\"api gateway");
    }

    @Test
    void aTitleWithAllWordsIsOfferedByAQueryThatFindsItsArticleFirst() {
        articles(
                article("a1").titled("Scaling: type:safe \"Kafka\" at Uber").at("https://example.org/kafka"),
                article("a2").titled("Kafka at scale"),
                article("a3").titled("Redis").saying("Kafka at Uber, Kafka at Uber"));
        List<Suggestion> titles = ofKind(Kind.TITLE, "kafka ub");
        assertThat(titles).extracting(title -> title.id().orElseThrow()).containsExactly("a1");
        assertThat(titles.getFirst().text()).isEqualTo("Scaling: type:safe \"Kafka\" at Uber");
        assertThat(titles.getFirst().articles()).isOne();
        assertThat(titles.getFirst().url()).contains("https://example.org/kafka");
        assertThat(ofKind(Kind.TITLE, "kafka at sc").getFirst().url()).isEmpty();
        assertThat(search(titles.getFirst().query()).ids().getFirst()).isEqualTo("a1");
        assertThat(ofKind(Kind.TITLE, "kafka at s"))
                .extracting(title -> title.id().orElseThrow())
                .containsExactlyInAnyOrder("a1", "a2");
        assertThat(ofKind(Kind.TITLE, "k")).isEmpty();
    }

    @Test
    void titlesAreAtMostThreeAndThoseThatBeginSoComeFirst() {
        engineOver(IntStream.range(0, 9)
                .mapToObj(i -> article("a" + i)
                        .titled(i == 4 ? "Kafka of old" : "Part " + i + " on kafka")
                        .published("20" + (10 + i))
                        .told())
                .toList());
        List<Suggestion> titles = ofKind(Kind.TITLE, "kaf");
        assertThat(titles).hasSize(3);
        assertThat(titles.getFirst().text()).isEqualTo("Kafka of old");
    }

    @ParameterizedTest
    @CsvSource({"t, tag: title: type:", "S, source: summary:", "publ, published:", "-au, author:"})
    void operatorsAreCompletedAfterWords(String typed, String operators) {
        articles(article("a1").titled("The source of authors").saying("publishing"));
        List<Suggestion> found = suggestions(typed);
        List<Suggestion> last = ofKind(Kind.OPERATOR, typed);
        assertThat(last).extracting(Suggestion::text).containsExactly(operators.split(" "));
        assertThat(found.subList(found.size() - last.size(), found.size())).isEqualTo(last);
        assertThat(last).allSatisfy(operator -> assertThat(operator.articles()).isZero());
        assertThat(last.getFirst().query()).endsWith(":");
    }

    @Test
    void orIsAnOperatorOnlyInCapitalsAndBehindSomething() {
        articles(article("a1").titled("Kafka"));
        assertThat(ofKind(Kind.OPERATOR, "kafka O"))
                .extracting(Suggestion::query)
                .containsExactly("kafka OR ");
        assertThat(ofKind(Kind.OPERATOR, "kafka o")).isEmpty();
        assertThat(ofKind(Kind.OPERATOR, "O")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "source:by, source:ByteByteGo",
                "source:guid, source:\"ByteByteGo Guides\"",
                "x author:\"alex, x author:\"Alex Xu\"",
                "author:xu, author:\"Alex Xu\"",
                "tag:agent, tag:ai-agents",
                "-type:vid, -type:video",
                "source:(other OR GUI, source:(other OR \"ByteByteGo Guides\"",
                "source:\"bytebytego g, source:\"ByteByteGo Guides\""
            })
    void valuesOfAFieldAreCompletedByAnyOfTheirWords(String typed, String completed) {
        articles(
                article("a1").titled("x").from("ByteByteGo").by("Alex Xu").tagged("ai-agents"),
                article("a2").titled("x").from("ByteByteGo").ofType("video"),
                article("a3").titled("x").from("ByteByteGo Guides").by("Alex Xu"));
        List<Suggestion> values = suggestions(typed);
        assertThat(values).allSatisfy(value -> assertThat(value.kind()).isEqualTo(Kind.VALUE));
        assertThat(values.getFirst().query()).isEqualTo(completed);
    }

    @Test
    void allValuesAreOfferedBehindTheColonThoseOfMostArticlesFirst() {
        articles(
                article("a1").titled("x").tagged("Java"),
                article("a2").titled("x").tagged("Go", "Java"),
                article("a3").titled("y").tagged("rust"));
        assertThat(suggestions("tag:"))
                .extracting(some -> some.text() + " " + some.articles())
                .containsExactly("Java 2", "Go 1", "rust 1");
        assertThat(suggestions("x tag:")).extracting(Suggestion::text).containsExactly("Java", "Go");
    }

    @Test
    void datesAreOfferedWhereSomethingWasPublishedThen() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        articles(
                article("a1").titled("x").published(today.minusDays(20).toString()),
                article("a2").titled("y").published(today.getYear() - 3 + "-05"));
        assertThat(suggestions("published:"))
                .extracting(Suggestion::query)
                .contains("published:last-30d", "published:" + (today.getYear() - 3))
                .doesNotContain("published:last-7d", "published:" + (today.getYear() - 2));
        assertThat(suggestions("published:LAST-3")).extracting(Suggestion::text).contains("last-30d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "kafka ", "kafka\u00A0", "\"kafka\"", "(kafka)", "\"", "-", "!", "title: ", "kafka\n"})
    void whereNoWordIsBeingTypedNothingIsOffered(String typed) {
        articles(article("a1").titled("Kafka and others").tagged("kafka"));
        assertThat(suggestions(typed)).isEmpty();
    }

    @Test
    void aWordThatIsCompleteIsNotOfferedAlone() {
        articles(
                article("a1").titled("Untold").saying("On LangGraph."),
                article("a2").titled("Java, JavaScript"));
        assertThat(suggestions("langgraph")).isEmpty();
        assertThat(words("java")).containsExactlyInAnyOrder("Java", "JavaScript");
    }

    @Test
    void veryLongTextIsNotCompleted() {
        articles(article("a1").titled("kafka"));
        assertThat(suggestions(" ".repeat(190) + "kaf")).isNotEmpty();
        assertThat(suggestions(" ".repeat(200) + "kaf")).isEmpty();
        assertThat(suggestions("a ".repeat(19) + "kaf")).isNotEmpty();
        assertThat(suggestions("a ".repeat(20) + "kaf")).isEmpty();
        assertThat(suggestions("kaf".repeat(1 << 20))).isEmpty();
    }

    @Test
    void noMoreIsOfferedThanIsAskedForAndWordsAreAmongIt() {
        engineOver(TechnicalTexts.articles(new Random(7), 30));
        for (int limit = 1; limit <= SuggestRequest.MAX_LIMIT; limit++) {
            List<Suggestion> some = engine().suggest(new SuggestRequest("s", limit));
            assertThat(some).hasSizeBetween(1, limit);
            assertThat(some.getFirst().kind()).isEqualTo(Kind.WORD);
        }
    }

    @Test
    void whateverIsTypedEachSuggestionFindsSomething() {
        Seeds.runs(CORPORA, random -> {
            engineOver(TechnicalTexts.articles(random, 15));
            for (int i = 0; i < TEXTS; i++) {
                String query = TechnicalTexts.query(random).text();
                check(query.substring(0, random.nextInt(query.length() + 1)));
                check(noise(random) + query.substring(0, random.nextInt(query.length() + 1)));
            }
        });
    }

    private void check(String typed) {
        List<Suggestion> suggestions = suggestions(typed);
        assertThat(suggestions).hasSizeLessThanOrEqualTo(LIMIT).doesNotHaveDuplicates();
        assertThat(engine().suggest(new SuggestRequest(typed, LIMIT))).isEqualTo(suggestions);
        for (Suggestion suggestion : suggestions) {
            assertThat(suggestion.text()).isNotBlank();
            assertThat(search(suggestion.query()).ids())
                    .as("hits of %s, typed: %s", suggestion, typed)
                    .isNotEmpty();
            assertThat(suggestion.articles()).as("articles of %s", suggestion).isEqualTo(articles(suggestion));
            suggestion
                    .id()
                    .ifPresent(
                            id -> assertThat(search(suggestion.query()).ids()).startsWith(id));
        }
    }

    private long articles(Suggestion suggestion) {
        return switch (suggestion.kind()) {
            case OPERATOR -> 0;
            case TITLE -> 1;
            case WORD, VALUE -> {
                SearchRequest request = SearchRequest.of(suggestion.query());
                long all = total(request.withMatch(MatchMode.ALL));
                yield all > 0 ? all : total(request);
            }
        };
    }

    private long total(SearchRequest request) {
        return engine().search(request).total().value();
    }

    private static String noise(Random random) {
        String signs = "\"'()-:* .,|#@+/\u201C\uD83D\u0000x";
        StringBuilder noise = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            noise.append(signs.charAt(random.nextInt(signs.length())));
        }
        return noise.append(random.nextBoolean() ? "tag:" : "").toString();
    }
}
