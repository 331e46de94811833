package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all commands have in common, and the ways in which {@code serve} refuses to start. */
final class MainTest {

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));

    @BeforeEach
    void install() {
        epitome = new Cli(home);
    }

    @ParameterizedTest
    @CsvSource({
        "--help, 'reindex search serve evaluate'",
        "-h, 'reindex search serve'",
        "help, 'reindex search serve'",
        "help search, '--limit --json --published-after'",
        "reindex --help, '--as-of --dry-run --quiet --json --index --no-gate --golden --floor'",
        "evaluate --help, '--index --golden --floor --worst --write --run --json 10'",
        "search --help, '--limit --offset --sort --source --author --tag --type --match --fields --highlight --json'",
        "serve --help, '--host --port --index 127.0.0.1 8080'",
    })
    void helpGoesToStandardOutputAndNamesWhatThereIs(String arguments, String expected) {
        Outcome outcome = epitome.run(arguments.split(" ", -1));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains(expected.split(" ", -1)).contains("epitome");
        assertThat(outcome.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void helpIsPlainWhereThatIsWanted() {
        epitome.onTerminal();
        assertThat(epitome.run("--help").out()).contains("\u001b");
        assertThat(epitome.run("search", "--no-color", "--help").out()).doesNotContain("\u001b");
        assertThat(epitome.with("NO_COLOR", "1").run("--help").out()).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "search --version"})
    void theVersionNamesWhatRuns(String arguments) {
        Outcome outcome = epitome.run(arguments.split(" ", -1));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).startsWith("epitome ").contains("Lucene 10.").contains("Java ");
        assertThat(outcome.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "serch, search",
        "Search, search",
        "reindx, reindex",
        "reindex --dry-rum, --dry-run",
        "serve --pot=1, --port",
        "key lst, epitome key list",
        "key new --rol=read, --role",
        "evaluat, evaluate",
        "evaluate --flor=1, --floor"
    })
    void whatIsUnknownIsRefusedWithAProposal(String arguments, String proposal) {
        Outcome outcome = epitome.onTerminal().run(arguments.split(" ", -1));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("epitome: ").contains(proposal).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @CsvSource({
        "serch kafka, there is no command serch, epitome search?",
        "help serch, there is no command serch, epitome search?",
        "frobnicate --limit 1, there is no command frobnicate, See epitome --help",
        "stats kafka, stats takes no kafka, See epitome stats --help",
        "key frobnicate, there is no command frobnicate, See epitome key --help",
        "completion zsh --limit, Unknown option: '--limit', See epitome completion --help",
    })
    void whatIsWrongIsSaidOfTheWordThatWasTyped(String arguments, String wrong, String advice) {
        Outcome outcome = epitome.run(arguments.split(" ", -1));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines().toList()).hasSize(2).first().isEqualTo("epitome: " + wrong);
        assertThat(outcome.err()).contains(advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve -p 80", "search --nope", "serve -"})
    void dashesAreNoLettersOfAGuess(String arguments) {
        Outcome outcome = epitome.run(arguments.split(" ", -1));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).doesNotContain("Did you mean").contains(" --help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stats --a\u001b[31mb",
                "stats \u001b[31m",
                "\u001b[31m",
                "serve --port \u001b[31m",
                "search x --limit \u001b[31m",
                "explain \u001b[31mx x"
            })
    void whatATerminalWouldObeyIsNotRepeated(String arguments) {
        epitome.holding(articles(article("a1")));
        Outcome outcome = epitome.onTerminal().run(arguments.split(" ", -1));
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.err()).contains("[31m").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--no-color"})
    void withoutACommandTheUsageGoesToStandardError(String arguments) {
        Outcome outcome = epitome.onTerminal()
                .run(Stream.of(arguments).filter(word -> !word.isEmpty()).toArray(String[]::new));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("Usage: epitome ")
                .contains("reindex", "search", "--no-color")
                .doesNotContain("\u001b");
    }

    @Test
    void optionsCanBeSetInTheEnvironment() {
        Path elsewhere = home.resolve("elsewhere");
        Path corpus = epitome.corpus(
                "a.jsonl",
                articles(article("a1").titled("One thread"), article("a2").titled("Two threads thread")));
        epitome.with("EPITOME_INDEX", elsewhere.toString()).with("EPITOME_QUIET", "true");
        assertThat(epitome.run("reindex", corpus.toString()).out()).isEmpty();
        assertThat(elsewhere).isDirectory();
        assertThat(epitome.index()).doesNotExist();
        epitome.with("EPITOME_LIMIT", "1").with("EPITOME_JSON", "true");
        assertThat(epitome.run("search", "thread").json().path("hits")).hasSize(1);
        assertThat(epitome.run("search", "thread", "--limit", "2").json().path("hits"))
                .hasSize(2);
        epitome.with("EPITOME_PUBLISHED_AFTER", "2020");
        assertThat(epitome.run("search", "thread").exitCode()).isEqualTo(1);
    }

    @Test
    void anEmptyVariableIsAsGoodAsNone() {
        epitome.with("EPITOME_LIMIT", "").with("EPITOME_INDEX", "").with("EPITOME_CONFIG", "");
        epitome.holding(articles(article("a1").titled("Threads")));
        assertThat(epitome.run("search", "threads").exitCode()).isZero();
        assertThat(epitome.index()).isDirectory();
    }

    @Test
    void optionsCanBeSetInAFileAndTheEnvironmentComesBeforeIt() {
        Path elsewhere = home.resolve("elsewhere");
        Path config = epitome.file("epitome.conf", "# ours\nindex=" + elsewhere + "\nlimit = 1\njson=true\n");
        epitome.with("EPITOME_CONFIG", config.toString());
        epitome.holding(articles(article("a1").titled("Threads"), article("a2").titled("Threads")));
        assertThat(elsewhere).isDirectory();
        assertThat(epitome.run("search", "threads").json().path("hits")).hasSize(1);
        epitome.with("EPITOME_LIMIT", "2");
        assertThat(epitome.run("search", "threads").json().path("hits")).hasSize(2);
        assertThat(epitome.run("search", "threads", "--limit", "1").json().path("hits"))
                .hasSize(1);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        Outcome outcome = epitome.with(
                        "EPITOME_CONFIG", home.resolve("none.conf").toString())
                .run("search", "x");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("EPITOME_CONFIG").contains("none.conf");
    }

    @ParameterizedTest
    @CsvSource({"indx, did you mean index?", "--limit, did you mean limit?", "colour, see --help", "help, see --help"})
    void aFileThatSetsWhatIsNoOptionIsRefused(String name, String advice) {
        Path config = epitome.file("epitome.conf", "index=elsewhere\n" + name + "=1\n");
        Outcome outcome = epitome.with("EPITOME_CONFIG", config.toString()).run("search", "x");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains(config.toString(), "\"" + name + "\"", advice);
    }

    @Test
    void aValueFromTheEnvironmentIsCheckedLikeATypedOne() {
        assertThat(epitome.with("EPITOME_PORT", "many").run("serve").exitCode()).isEqualTo(2);
        assertThat(epitome.with("EPITOME_LIMIT", "many").run("search", "x").err())
                .contains("--limit is \"many\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http"})
    void serveRefusesAPortThatCannotBe(String port) {
        Outcome outcome = epitome.run("serve", "--port=" + port);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("epitome: ").contains("--port").contains(port);
        assertThat(epitome.index()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--cors-origin=a.example", "--cors-origin=https://a/b", "--rate-limit=-1", "--rate-limit=x"})
    void serveRefusesALimitThatCannotBe(String option) {
        Outcome outcome = epitome.run("serve", "--port=0", option);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("epitome: ");
        assertThat(epitome.index()).doesNotExist();
    }

    @Test
    void serveRefusesAPortThatIsTakenAndNamesTheRemedy() throws IOException {
        epitome.holding(articles(article("a1")));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome outcome = epitome.run("serve", "--port", String.valueOf(taken.getLocalPort()));
            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err())
                    .contains("port " + taken.getLocalPort())
                    .contains("0 for any free port", "--port", "--host");
        }
    }

    @Test
    void serveAsksWhoMayReadWhereOtherMachinesReachIt() {
        Outcome outcome = epitome.run("serve", "--port", "0", "--host", "0.0.0.0");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("at 0.0.0.0 other machines could read", "--public-read", "--keys", "--host");
    }

    @Test
    void serveRefusesAFileWithoutKeys() {
        String none = epitome.file("keys", "# nobody yet\n").toString();
        Outcome outcome = epitome.run("serve", "--port", "0", "--keys", none);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is no key", "epitome key new");
    }

    @Test
    void serveRefusesAHostThatIsNotKnown() {
        Outcome outcome = epitome.run("serve", "--port", "0", "--host", "nowhere.invalid");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("nowhere.invalid", "the host is not known");
    }

    @Test
    @Timeout(60)
    void serveStopsWhereItsAddressCannotBeWritten() {
        epitome.holding(articles(article("a1")));
        StringWriter err = new StringWriter();
        PrintWriter full = new PrintWriter(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                false,
                StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(home, Map.of(), false, false, 0);
        assertThat(Main.run(surroundings, full, new PrintWriter(err), "serve", "--port", "0"))
                .isEqualTo(70);
        assertThat(err.toString()).contains("Stopped, as standard output cannot be written.");
    }

    @Test
    void serveRefusesAnIndexThatItCannotReadAndDoesNotReplaceIt() throws IOException {
        Path foreign = home.resolve("foreign");
        try (var directory = org.apache.lucene.store.FSDirectory.open(foreign);
                var writer = new org.apache.lucene.index.IndexWriter(
                        directory, new org.apache.lucene.index.IndexWriterConfig())) {
            writer.commit();
        }
        Outcome outcome = epitome.run("serve", "--port", "0", "--index", foreign.toString());
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.err())
                .contains("Epitome did not write")
                .contains("another directory")
                .doesNotContain("reindex");
    }

    @Test
    void serveWithoutIndexAndWithoutCorpusIsToldSo() {
        Outcome outcome = epitome.run("serve", "--port", "0");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("shipped corpus")
                .as("from when on it answers at all")
                .startsWith("Listening at http://127.0.0.1:");
    }
}
