package dev.epitome.quality;

import dev.epitome.EpitomeException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which articles answer which topic, and how well: TREC's qrels.
 *
 * @param byTopic for each topic the grade of each article judged for it; from 1 on an article is relevant
 */
public record Judgments(SortedMap<String, SortedMap<String, Integer>> byTopic) {

    private static final int MAX_GRADE = 127;

    public Judgments {
        Objects.requireNonNull(byTopic, "byTopic");
        SortedMap<String, SortedMap<String, Integer>> copy = new TreeMap<>();
        byTopic.forEach((topic, grades) -> copy.put(topic, Collections.unmodifiableSortedMap(new TreeMap<>(grades))));
        byTopic = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Reads lines of topic, a column that is ignored, article and grade.
     *
     * @throws EpitomeException that names the line, when it is not so, or judges an article a second time
     */
    public static Judgments read(Path file) {
        Objects.requireNonNull(file, "file");
        return read(file, topic -> true);
    }

    static Judgments read(Path file, Predicate<String> isTopic) {
        SortedMap<String, SortedMap<String, Integer>> byTopic = new TreeMap<>();
        for (Line line : Line.of(file)) {
            List<String> columns = line.columns();
            if (columns.size() != 4) {
                throw line.wrong(
                        "a judgment is topic, 0, article and grade, and here are " + columns.size() + " of these four");
            }
            String topic = columns.get(0);
            if (!isTopic.test(topic)) {
                throw line.wrong("there is no topic " + topic);
            }
            String article = columns.get(2);
            Integer before = byTopic.computeIfAbsent(topic, t -> new TreeMap<>())
                    .putIfAbsent(article, grade(line, columns.get(3)));
            if (before != null) {
                throw line.wrong("the article " + article + " was judged for " + topic + " already");
            }
        }
        return new Judgments(byTopic);
    }

    /** The grade of each article judged for a topic; none where the topic was not judged. */
    public Map<String, Integer> grades(String topic) {
        Objects.requireNonNull(topic, "topic");
        return byTopic.getOrDefault(topic, Collections.emptySortedMap());
    }

    static boolean isRelevant(int grade) {
        return grade >= 1;
    }

    static boolean anyRelevant(Map<String, Integer> grades) {
        return grades.values().stream().anyMatch(Judgments::isRelevant);
    }

    /** Below zero means judged by nobody, as in some of TREC's own files. */
    private static int grade(Line line, String text) {
        try {
            int grade = Integer.parseInt(text);
            if (Math.abs((long) grade) <= MAX_GRADE) {
                return grade;
            }
        } catch (NumberFormatException e) {
            throw line.wrong("the grade \"" + text + "\" is no whole number");
        }
        throw line.wrong("the grade " + text + " is out of bounds: give 0 to " + MAX_GRADE);
    }
}
