package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.epitome.article.Article;
import dev.epitome.query.Field;
import dev.epitome.search.Explanation.Contribution;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Why an article is where it is. */
abstract class ExplainContract extends EngineFixture {

    private static final int CORPORA = 6;
    private static final int QUERIES = 8;

    ExplainContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @Test
    void eachRuleIsNamedWithItsWordAndItsFields() {
        articles(
                article("a1")
                        .titled("Idempotent NodePort")
                        .saying("The Elastic Kubernetes Service, and LangGraph.")
                        .tagged("idempotency"),
                article("a2").titled("Other"));
        assertThat(rules("idempotent port EKS langraph no*"))
                .contains(
                        "idempotent EXACT [TITLE]",
                        "idempotent STEM [TITLE, TAG]",
                        "port PART [TITLE]",
                        "EKS ALIAS [SUMMARY]",
                        "langraph TYPO [SUMMARY]",
                        "no* PREFIX [TITLE]");
        assertThat(rules("\"kubernetes service\" title:nodeport"))
                .contains("kubernetes service PHRASE [SUMMARY]", "nodeport FILTER [TITLE]");
    }

    @Test
    void whatIsAbsentIsToldWithWhatKeptItOut() {
        articles(
                article("a1").titled("Kafka streams").tagged("java"),
                article("a2").titled("Kafka").from("ByteByteGo"));
        SearchRequest all = SearchRequest.of("kafka streams unheard").withMatch(MatchMode.ALL);
        Explanation absent = explain(all, "a2");
        assertThat(absent.matches()).isFalse();
        assertThat(absent.score()).isZero();
        assertThat(absent.rank()).isEmpty();
        assertThat(absent.absences()).anyMatch(sentence -> sentence.contains("“streams”"));
        assertThat(absent.absences()).anyMatch(sentence -> sentence.contains("“unheard”, nor has any other article"));
        assertThat(explain(SearchRequest.of("kafka -streams"), "a1").absences())
                .singleElement()
                .asString()
                .contains("“streams”", "leaves out");
        SearchFilter java =
                new SearchFilter(List.of(), List.of(), List.of("java"), List.of(), Optional.empty(), Optional.empty());
        Explanation filtered = explain(SearchRequest.of("kafka").withFilter(java), "a2");
        assertThat(filtered.matches()).isFalse();
        assertThat(filtered.absences()).singleElement().asString().contains("tag = java");
    }

    @Test
    void whichPageIsAskedForMakesNoDifference() {
        articles(article("a1").titled("Kafka, kafka"), article("a2").titled("On kafka here"));
        SearchRequest request = SearchRequest.of("kafka");
        assertThat(explain(request.withLimit(1).withOffset(5), "a2")).isEqualTo(explain(request, "a2"));
        assertThat(explain(request.withLimit(1), "a2").rank()).hasValue(2);
    }

    @Test
    void hitsExplainThemselvesWhereThatIsAskedFor() {
        articles(
                article("a1").titled("Kafka streams").tagged("java"),
                article("a2").titled("Kafka, kafka"),
                article("a3").titled("Streams").tagged("java"));
        SearchRequest request = SearchRequest.of("kafka streams");
        assertThat(engine().search(request).hits())
                .hasSize(3)
                .allMatch(hit -> hit.explanation().isEmpty());
        Pages.from(engine(), request.withExplanations().withLimit(1))
                .forEach(page -> checkExplained(request, page.hits()));
        checkExplained(request, engine().search(request.withExplanations()).hits());
        checkExplained(
                request,
                engine().search(request.withExplanations().withOffset(1)).hits());
        List<Hit> second = engine().search(
                        request.withExplanations().withOffset(1).withLimit(1))
                .hits();
        assertThat(second.getFirst().explanation().orElseThrow().rank()).hasValue(2);
    }

    @Test
    void aCursorMakesNoDifferenceToAnExplanationButForItsDay() {
        articles(
                article("a1").titled("Kafka").published("2025-11-23"),
                article("a2").titled("Kafka").published("2025-11-22"));
        SearchRequest request = SearchRequest.of("kafka")
                .withFreshness(new Freshness(30))
                .withToday(LocalDate.of(2025, 11, 23))
                .withLimit(1);
        SearchRequest next = Pages.after(request, engine().search(request).next());
        assertThat(explain(next.withToday(LocalDate.of(2026, 11, 23)), "a1")).isEqualTo(explain(request, "a1"));
    }

