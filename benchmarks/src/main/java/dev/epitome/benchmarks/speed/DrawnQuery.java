package dev.epitome.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A query that is put to every system alike.
 *
 * @param words without signs, such as the quotes of a phrase
 * @param source of which all hits must be; empty for any
 */
record DrawnQuery(QueryKind kind, String words, String source) {

    /** As somebody types it who knows the signs. */
    String typed() {
        return switch (kind) {
            case PHRASE -> '"' + words + '"';
            case PREFIX -> words + '*';
            default -> words;
        };
    }

    static void write(List<DrawnQuery> queries, Path file) throws IOException {
        Files.write(
                file,
                queries.stream()
                        .map(query -> query.kind + "\t" + query.words + "\t" + query.source)
                        .toList());
    }

    static List<DrawnQuery> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .map(parts -> new DrawnQuery(QueryKind.valueOf(parts[0]), parts[1], parts[2]))
                .toList();
    }
}
