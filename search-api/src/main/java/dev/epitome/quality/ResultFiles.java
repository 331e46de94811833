package dev.epitome.quality;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.quality.QualityReport.EmptyTopic;
import dev.epitome.quality.QualityReport.JudgedTopic;
import dev.epitome.quality.QualityReport.RankedHit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A report as text files that are kept under version control: one for each topic with its first hits, and a summary. A
 * change of the ranking is then read as a difference of these files. They hold no scores, dates or versions, which
 * differ where the ranking does not.
 */
public final class ResultFiles {

    static final String SUMMARY = "summary";
    private static final String EXTENSION = ".txt";
    private static final String FIRST_WORD = "topic ";

    private ResultFiles() {}

    /** The text of each file by its name. */
    public static SortedMap<String, String> texts(QualityReport report) {
        Objects.requireNonNull(report, "report");
        SortedMap<String, String> texts = new TreeMap<>();
        report.judged().forEach(topic -> texts.put(name(topic.topic()), text(topic)));
        report.empty().forEach(topic -> texts.put(name(topic.topic()), text(topic)));
        texts.put(SUMMARY + EXTENSION, summary(report));
        return texts;
    }

    /**
     * Writes all files, and deletes those that an earlier report wrote of topics that are gone.
     *
     * @param folder made where it does not exist
     */
    public static void write(QualityReport report, Path folder) {
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(folder, "folder");
        SortedMap<String, String> texts = texts(report);
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : texts.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            for (Path file : texts(folder)) {
                if (!texts.containsKey(String.valueOf(file.getFileName())) && isOurs(file)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new EpitomeException(Kind.IO, "cannot write the results to " + folder + ": " + e, e);
        }
    }

    private static List<Path> texts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(EXTENSION))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    /** The folder may hold texts of somebody's own. */
    private static boolean isOurs(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String start = FIRST_WORD + name.substring(0, name.length() - EXTENSION.length()) + "\n";
        try (InputStream in = Files.newInputStream(file)) {
            byte[] expected = start.getBytes(StandardCharsets.UTF_8);
            return Arrays.equals(in.readNBytes(expected.length), expected);
        }
    }

    private static String name(Topic topic) {
        return topic.id() + EXTENSION;
    }

    private static String text(JudgedTopic topic) {
        StringBuilder text = head(topic.topic());
        text.append(Figure.NDCG.label())
                .append(' ')
                .append(Figure.told(topic.measures().ndcg()));
        text.append("  RR ").append(Figure.told(topic.measures().reciprocalRank()));
        text.append("  recall@10 ")
                .append(Figure.told(topic.measures().recall()))
                .append("\n\n");
        append(text, topic.hits());
        topic.expected().stream()
                .filter(expected -> expected.standing().place() > Measures.CUTOFF)
                .forEach(expected -> text.append(" -  ")
                        .append(expected.grade())
                        .append("  ")
                        .append(expected.id())
                        .append("  ")
                        .append(expected.standing())
                        .append('\n'));
        return text.toString();
    }

    private static String text(EmptyTopic topic) {
        StringBuilder text = head(topic.topic()).append("must find nothing\n\n");
        append(text, topic.hits());
        return text.toString();
    }

    private static StringBuilder head(Topic topic) {
        return new StringBuilder(FIRST_WORD)
                .append(topic.id())
                .append('\n')
                .append("query ")
                .append(topic.query())
                .append('\n');
    }

    private static void append(StringBuilder text, List<RankedHit> hits) {
        hits.stream()
                .limit(Measures.CUTOFF)
                .forEach(hit -> text.append(hit.rank() < 10 ? " " : "")
                        .append(hit.rank())
                        .append("  ")
                        .append(
                                hit.grade().isPresent()
                                        ? String.valueOf(hit.grade().getAsInt())
                                        : "-")
                        .append("  ")
                        .append(hit.id())
                        .append("  ")
                        .append(hit.title())
                        .append('\n'));
    }

    private static String summary(QualityReport report) {
        StringBuilder text = new StringBuilder();
        text.append(report.judged().size()).append(" topics judged\n");
        for (Figure figure : List.of(Figure.NDCG, Figure.MRR, Figure.RECALL)) {
            text.append(figure.label())
                    .append(' ')
                    .append(Figure.told(figure.of(report)))
                    .append('\n');
        }
        text.append("nothing found for ").append(report.emptyPassed()).append(" of ");
        text.append(report.empty().size()).append(" that must find nothing\n\nnDCG@10  RR      recall  topic  query\n");
        SortedMap<String, String> lines = new TreeMap<>();
        report.judged().forEach(topic -> lines.put(topic.topic().id(), line(topic)));
        report.empty().forEach(topic -> lines.put(topic.topic().id(), line(topic)));
        report.setAside().forEach(topic -> lines.put(topic.id(), "set aside                " + named(topic)));
        lines.values().forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static String line(JudgedTopic topic) {
        Measures measures = topic.measures();
        return Figure.told(measures.ndcg()) + "   " + Figure.told(measures.reciprocalRank()) + "  "
                + Figure.told(measures.recall()) + "  " + named(topic.topic());
    }

    private static String line(EmptyTopic topic) {
        String answer = topic.passed() ? "nothing, as it must" : "NOT NOTHING";
        return answer + " ".repeat(25 - answer.length()) + named(topic.topic());
    }

    private static String named(Topic topic) {
        return topic.id() + "  " + topic.query();
    }
}
