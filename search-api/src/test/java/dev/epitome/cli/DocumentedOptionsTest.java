package dev.epitome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    @TempDir
    private Path home;

    @Test
    void everyOptionThatTheyNameIsThere() throws IOException {
        Set<String> there = new TreeSet<>(Set.of("--help", "--version"));
        for (String command : commands()) {
            there.addAll(named(help(command, "--help")));
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

    /** All but that for help, which says so itself. */
    private List<String> commands() {
        return COMMAND.matcher(help("--help"))
                .results()
                .map(command -> command.group(1))
                .filter(command -> !command.equals("help"))
                .toList();
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