    private void checkExplained(SearchRequest request, List<Hit> hits) {
        assertThat(hits).isNotEmpty();
        for (Hit hit : hits) {
            assertThat(hit.explanation())
                    .contains(explain(request, hit.article().id()));
        }
    }

    @Test
    void anUnknownArticleHasNoExplanation() {
        articles(article("a1").titled("Kafka"));
        assertThat(engine().explain(SearchRequest.of("kafka"), "a9")).isEmpty();
    }

    @Test
    void whatIsExplainedAddsUpToTheScoreOfEveryHitAndOthersAreToldWhatTheyLack() {
        Seeds.runs(CORPORA, random -> {
            List<Article> articles = TechnicalTexts.articles(random, 12);
            engineOver(articles);
            for (int i = 0; i < QUERIES; i++) {
                check(request(random), articles);
            }
        });
    }

    private void check(SearchRequest request, List<Article> articles) {
        SearchResult result = engine().search(request.withExplanations());
        Set<String> found = new HashSet<>();
        for (int i = 0; i < result.hits().size(); i++) {
            Hit hit = result.hits().get(i);
            found.add(hit.article().id());
            Explanation explanation = explain(request, hit.article().id());
            double sum = explanation.contributions().stream()
                    .mapToDouble(Contribution::score)
                    .sum();
            assertThat(hit.explanation()).as("%s", request).contains(explanation);
            assertThat(explanation.matches()).as("%s %s", request, explanation).isTrue();
            assertThat(explanation.rank()).isEqualTo(OptionalInt.of(i + 1));
            assertThat(explanation.relaxed()).isEqualTo(result.relaxed());
            assertThat(explanation.score())
                    .as("%s %s", request, explanation)
                    .isCloseTo(hit.score(), offset(1e-3 * hit.score() + 1e-4));
            assertThat(sum).as("%s %s", request, explanation).isCloseTo(hit.score(), offset(1e-3 * hit.score() + 1e-4));
            explanation.contributions().forEach(ExplainContract::checkFactors);
        }
        for (Article article : articles) {
            if (!found.contains(article.id())) {
                Explanation explanation = explain(request, article.id());
                assertThat(explanation.matches()).as("%s", explanation).isFalse();
                assertThat(explanation.absences())
                        .as("%s %s", request, explanation)
                        .isNotEmpty();
                assertThat(explanation.rank()).isEmpty();
            }
        }
    }

    private static void checkFactors(Contribution some) {
        double product = some.idf() * some.frequency() * some.weight();
        assertThat(product).as("%s", some).isCloseTo(some.score(), offset(1e-3 * some.score() + 1e-4));
    }

    private static SearchRequest request(Random random) {
        SearchRequest request = SearchRequest.of(TechnicalTexts.query(random).text())
                .withToday(LocalDate.of(2025, 11, 23))
                .withLimit(SearchRequest.MAX_LIMIT);
        if (random.nextInt(4) == 0) {
            request = request.withFreshness(new Freshness(1 + random.nextInt(400)));
        }
        if (random.nextInt(4) == 0) {
            request = request.withMatch(MatchMode.ALL);
        }
        if (random.nextInt(4) == 0) {
            request = request.withFuzzy(FuzzyMode.OFF);
        }
        return random.nextInt(4) == 0 ? request.withSort(SortOrder.NEWEST) : request;
    }

    private Explanation explain(SearchRequest request, String id) {
        return engine().explain(request, id).orElseThrow();
    }

    /** Of the first article, such as {@code cache EXACT [TITLE]}. */
    @Test
    void aPhraseStandsInNoTwoNamesOrTags() {
        articles(article("a1")
                .titled("Lee Kim on caches")
                .by("Ann Lee", "Kim Park")
                .tagged("lee", "kim"));
        assertThat(rules("\"lee kim\""))
                .contains("lee kim PHRASE [TITLE]")
                .noneMatch(rule -> rule.contains("PHRASE [T") && rule.contains("AUTHOR"));
        assertThat(rules("\"ann lee\"")).contains("ann lee PHRASE [AUTHOR]");
    }

    private List<String> rules(String query) {
        return explain(SearchRequest.of(query), "a1").contributions().stream()
                .map(some -> some.word() + " " + some.rule() + " "
                        + some.fields().stream().map(Field::name).toList())
                .toList();
    }
}
