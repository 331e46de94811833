package dev.epitome.benchmarks;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.quality.Judgments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records, queries, and which records answer which query.
 *
 * @param name of the folder
 * @param queries by their ids; one that was judged may be missing, and then finds nothing
 * @param judgments may name records that are not there; they count as not found
 */
record JudgedCollection(
        String name, List<CollectionDocument> documents, SortedMap<String, String> queries, Judgments judgments) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    JudgedCollection {
        documents = List.copyOf(documents);
        queries = Collections.unmodifiableSortedMap(new TreeMap<>(queries));
    }

    /**
     * Reads {@code docs.jsonl}, {@code queries.tsv} and {@code qrels.txt}.
     *
     * @throws EpitomeException of kind {@link Kind#NO_INPUT} that names the file, when one is missing or cannot be
     *     understood
     */
    static JudgedCollection read(Path folder) {
        return new JudgedCollection(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                documents(folder.resolve("docs.jsonl")),
                queries(folder.resolve("queries.tsv")),
                Judgments.read(folder.resolve("qrels.txt")));
    }

    /** For each query that has a relevant record, the grade of each record judged for it. */
    SortedMap<String, SortedMap<String, Integer>> answerable() {
        SortedMap<String, SortedMap<String, Integer>> answerable = new TreeMap<>(judgments.byTopic());
        answerable.values().removeIf(grades -> grades.values().stream().allMatch(grade -> grade < 1));
        return answerable;
    }

    /** The text of a query, empty where it is missing. */
    String query(String topic) {
        return queries.getOrDefault(topic, "");
    }

    private static List<CollectionDocument> documents(Path file) {
        JsonMapper mapper = JsonMapper.builder().build();
        List<CollectionDocument> documents = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!line.isBlank()) {
                CollectionDocument document = document(mapper, file, number, line);
                if (!ids.add(document.id())) {
                    throw wrong(file, number, "the id " + document.id() + " was there already");
                }
                documents.add(document);
            }
        }
        return documents;
    }

    private static CollectionDocument document(JsonMapper mapper, Path file, int number, String line) {
        try {
            JsonNode json = mapper.readTree(line);
            if (json.path("id").asString("").isBlank()) {
                throw wrong(file, number, "there is no id");
            }
            return CollectionDocument.of(json);
        } catch (JacksonException e) {
            throw wrong(file, number, "not JSON: " + e.getOriginalMessage());
        }
    }

    /** Other people's files: what follows the first white space is the query, and of two of one id the first counts. */
    private static SortedMap<String, String> queries(Path file) {
        SortedMap<String, String> queries = new TreeMap<>();
        for (String line : lines(file)) {
            String[] parts = line.strip().split("\\s+", 2);
            if (parts.length == 2) {
                queries.putIfAbsent(parts[0], parts[1].replace('\t', ' '));
            }
        }
        return queries;
    }

    /** Bytes that are not UTF-8 become replacement characters: they cost a word, not the collection. */
    private static List<String> lines(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return List.of((text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).split("\r?\n", -1));
        } catch (IOException e) {
            throw new EpitomeException(Kind.NO_INPUT, "cannot read " + file + ": " + e, e);
        }
    }

    private static EpitomeException wrong(Path file, int number, String what) {
        return new EpitomeException(Kind.NO_INPUT, file + ":" + number + ": " + what);
    }
}
