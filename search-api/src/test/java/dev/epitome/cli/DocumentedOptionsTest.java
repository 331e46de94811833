package dev.epitome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.search.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages for users say of commands and options is so. */
final class DocumentedOptionsTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)  ");

    /** A search or an explanation, and the indented lines below it. */
    private static final Pattern EXAMPLE =
            Pattern.compile("(?m)^    \\$ bin/epitome ((?:search|explain) .*)\\R((?:(?:    (?!\\$).*)?\\R)+)");

    private static final Pattern ELLIPSIS_OR_TIME = Pattern.compile("…|\\d+ ms");

    @TempDir
    private Path home;

    @Test
    void everyOptionThatTheyNameIsThere() throws IOException {
        Set<String> there = new TreeSet<>(Set.of("--help", "--version"));
        for (String command : commands()) {
            String help = help(command, "--help");
            there.addAll(named(help));
            for (String within : commands(help)) {
                there.addAll(named(help(command, within, "--help")));
            }
        }
        Set<String> named = new TreeSet<>();
        for (Path page : pages()) {
            named.addAll(named(Files.readString(page)));
        }
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(there).containsAll(named);
    }

    @Test
    void everyCommandIsInTheTableOfTheCommandLine() throws IOException {
        String page = Files.readString(REPOSITORY.resolve("docs/command-line.md"));
        assertThat(commands())
                .hasSizeGreaterThan(8)
                .allSatisfy(command -> assertThat(page).contains("| `epitome " + command + "` |"));
    }

    @Test
    void whatTheyShowOfAnAnswerIsWhatIsPrinted() throws IOException {
        Cli cli = new Cli(home).holding(Shipped.articles());
        int shown = 0;
        for (Path page : pages()) {
            for (MatchResult example :
                    EXAMPLE.matcher(Files.readString(page)).results().toList()) {
                var outcome = cli.run(example.group(1).split(" "));
                String printed = oneLine(outcome.out() + outcome.err());
                assertThat(List.of(ELLIPSIS_OR_TIME.split(oneLine(example.group(2)))))
                        .as("%s: %s", page, example.group(1))
                        .allSatisfy(part -> assertThat(printed).contains(part));
                shown++;
            }
        }
        assertThat(shown).isEqualTo(4);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** All but that for help, which says so itself. */
    private List<String> commands() {
        return commands(help("--help")).stream()
                .filter(command -> !command.equals("help"))
                .toList();
    }

    private static List<String> commands(String help) {
        return COMMAND.matcher(help).results().map(command -> command.group(1)).toList();
    }

    private String help(String... arguments) {
        return new Cli(home).run(arguments).out();
    }

    private static Set<String> named(String text) {
        return OPTION.matcher(text).results().map(option -> option.group()).collect(Collectors.toSet());
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(REPOSITORY.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "SECURITY.md").map(REPOSITORY::resolve),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        }
    }
}
