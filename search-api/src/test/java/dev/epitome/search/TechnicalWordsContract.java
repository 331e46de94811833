package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;

import dev.epitome.article.Article;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words with signs, digits and capitals: each is found as written, and none by its neighbours. */
abstract class TechnicalWordsContract extends EngineFixture {

    private static final List<String> WORDS = List.of(
            "C",
            "C++",
            "C#",
            "F#",
            "Q#",
            "Zig++",
            ".NET",
            "ASP.NET",
            "Node.js",
            "CI/CD",
            "TCP/IP",
            "HTTP/2",
            "A/B",
            "gRPC",
            "RPC",
            "k8s",
            "k3s",
            "GPT-4o",
            "GPT-4",
            "p99",
            "p95",
            "S3",
            "S4",
            "R&D",
            "x86-64",
            "utf-8",
            "utf-16",
            "v1.24",
            "v1.25",
            "@Override",
            "std::move",
            "--flag",
            "node_modules",
            "EKS",
            "ECS",
            "Go",
            "Java",
            "JavaScript");

    TechnicalWordsContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @Test
    void eachIsFoundAsWrittenAndByNoOther() {
        engineOver(IntStream.range(0, WORDS.size())
                .mapToObj(i -> article(WORDS.get(i))
                        .titled("Notes, part " + (i + 100))
                        .saying("They moved to " + WORDS.get(i) + ", and wrote about it.")
                        .told())
                .toList());
        for (String word : WORDS) {
            if (word.equals(".NET")) {
                search(word).ranks(word, "ASP.NET");
            } else {
                search(word).finds(word);
            }
        }
    }

    @Test
    void wordsThatBelongTogetherAreOneAlsoWithASpace() {
        articles(article("a1").titled("OAuth 2.0 in practice"), article("a2").titled("Practice of 2.0 releases"));
        search("OAuth 2.0").matching(MatchMode.ALL).ranks("a1");
        search("\"OAuth 2.0\"").ranks("a1");
    }

    @ParameterizedTest
    @CsvSource({
        "Node.js, nodejs",
        "Node.js, NODE.JS",
        "utf-8, UTF8",
        "x86-64, x86_64",
        "NodePort, node port",
        "NodePort, nodeport",
        "BigQuery, big query",
        "LangGraph, lang graph",
        "HtmlAgilityPack, html agility pack",
        "HtmlAgilityPack, htmlagilitypack",
        "caching, cache",
        "scaled, scaling",
        "idempotency, idempotent",
        "APIs, API",
        "Zürich, zurich",
        "don’t, don't",
        "ＡＷＳ, AWS",
    })
    void spellingsOfOneThingMeetBothWays(String one, String other) {
        articles(
                article("one").titled("Why " + one + " it is"),
                article("other").titled("Why " + other + " it is"),
                article("none").titled("Why something else"));
        search(one).finds("one", "other");
        search(other).finds("one", "other");
    }

    @Test
    void aWordAsItWasTypedComesBeforeItsOtherSpellings() {
        articles(
                article("stem").titled("Idempotency"),
                article("word").titled("Idempotent"),
                article("apart").titled("Big query"),
                article("whole").titled("BigQuery"));
        search("idempotent").ranks("word", "stem");
        search("idempotency").ranks("stem", "word");
        search("BigQuery").ranks("whole", "apart");
    }

    @Test
    void partsFindTheWholeAndTheWholeIsNotFoundByAccident() {
        articles(
                article("compound").titled("NodePort explained"),
                article("far").titled("A node in the harbour, and the next port"),
                article("half").titled("The port"));
        search("port").finds("compound", "far", "half");
        search("NodePort").finds("compound");
        search("nodeport").finds("compound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EKS", "AWS", "DNS", "Redis", "iOS", "Pandas", "SaaS", "e2e", "IT", "GraphQL"})
    void namesAndAcronymsAreNotStemmed(String name) {
        String cut = name.substring(0, name.length() - 1);
        articles(article("name").titled("On " + name + " here"), article("cut").titled("On " + cut + " here"));
        search(name).finds("name");
        search(cut).finds("cut");
    }

    @Test
    void aWordIsNotFoundWithinALongerOne() {
        articles(
                article("script").titled("JavaScript"),
                article("java").titled("Java"),
                article("scripts").titled("TypeScript scripts"));
        search("java").finds("java");
        search("JavaScript").finds("script");
    }
}
