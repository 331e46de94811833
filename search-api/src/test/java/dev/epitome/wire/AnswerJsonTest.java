package dev.epitome.wire;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.query.Interpretation;
import dev.epitome.query.Interpretation.AliasUse;
import dev.epitome.query.Interpretation.Fallback;
import dev.epitome.query.QueryExpression.Reading;
import dev.epitome.query.QueryLanguage;
import dev.epitome.search.ArticleField;
import dev.epitome.search.Correction;
import dev.epitome.search.DidYouMean;
import dev.epitome.search.HealthCheck;
import dev.epitome.search.Hit;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.SearchResult.Relation;
import dev.epitome.search.SearchResult.Total;
import dev.epitome.search.Snippet;
import dev.epitome.search.Snippet.Span;
import dev.epitome.search.StoredArticle;
import dev.epitome.wire.SearchCall.HighlightStyle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class AnswerJsonTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant READ_AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant CHANGED_AT = Instant.parse("2026-01-03T00:00:00Z");

    private static final Article FULL = article("bbg:1/ü")
            .titled("R&D \"on\" <script> 🚀")
            .saying("It's a cache.")
            .at("https://example.org/a?b=c&d")
            .from("ByteByteGo")
            .by("Ann Lee", "José")
            .ofType("video")
            .tagged("one")
            .published("2025-11")
            .ranked(3)
            .told();

    private static final Origin LINE = new Origin("a/b.jsonl", Unit.LINE, 7, Optional.empty(), READ_AT);
    private static final IndexStatus STATUS =
            new IndexStatus("42-9c1f", 307, READ_AT, CHANGED_AT, 1, 4_096, Optional.empty());
    private static final Origin ENTRY = new Origin("feed.xml", Unit.ENTRY, 2, Optional.of("Best of <x>"), READ_AT);

    @Test
    void anAnswerHasTheMembersOfTheContract() {
        JsonNode answer = parse(AnswerJson.of(
                new SearchResult(
                        QueryLanguage.parse("R&D \"x"),
                        interpreted("R&D \"x"),
                        List.of(),
                        List.of("One.", "Two."),
                        Optional.empty(),
                        OptionalLong.of(3),
                        new Total(1_000, Relation.GTE),
                        Duration.ofMillis(12),
                        false,
                        STATUS,
                        List.of(),
                        Map.of(),
                        Optional.empty()),
                call(HighlightStyle.HTML)));
        assertThat(answer).isEqualTo(JSON.readTree("""
                        {"query": "R&D \\"x",
                         "interpreted": {"text": "r&d x", "not": [], "filters": [], "aliases": [], "corrected": [], "fallbacks": []},
                         "warnings": ["One.", "Two."], "didYouMean": null, "relaxed": true, "allWords": 3,
                         "total": {"value": 1000, "relation": "gte"}, "tookMs": 12,"timedOut":false, "index": "42-9c1f",
                         "createdAt": "2026-01-02T03:04:05Z", "changedAt": "2026-01-03T00:00:00Z", "hits": [],
                         "next": null}
                        """));
    }

    @Test
    void anAnswerTellsWhatTheQueryWasUnderstoodToMean() {
        Interpretation interpretation = new Interpretation(
                "eks langgraph",
                List.of("lambda"),
                List.of("source = bytebytego"),
                List.of(
                        new AliasUse("eks", List.of("elastic kubernetes service"), false),
                        new AliasUse("eks", List.of("edge key store"), true)),
                List.of(new Fallback("kafka9", "kafka", Reading.WITHOUT_NUMBER)));
        JsonNode answer = parse(AnswerJson.of(
                new SearchResult(
                        QueryLanguage.parse("EKS langraph -lambda source:bytebytego"),
                        interpretation,
                        List.of(new Correction("langraph", "langgraph")),
                        List.of(),
                        Optional.of(new DidYouMean("EKS \"x y\"", 3)),
                        OptionalLong.empty(),
                        new Total(0, Relation.EQ),
                        Duration.ZERO,
                        false,
                        STATUS,
                        List.of(),
                        Map.of(),
                        Optional.empty()),
                call(HighlightStyle.HTML)));
        assertThat(answer.path("interpreted")).isEqualTo(JSON.readTree("""
                        {"text": "eks langgraph", "not": ["lambda"], "filters": ["source = bytebytego"],
                         "aliases": [{"word": "eks", "also": ["elastic kubernetes service"], "learned": false},
                                     {"word": "eks", "also": ["edge key store"], "learned": true}],
                         "corrected": [{"word": "langraph", "to": "langgraph"}],
                         "fallbacks": [{"word": "kafka9", "to": "kafka", "reading": "without its number"}]}
                        """));
        assertThat(answer.path("didYouMean")).isEqualTo(JSON.readTree("""
                        {"query": "EKS \\"x y\\"", "hits": 3}
                        """));
    }

    @Test
    void aHitShowsAllOfTheArticleButItsOrigin() {
        assertThat(hit(FULL, List.of(), List.of(), call(HighlightStyle.HTML))).isEqualTo(JSON.readTree("""
                        {"id": "bbg:1/ü", "score": 4.21,
                         "article": {"title": "R&D \\"on\\" <script> 🚀", "summary": "It's a cache.",
                                     "url": "https://example.org/a?b=c&d", "source": "ByteByteGo",
                                     "authors": ["Ann Lee", "José"], "type": "video", "tags": ["one"],
                                     "published": "2025-11", "rank": 3},
                         "highlights": {}}
                        """));
    }

    @Test
    void whatAnArticleDoesNotHaveIsLeftOutAndItsListsAreThere() {
        assertThat(hit(article("bare").told(), List.of(), List.of(), call(HighlightStyle.NONE)))
                .isEqualTo(JSON.readTree("""
                        {"id": "bare", "score": 4.21,
                         "article": {"title": "Untold", "summary": "", "authors": [], "tags": []}}
                        """));
    }

    @Test
    void onlyTheFieldsAskedForAreShown() {
        SearchCall call = new SearchCall(
                SearchRequest.of("").withFields(Set.of(ArticleField.URL, ArticleField.ORIGIN)), HighlightStyle.NONE);
        assertThat(hit(FULL, List.of(), List.of(), call)).isEqualTo(JSON.readTree("""
                        {"id": "bbg:1/ü", "score": 4.21, "article": {"url": "https://example.org/a?b=c&d"},
                         "origin": {"file": "a/b.jsonl", "line": 7, "readAt": "2026-01-02T03:04:05Z"}}
                        """));
    }

    @Test
    void htmlHighlightsAreEscaped() {
        Snippet title = new Snippet(FULL.title(), 0, true, true, List.of(new Span(10, 16)));
        Snippet summary = new Snippet("a cache", 5, false, false, List.of(new Span(2, 7)));
        JsonNode highlights = hit(FULL, List.of(title), List.of(summary), call(HighlightStyle.HTML))
                .path("highlights");
        assertThat(highlights).isEqualTo(JSON.readTree("""
                        {"title": ["R&amp;D &quot;on&quot; &lt;<mark>script</mark>&gt; 🚀"],
                         "summary": ["… a <mark>cache</mark> …"]}
                        """));
    }

    @Test
    void offsetsCountFromTheBeginningOfTheWholeText() {
        Snippet summary = new Snippet("a cache, a cache", 100, false, false, List.of(new Span(2, 7), new Span(11, 16)));
        JsonNode highlights = hit(FULL, List.of(), List.of(summary), call(HighlightStyle.OFFSETS))
                .path("highlights");
        assertThat(highlights).isEqualTo(JSON.readTree("""
                        {"summary": [{"start": 102, "end": 107}, {"start": 111, "end": 116}]}
                        """));
    }

    @Test
    void anArticleOnItsOwnIsShownWithItsOrigin() {
        JsonNode answer = parse(AnswerJson.of(new StoredArticle(FULL, ENTRY)));
        assertThat(answer.path("id").stringValue()).isEqualTo(FULL.id());
        assertThat(answer.path("article").path("rank").intValue()).isEqualTo(3);
        assertThat(answer.path("origin")).isEqualTo(JSON.readTree("""
                        {"file": "feed.xml", "entry": 2, "digest": "Best of <x>", "readAt": "2026-01-02T03:04:05Z"}
                        """));
    }

    @Test
    void aStatusSaysThatTheIndexIsReady() {
        Instant passed = Instant.parse("2026-01-02T03:05:00Z");
        List<HealthCheck> checks = List.of(
                new HealthCheck("search", true, Optional.of(passed), Optional.empty()),
                new HealthCheck(
                        "refresh",
                        false,
                        Optional.empty(),
                        Optional.of(new HealthCheck.Failure(passed, "the disk is gone"))),
                new HealthCheck("verification", false, Optional.empty(), Optional.empty()));
        assertThat(parse(IndexJson.of(STATUS, checks))).isEqualTo(JSON.readTree("""
                        {"status": "ready", "index": "42-9c1f", "articles": 307, "createdAt": "2026-01-02T03:04:05Z",
                         "checks": [
                           {"name": "search", "status": "ok", "passedAt": "2026-01-02T03:05:00Z"},
                           {"name": "refresh", "status": "failing", "passedAt": null, "since": "2026-01-02T03:05:00Z",
                            "message": "the disk is gone"},
                           {"name": "verification", "status": "pending", "passedAt": null}]}
                        """));
    }

    @Test
    void anyQueryCanBeWrittenAlsoOneThatIsNoText() {
        for (String query : List.of("\uD83D", "\uDE00\uD83D", "a\uD83Db", "\0\u001B\u2028", "\uFFFF", "\uD83D\uDE00")) {
            SearchResult result = new SearchResult(
                    QueryLanguage.parse(query),
                    interpreted(query),
                    List.of(new Correction(query, query)),
                    List.of("Left out: " + query),
                    Optional.of(new DidYouMean(query, 1)),
                    OptionalLong.empty(),
                    new Total(0, Relation.EQ),
                    Duration.ZERO,
                    false,
                    STATUS,
                    List.of(),
                    Map.of(),
                    Optional.empty());
            JsonNode answer = parse(AnswerJson.of(result, call(HighlightStyle.HTML)));
            assertThat(answer.path("query").stringValue()).hasSameSizeAs(query);
        }
    }

    private static JsonNode hit(Article article, List<Snippet> title, List<Snippet> summary, SearchCall call) {
        SearchResult result = new SearchResult(
                QueryLanguage.parse("cache"),
                interpreted("cache"),
                List.of(),
                List.of(),
                Optional.empty(),
                OptionalLong.empty(),
                new Total(1, Relation.EQ),
                Duration.ZERO,
                false,
                STATUS,
                List.of(new Hit(
                        article,
                        call.request().shown().fields().contains(ArticleField.ORIGIN)
                                ? Optional.of(LINE)
                                : Optional.empty(),
                        4.21,
                        title,
                        summary,
                        Optional.empty(),
                        Optional.empty())),
                Map.of(),
                Optional.empty());
        return parse(AnswerJson.of(result, call)).path("hits").path(0);
    }

    private static Interpretation interpreted(String query) {
        return Interpretation.of(QueryLanguage.parse(query).expression());
    }

    private static SearchCall call(HighlightStyle highlight) {
        return new SearchCall(SearchRequest.of(""), highlight);
    }

    private static JsonNode parse(byte[] json) {
        return JSON.readTree(json);
    }
}
