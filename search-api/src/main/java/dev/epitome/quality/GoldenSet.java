package dev.epitome.quality;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Queries and what they should find. A topic without a relevant article must find nothing.
 *
 * @param floor what a good index reaches; may ask for nothing
 */
public record GoldenSet(List<Topic> topics, Judgments judgments, Floor floor) {

    private static final String TOPICS = "topics.tsv";
    private static final String JUDGMENTS = "qrels.txt";
    private static final String FLOOR = "floor.properties";

    public GoldenSet {
        Objects.requireNonNull(topics, "topics");
        Objects.requireNonNull(judgments, "judgments");
        Objects.requireNonNull(floor, "floor");
        topics = List.copyOf(topics);
    }

    /**
     * Reads {@code topics.tsv}, {@code qrels.txt} and, where it is there, {@code floor.properties}.
     *
     * @throws EpitomeException of kind {@link Kind#NO_INPUT} that names the file and the line, when one is missing or
     *     cannot be understood
     */
    public static GoldenSet read(Path folder) {
        Objects.requireNonNull(folder, "folder");
        if (!Files.isDirectory(folder)) {
            throw new EpitomeException(Kind.NO_INPUT, "no golden queries: there is no folder " + folder);
        }
        List<Topic> topics = Topic.read(folder.resolve(TOPICS));
        Judgments judgments = Judgments.read(
                folder.resolve(JUDGMENTS), topics.stream().map(Topic::id).collect(Collectors.toSet())::contains);
        GoldenSet golden = new GoldenSet(topics, judgments, floor(folder.resolve(FLOOR)));
        if (golden.relevantArticles().isEmpty()) {
            throw new EpitomeException(
                    Kind.NO_INPUT,
                    folder.resolve(JUDGMENTS) + " names no relevant article: there is nothing to measure");
        }
        return golden;
    }

    private static Floor floor(Path file) {
        return Files.exists(file) ? Floor.read(file) : Floor.NONE;
    }

    /** The same queries, with a floor of one's own. */
    public GoldenSet withFloor(Floor other) {
        return new GoldenSet(topics, judgments, other);
    }

    boolean mustFindNothing(Topic topic) {
        return !Judgments.anyRelevant(judgments.grades(topic.id()));
    }

    /** Every article that was judged, whatever the grade. */
    Set<String> judgedArticles() {
        return judgments.byTopic().values().stream()
                .flatMap(grades -> grades.keySet().stream())
                .collect(Collectors.toSet());
    }

    /** Every article that is relevant for some topic. */
    SortedSet<String> relevantArticles() {
        return judgments.byTopic().values().stream()
                .flatMap(grades -> grades.entrySet().stream())
                .filter(judged -> Judgments.isRelevant(judged.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
