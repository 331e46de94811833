package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What an option of {@code search} changes for a person, who gives no {@code --json}. */
final class SearchOptionsTest {

    /** A search for each option, which it has to change. */
    private static final Map<String, String> SEARCHES = Map.ofEntries(
            Map.entry("--aliases=aliases.txt", "loom"),
            Map.entry("--author=Ann", "threads"),
            Map.entry("--explain", "threads"),
            Map.entry("--facets=tag", "threads"),
            Map.entry("--fields=type", "threads"),
            Map.entry("--freshness=30d", "threads --explain"),
            Map.entry("--fuzzy=off", "thraeds"),
            Map.entry("--help", "threads"),
            Map.entry("--highlight=html", "threads"),
            Map.entry("--index=nowhere", "threads"),
            Map.entry("--json", "threads"),
            Map.entry("--limit=1", "threads"),
            Map.entry("--match=all", "virtual loom"),
            Map.entry("--offset=1", "threads"),
            Map.entry("--published-after=2025", "threads"),
            Map.entry("--published-before=2024", "threads"),
            Map.entry("--sort=published", "threads"),
            Map.entry("--source=Go Blog", "threads"),
            Map.entry("--tag=go", "threads"),
            Map.entry("--type=video", "threads"),
            Map.entry("--version", "threads"));

    /** One is refused without {@code --json}, one changes what goes to standard error: each has a test of its own. */
    private static final Set<String> OTHERS = Set.of("--cursor", "--quiet");

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));

    @BeforeEach
    void twoArticles() {
        epitome = new Cli(home)
                .holding(articles(
                        article("a7")
                                .titled("Virtual threads")
                                .by("Ann")
                                .ofType("video")
                                .tagged("java")
                                .published("2025-11"),
                        article("a2")
                                .titled("Threads in Go")
                                .from("Go Blog")
                                .ofType("article")
                                .tagged("go")
                                .published("2024")));
    }

    @Test
    void eachOptionChangesWhatIsPrinted() {
        new TreeMap<>(SEARCHES).forEach((option, search) -> {
            String own = option.replace("aliases.txt", file());
            String without = search(search).out();
            assertThat(search(search, own).out()).as(option).isNotEqualTo(without);
        });
    }

    @Test
    void noOptionIsForgottenHere() {
        Set<String> tested = SEARCHES.keySet().stream()
                .map(option -> option.replaceFirst("=.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        tested.addAll(OTHERS);
        Surroundings none = new Surroundings(home, Map.of(), false, false, 0);
        assertThat(CommandSpec.forAnnotatedObject(new SearchCommand(none)).options())
                .extracting(OptionSpec::longestName)
                .containsExactlyInAnyOrderElementsOf(tested);
    }

    @Test
    void aCursorIsRefusedWithTheReason() {
        Outcome outcome = search("threads", "--cursor=x");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("--cursor is for answers with --json");
    }

    @Test
    void quietLeavesOutWhatGoesToStandardError() {
        assertThat(search("threads").err()).isNotEmpty();
        assertThat(search("threads", "--quiet").err()).isEmpty();
    }

    private Outcome search(String search, String... option) {
        return epitome.run(Stream.of(Stream.of("search"), Stream.of(search.split(" ", -1)), Stream.of(option))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    private String file() {
        return epitome.file("aliases.txt", "loom, virtual threads\n").toString();
    }
}
