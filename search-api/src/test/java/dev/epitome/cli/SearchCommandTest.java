package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.cli.Cli.Outcome;
import dev.epitome.http.SearchServer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.TestArticle;
import dev.epitome.wire.Parameter;
import dev.epitome.wire.Resource;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class SearchCommandTest {

    private static final List<Article> CORPUS = articles(
            article("a7")
                    .titled("Virtual threads")
                    .saying("Threads that cost <little>.")
                    .at("https://example.org/a7")
                    .from("ByteByteGo")
                    .by("Ann Lee")
                    .ofType("video")
                    .tagged("java")
                    .published("2025-11")
                    .ranked(1),
            article("a2")
                    .titled("Threads in Go")
                    .saying("Not on -lambda.")
                    .from("Go Blog")
                    .ofType("article")
                    .tagged("go")
                    .published("2024"),
            article("a3").titled("Functions").saying("On AWS lambda."));

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));

    @BeforeEach
    void threeArticles() {
        epitome = new Cli(home).holding(CORPUS);
    }

    @Test
    void hitsGoToStandardOutputAndRemarksToStandardError() {
        Outcome outcome = epitome.run("search", "virtual", "threads", "--match", "all");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("""
                        1. Virtual threads
                           ByteByteGo · 2025-11
                           https://example.org/a7
                           Threads that cost <little>.
                        """);
        assertThat(outcome.err()).matches("1 of 1 article in \\d+ ms\\R");
    }

    @Test
    void withoutHitsTheExitCodeIsOneAndStandardOutputEmpty() {
        Outcome outcome = epitome.run("search", "erlang");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).matches("""
                No article found in \\d+ ms\\.
                This was read as “erlang”\\.
                Try another word\\.
                """);
        assertThat(epitome.run("search", "-q", "erlang").err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "erlang beam --match all | read as “erlang beam”. | Try fewer words, other words.",
                "erlang -go source:bytebytego | “erlang”, without “go”, source = bytebytego. | or fewer filters.",
                "threads --source nowhere | read as “threads”. | Try another word or fewer filters.",
                "source:nowhere | read as source = nowhere. | Try fewer filters.",
                "threads --offset 7 | at that offset: there are 2, | --offset skips 7.",
            })
    void withoutHitsItIsToldHowTheQueryWasReadAndWhatMayHelp(String arguments, String read, String hint) {
        Outcome outcome = epitome.run(split("search " + arguments));
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("No article found", read, hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thraeds | “thraeds” was read as “threads”.",
                "threads21 | No article has “threads21”: it was read as “threads” (without its number).",
                "lambdafunctions | No article has “lambdafunctions”: it was read as “lambda functions” (by the parts that"
                        + " articles have).",
                "virtua | No article has “virtua”: it was read as “virtua*” (as the beginning of longer words).",
            })
    void aWordThatNoArticleHasIsReadOtherwiseAndThatIsTold(String word, String told) {
        assertThat(epitome.run("search", word).err()).startsWith(told + "\n");
        assertThat(epitome.run("search", "--fuzzy", "off", word).err())
                .doesNotContain("was read as “threads”", "No article has");
    }

    @Test
    void eachParameterIsAnOptionAndIsNamedAsTheOption() {
        String help = epitome.run("search", "--help").out();
        Set<Parameter> options = EnumSet.copyOf(Resource.SEARCH.parameters());
        options.remove(Parameter.Q);
        for (Parameter parameter : options) {
            assertThat(help).contains(SearchOptions.name(parameter.key()));
        }
    }

    @Test
    void aRelaxedAnswerAndWarningsAreToldOnStandardError() {
        Outcome outcome = epitome.run("search", "threads", "loom", "title:");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err())
                .contains("No article has all of these words; those found have some of them.")
                .contains("title: has nothing");
        assertThat(outcome.out()).contains("1. ", "2. ").doesNotContain("title: has", "No article");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--limit 1 threads | 1. Virtual threads",
                "threads -n 1 | 1. Virtual threads",
                "-n1 threads | 1. Virtual threads",
                "threads -n=1 | 1. Virtual threads",
                "threads --limit=1 --offset 1 | 2. Threads in Go",
                "threads --sort published --limit 1 | 1. Threads in Go",
                "threads --source bytebytego | 1. Virtual threads",
                "threads --source x --source Go_Blog | 1. Threads in Go",
                "threads --author ann_lee | 1. Virtual threads",
                "threads --tag go | 1. Threads in Go",
                "threads --type video | 1. Virtual threads",
                "threads --published-after 2025 | 1. Virtual threads",
                "threads --published-before 2024-06 | 1. Threads in Go",
                "virtual loom --match relaxed | 1. Virtual threads",
            })
    void eachOptionHasItsEffect(String arguments, String expected) {
        Outcome outcome = epitome.run(split("search " + arguments));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines().filter(line -> line.matches("\\d+\\. .*")))
                .containsExactly(expected);
    }

    @Test
    void datesThatAreSwappedAreRefused() {
        Outcome outcome = epitome.run("search", "threads", "--published-after", "2026", "--published-before", "2025");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("--published-before is \"2025\": give none before 2026");
    }

    @Test
    void matchAllForbidsToRelax() {
        assertThat(epitome.run("search", "virtual", "loom", "--match", "all").exitCode())
                .isEqualTo(1);
    }

    @Test
    void jsonIsTheAnswerOfTheService() throws Exception {
        Outcome outcome = epitome.run(
                "search",
                "threads",
                "loom",
                "--json",
                "--fields",
                "title,origin",
                "--highlight",
                "offsets",
                "--limit",
                "2",
                "--facets",
                "source,year",
                "--explain");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        String query = "v1/search?q=threads+loom&fields=title,origin&highlight=offsets&limit=2"
                + "&facets=source,year&explain=true";
        try (SearchEngine engine = LuceneSearch.open(epitome.index());
                SearchServer server = SearchServer.start(engine, "127.0.0.1", 0);
                InputStream answer =
                        URI.create(server.address() + query).toURL().openStream()) {
            JsonNode overHttp = new JsonMapper().readTree(answer);
            assertThat(untimed(outcome.json())).isEqualTo(untimed(overHttp));
            assertThat(overHttp.path("hits")).hasSize(2);
        }
    }

    private static JsonNode untimed(JsonNode answer) {
        assertThat(answer.path("tookMs").isIntegralNumber()).isTrue();
        return ((ObjectNode) answer).without("tookMs");
    }

    @Test
    void aCursorLeadsFromPageToPageOfJson() {
        epitome.holding(articles(IntStream.range(0, 5)
                .mapToObj(i -> article("n" + i).titled("Numbered threads"))
                .toArray(TestArticle[]::new)));
        JsonNode whole = epitome.run("search", "numbered", "--json").json();
        JsonNode page =
                epitome.run("search", "numbered", "--json", "--limit", "2").json();
        List<String> walked = new ArrayList<>(ids(page));
        while (page.path("next").isString()) {
            String next = page.path("next").stringValue();
            page = epitome.run("search", "numbered", "--json", "--limit", "2", "--cursor", next)
                    .json();
            walked.addAll(ids(page));
        }
        assertThat(walked).hasSize(5).isEqualTo(ids(whole));
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("hits")
                .valueStream()
                .map(hit -> hit.path("id").stringValue())
                .toList();
    }

    @Test
    void jsonWithoutHitsStillExitsWithOne() {
        Outcome outcome = epitome.run("search", "erlang", "--json");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.json().path("hits")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads --limt 5", "--limt=5 threads", "threads --limt 5 -- words"})
    void anUnknownOptionIsRefusedWithAProposal(String arguments) {
        Outcome outcome = epitome.run(split("search " + arguments));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("epitome: ").contains("--limt").contains("--limit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search | QUERY",
                "search x --limit 101 | epitome: --limit is \"101\": give a whole number from 0 to 100",
                "search x --sort best | epitome: --sort is \"best\": give one of relevance, -published, published, rank",
                "search x --published-after 2025-13 | epitome: --published-after is \"2025-13\": give a day",
                "explain a7 --published-before soon x | epitome: --published-before is \"soon\": give a day",
                "search x --json --cursor y --offset 0 | a cursor has its own offset",
                "search x --json --cursor y | cursor",
                "search x --cursor y | without --json give --offset",
                "search x --facets place | give one of source, author, tag, type, year, month",
                "search x --limit | --limit",
                "search x -n | --limit",
                "search x -n -- 1 | --limit",
                "search x -n many | epitome: --limit is \"many\": give a whole number from 0 to 100",
                "search x --limit 1 --limit 2 | --limit",
                "search x --source '' | epitome: --source is empty: give a value, or leave it out",
            })
    void wrongUsageExitsWithTwoAndSaysWhatWouldBeRight(String arguments, String expected) {
        Outcome outcome = epitome.run(split(arguments));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("epitome: ").contains(expected);
    }

    @Test
    void aMissingIndexExitsWithFiveAndNamesTheRemedy() {
        Outcome outcome =
                epitome.run("search", "x", "--index", home.resolve("nowhere").toString());
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("epitome: no index in ").contains("epitome reindex");
    }

    /** An underscore stands for a space within a word. */
    private static String[] split(String arguments) {
        String[] words = arguments.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].equals("''") ? "" : words[i].replace('_', ' ');
        }
        return words;
    }
}
