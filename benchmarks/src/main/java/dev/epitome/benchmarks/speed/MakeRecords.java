package dev.epitome.benchmarks.speed;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code make-records}: real records of real text, from a public list of papers. */
@Command(
        name = "make-records",
        description = "Prints the papers of a clone of papercopilot/paperlists as records, one a line: those with a "
                + "title and an abstract, each title once.")
final class MakeRecords implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SEVERAL = Pattern.compile("\\s*;\\s*");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final int LEAST_ABSTRACT = 100;
    private static final int MOST_NAMES = 20;

    @Parameters(paramLabel = "FOLDER", description = "The clone: a folder for each conference, a file for each year.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
        write(folder, out);
        out.flush();
        return ExitCode.OK;
    }

    static long write(Path folder, OutputStream out) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        Set<String> titles = new HashSet<>();
        long number = 0;
        for (Path file : files) {
            JsonNode papers = JSON.readTree(file.toFile());
            for (JsonNode paper : papers.isArray() ? papers : JSON.createArrayNode()) {
                String title = text(paper, "title");
                if (title.isEmpty()
                        || text(paper, "abstract").length() < LEAST_ABSTRACT
                        || !titles.add(title.toLowerCase(Locale.ROOT))) {
                    continue;
                }
                out.write(JSON.writeValueAsBytes(record(paper, file, ++number)));
                out.write('\n');
            }
        }
        return number;
    }

    private static ObjectNode record(JsonNode paper, Path file, long number) {
        String conference = file.toAbsolutePath()
                .getName(file.toAbsolutePath().getNameCount() - 2)
                .toString();
        ObjectNode record = JSON.createObjectNode()
                .put("id", "p" + number)
                .put("title", text(paper, "title"))
                .put("summary", text(paper, "abstract"))
                .put("url", "https://papers.example/" + conference + "/" + number)
                .put("source", conference.toUpperCase(Locale.ROOT));
        names(paper, "keywords").forEach(record.withArray("tags")::add);
        names(paper, "author").forEach(record.withArray("authors")::add);
        Matcher year = YEAR.matcher(String.valueOf(file.getFileName()));
        if (year.find()) {
            // The lists know the year: a day of it is drawn, so that there is an order.
            LocalDate first = LocalDate.of(Integer.parseInt(year.group()), 1, 1);
            record.put(
                    "published", first.plusDays(new Random(number).nextInt(365)).toString());
        }
        return record;
    }

    private static List<String> names(JsonNode paper, String member) {
        return new ArrayList<>(SEVERAL.splitAsStream(text(paper, member))
                .filter(name -> !name.isEmpty() && name.length() < 100)
                .distinct()
                .limit(MOST_NAMES)
                .toList());
    }

    private static String text(JsonNode paper, String member) {
        return paper.path(member).asString("").strip();
    }
}
