package dev.epitome.cli;

import dev.epitome.article.Article;
import dev.epitome.search.JsonLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line of an installation of its own, with the index where it is by default. */
final class Cli {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private boolean terminal;
    private int columns;

    Cli(Path home) {
        this.home = home;
    }

    /** What a command left behind. */
    record Outcome(int exitCode, String out, String err) {
        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    Cli with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Cli onTerminal() {
        terminal = true;
        return this;
    }

    Cli onTerminalOf(int width) {
        columns = width;
        return onTerminal();
    }

    Path index() {
        return home.resolve("index");
    }

    Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(home, Map.copyOf(environment), terminal, false, columns);
        int exitCode = Main.run(surroundings, new PrintWriter(out), new PrintWriter(err), arguments);
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    /** Makes these the articles of the index. */
    Cli holding(List<Article> articles) {
        Outcome outcome = run(
                "reindex", "--allow-shrink", corpus("articles.jsonl", articles).toString());
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException(outcome.toString());
        }
        return this;
    }

    Path corpus(String name, List<Article> articles) {
        return JsonLines.write(home.resolve(name), articles);
    }

    Path file(String name, String content) {
        try {
            Path file = home.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
