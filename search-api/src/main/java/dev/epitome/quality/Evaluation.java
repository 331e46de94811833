package dev.epitome.quality;

import dev.epitome.quality.Expected.Standing;
import dev.epitome.quality.QualityReport.EmptyTopic;
import dev.epitome.quality.QualityReport.JudgedTopic;
import dev.epitome.quality.QualityReport.RankedHit;
import dev.epitome.search.ArticleField;
import dev.epitome.search.Hit;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Asks an engine every topic of a golden set, as a user would, and measures the answers. */
public final class Evaluation {

    /** How far down the hits are looked at; a relevant article below counts as not found. */
    public static final int DEPTH = SearchRequest.MAX_LIMIT;

    /** What is measured is not how busy the machine is. */
    private static final Duration UNHURRIED = Duration.ofDays(1);

    private final SearchEngine engine;
    private final GoldenSet golden;
    private final Coverage coverage;
    private final Set<String> missing;
    private final Optional<Set<String>> owed;
    private final List<JudgedTopic> judged = new ArrayList<>();
    private final List<EmptyTopic> empty = new ArrayList<>();
    private final List<Topic> setAside = new ArrayList<>();

    private Evaluation(SearchEngine engine, GoldenSet golden, Optional<Set<String>> owed) {
        this.owed = owed;
        this.engine = engine.within(UNHURRIED);
        this.golden = golden;
        this.coverage = Coverage.of(engine, golden);
        this.missing = new HashSet<>(coverage.missing());
    }

    /**
     * Asks all topics. Hits have one order, so nothing here depends on chance: the same index gives the same report.
     */
    public static QualityReport of(SearchEngine engine, GoldenSet golden) {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(golden, "golden");
        return of(engine, golden, Optional.empty());
    }

    /**
     * The same, for an index that is to take the place of another.
     *
     * @param owed the articles that readers may ask for: where one of these is missing it counts as not found, and
     *     where none of a topic is owed the topic is set aside
     */
    static QualityReport of(SearchEngine engine, GoldenSet golden, Set<String> owed) {
        return of(engine, golden, Optional.of(owed));
    }

    private static QualityReport of(SearchEngine engine, GoldenSet golden, Optional<Set<String>> owed) {
        Evaluation evaluation = new Evaluation(engine, golden, owed);
        golden.topics().stream().sorted(Comparator.comparing(Topic::id)).forEach(evaluation::ask);
        return new QualityReport(
                evaluation.coverage,
                Measures.mean(
                        evaluation.judged.stream().map(JudgedTopic::measures).toList()),
                evaluation.judged,
                evaluation.empty,
                evaluation.setAside);
    }

    private void ask(Topic topic) {
        Map<String, Integer> grades = grades(topic);
        if (golden.mustFindNothing(topic)) {
            empty.add(new EmptyTopic(topic, hits(topic, grades)));
        } else if (cannotBeFound(grades)) {
            setAside.add(topic);
        } else {
            List<RankedHit> hits = hits(topic, grades);
            List<String> ranking = hits.stream().map(RankedHit::id).toList();
            judged.add(new JudgedTopic(topic, expected(grades, ranking), Measures.of(ranking, grades), hits));
        }
    }

    private Map<String, Integer> grades(Topic topic) {
        Map<String, Integer> grades = new LinkedHashMap<>(golden.judgments().grades(topic.id()));
        owed.ifPresent(some -> grades.keySet().retainAll(some));
        return grades;
    }

    private boolean cannotBeFound(Map<String, Integer> grades) {
        return grades.entrySet().stream()
                .filter(grade -> Judgments.isRelevant(grade.getValue()))
                .allMatch(grade -> owed.isEmpty() && missing.contains(grade.getKey()));
    }

    private List<RankedHit> hits(Topic topic, Map<String, Integer> grades) {
        List<RankedHit> hits = new ArrayList<>();
        SearchRequest request = SearchRequest.of(topic.query())
                .withLimit(DEPTH)
                .withFields(Set.of(ArticleField.TITLE))
                .withoutHighlights();
        for (Hit hit : engine.search(request).hits()) {
            Integer grade = grades.get(hit.article().id());
            hits.add(new RankedHit(
                    hits.size() + 1,
                    hit.article().id(),
                    hit.article().title(),
                    grade == null ? OptionalInt.empty() : OptionalInt.of(grade)));
        }
        return hits;
    }

    private List<Expected> expected(Map<String, Integer> grades, List<String> ranking) {
        return grades.entrySet().stream()
                .filter(grade -> Judgments.isRelevant(grade.getValue()))
                .map(grade -> new Expected(grade.getKey(), grade.getValue(), standing(grade.getKey(), ranking)))
                .sorted(Comparator.comparingInt(Expected::grade)
                        .reversed()
                        .thenComparingInt(expected -> expected.standing().place())
                        .thenComparing(Expected::id))
                .toList();
    }

    private Standing standing(String article, List<String> ranking) {
        int index = ranking.indexOf(article);
        if (index >= 0) {
            return new Standing.AtRank(index + 1);
        }
        return missing.contains(article) ? new Standing.NotIndexed() : new Standing.NotFound();
    }
}
