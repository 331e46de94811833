package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each form of the query language finds. */
abstract class QueryFormsContract extends EngineFixture {

    QueryFormsContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @BeforeEach
    void fiveArticles() {
        articles(
                article("api")
                        .titled("API Gateway patterns")
                        .saying("Routing of requests.")
                        .from("ByteByteGo")
                        .by("Alex Xu")
                        .tagged("api", "event driven")
                        .ofType("article")
                        .published("2025-11-03"),
                article("lambda")
                        .titled("Serverless")
                        .saying("An API before a gateway before lambda.")
                        .from("Go Blog")
                        .by("Xu Alex", "Ann Lee")
                        .tagged("serverless")
                        .ofType("video")
                        .published("2025-10"),
                article("kafka")
                        .titled("Kafka in depth")
                        .saying("Logs, and a gateway API of its own.")
                        .from("Byte Size")
                        .tagged("kafka", "driven event")
                        .published("2024"),
                article("language").titled("Language models").saying("And LangGraph."),
                article("lang").titled("A lang is short").published("2025-11-20"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", quoteCharacter = '`', textBlock = """
            "api gateway"                 → api
            "gateway api"                 → kafka
            "gateway patterns" api        → api
            "api before a gateway"        → lambda
            title:api                     → api
            title:"in depth"              → kafka
            summary:gateway               → lambda kafka
            source:bytebytego             → api
            source:byte                   → kafka
            source:"go blog"              → lambda
            author:"alex xu"              → api
            author:alex                   → api lambda
            tag:"event driven"            → api
            tag:kafka                     → kafka
            type:video                    → lambda
            tag:(kafka OR serverless)     → lambda kafka
            title:(api gateway)           → api
            kafka OR serverless           → lambda kafka
            (kafka OR serverless) -video  → lambda kafka
            gateway -kafka                → api lambda
            gateway -"api gateway"        → lambda kafka
            gateway -tag:kafka            → api lambda
            gateway NOT lambda            → api kafka
            lang*                         → language lang
            langu*                        → language
            title:lang*                   → language lang
            published:2025-11             → api lang
            published:>=2025-10           → api lambda lang
            published:2024..2025-10       → lambda kafka
            gateway published:<2025       → kafka
            """)
    void findsExactly(String query, String ids) {
        search(query).finds(ids.split(" ", -1));
    }

    @Test
    void whatIsLeftOutLeavesEverythingElse() {
        search("-gateway").finds("language", "lang");
        search("-gateway -lang*").findsNothing();
    }

    @Test
    void theLastDaysEndToday() {
        Searching recent = search("published:last-7d");
        recent.with(request -> request.withToday(LocalDate.of(2025, 11, 22))).finds("lang");
        recent.with(request -> request.withToday(LocalDate.of(2025, 11, 9))).finds("api");
        recent.with(request -> request.withToday(LocalDate.of(2026, 11, 5))).findsNothing();
    }

    @Test
    void fieldsAndDatesAreNeverRelaxedAndQuotesOnlyWhereNothingElseIsLeft() {
        search("unheard \"api gateway\"").finds("api");
        search("logs unheard tag:kafka").finds("kafka");
        search("unheard tag:kafka").findsNothing();
        search("\"no such words\"").findsNothing();
        search("gateway \"no such words\"").matching(MatchMode.ALL).findsNothing();
        SearchResult unquoted = search("gateway \"no such words\"").result();
        assertThat(unquoted.hits()).isNotEmpty();
        assertThat(unquoted.relaxed()).isTrue();
        search("gateway tag:unheard").findsNothing();
        search("gateway published:1999").findsNothing();
    }

    @Test
    void aFieldDecidesWhatIsAHitAndTheWordStillScores() {
        SearchResult result = search("title:api").result();
        assertThat(result.hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.score()).isPositive());
    }

    @Test
    void wordsThatOnlyMakeAQuestionAreNotSearchedFor() {
        search("what is a gateway for?").finds("api", "lambda", "kafka");
        assertThat(search("what is a gateway for?").result().relaxed()).isFalse();
        search("is").finds("lang");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", quoteCharacter = '`', textBlock = """
            EKS -Lambda source:ByteByteGo  → eks    → lambda → source = bytebytego
            gateway published:2025         → gateway →       → published 2025
            title:API                      →        →        → title: api
            """)
    void theAnswerTellsHowTheQueryWasRead(String query, String text, String not, String filters) {
        SearchResult result = search(query).result();
        assertThat(result.interpreted().text()).isEqualTo(text == null ? "" : text);
        assertThat(result.interpreted().not()).isEqualTo(not == null ? List.of() : List.of(not));
        assertThat(result.interpreted().filters()).containsExactly(filters);
    }
}
