package dev.epitome.quality;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a search engine answered to many topics: for each one its articles, best first. A topic with no answer may be
 * missing.
 */
public record Run(SortedMap<String, List<String>> rankings) {

    /**
     * The order in which trec_eval reads a run: by score alone, whatever the column of ranks says, and among equal
     * scores the article whose name sorts last comes first, byte by byte.
     */
    private static final Comparator<Scored> ORDER = Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing((a, b) -> Arrays.compareUnsigned(b.bytes(), a.bytes()));

    private record Scored(String article, double score) {
        byte[] bytes() {
            return article.getBytes(StandardCharsets.UTF_8);
        }
    }

    public Run {
        Objects.requireNonNull(rankings, "rankings");
        SortedMap<String, List<String>> copy = new TreeMap<>();
        rankings.forEach((topic, ranking) -> copy.put(topic, List.copyOf(ranking)));
        rankings = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Reads a file in TREC's form: topic, a column that is ignored, article, rank, score and the name of the run.
     *
     * @throws EpitomeException that names the line, when it is not so, or names an article a second time
     */
    public static Run read(Path file) {
        Objects.requireNonNull(file, "file");
        SortedMap<String, List<Scored>> scored = new TreeMap<>();
        Map<String, Set<String>> seen = new TreeMap<>();
        for (Line line : Line.of(file)) {
            List<String> columns = line.columns();
            if (columns.size() != 6) {
                throw line.wrong("a hit of a run is topic, Q0, article, rank, score and name, and here are "
                        + columns.size() + " of these six");
            }
            String topic = columns.get(0);
            String article = columns.get(2);
            if (!seen.computeIfAbsent(topic, t -> new HashSet<>()).add(article)) {
                throw line.wrong("the article " + article + " was a hit for " + topic + " already");
            }
            scored.computeIfAbsent(topic, t -> new ArrayList<>()).add(new Scored(article, score(line, columns.get(4))));
        }
        SortedMap<String, List<String>> rankings = new TreeMap<>();
        scored.forEach((topic, hits) -> rankings.put(
                topic, hits.stream().sorted(ORDER).map(Scored::article).toList()));
        return new Run(rankings);
    }

    /** The articles for a topic, best first; none where there is no answer. */
    public List<String> ranking(String topic) {
        Objects.requireNonNull(topic, "topic");
        return rankings.getOrDefault(topic, List.of());
    }

    /**
     * The means over every topic that has a relevant article; one without an answer counts as 0. As {@code trec_eval
     * -c}, which also counts topics of which no article is relevant, where there are such.
     */
    public Measures measured(Judgments judgments) {
        Objects.requireNonNull(judgments, "judgments");
        return Measures.mean(judgments.byTopic().entrySet().stream()
                .filter(topic -> Judgments.anyRelevant(topic.getValue()))
                .map(topic -> Measures.of(ranking(topic.getKey()), topic.getValue()))
                .toList());
    }

    /**
     * Writes a file in TREC's form. A ranking is an order, ties in it are broken already: the scores written are made
     * so that whoever reads them gets that order.
     *
     * @param name of the run, without white space
     */
    public void write(Path file, String name) {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(name, "name");
        StringBuilder lines = new StringBuilder();
        rankings.forEach((topic, ranking) -> {
            for (int i = 0; i < ranking.size(); i++) {
                // No file of judgments can name an article with a space in its id.
                String article = ranking.get(i).replace(' ', '_');
                lines.append(String.join(
                                " ",
                                topic,
                                "Q0",
                                article,
                                String.valueOf(i + 1),
                                String.valueOf(ranking.size() - i),
                                name))
                        .append('\n');
            }
        });
        try {
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new EpitomeException(Kind.IO, "cannot write " + file + ": " + e, e);
        }
    }

    private static double score(Line line, String text) {
        try {
            double score = Double.parseDouble(text) + 0.0; // Minus zero is zero.
            if (!Double.isNaN(score)) {
                return score;
            }
        } catch (NumberFormatException e) {
            throw line.wrong("the score \"" + text + "\" is no number");
        }
        throw line.wrong("the score is no number");
    }
}
