package dev.epitome;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden queries that we ship, and their judgments. The files are read plainly, by no reader of ours. */
class ShippedGoldenTest {

    private static final Path CORPUS = Path.of("..", "corpus");
    private static final Path GOLDEN = CORPUS.resolve("golden");
    private static final Pattern ARTICLE_ID = Pattern.compile("^\\{\"id\": \"([^\"]+)\"");
    private static final int FEWEST_ARTICLES = 300;
    private static final int FEWEST_TOPICS = 170;
    private static final int FEWEST_OF_NOTHING = 15;

    private record Topic(String id, String query) {

        boolean findsNothing() {
            return id.startsWith("none-");
        }
    }

    private record Judgment(String topic, String article, int grade) {}

    private final List<Topic> topics = topics();
    private final List<Judgment> judgments = judgments();

    @Test
    void everyTopicHasAnIdOfItsOwnThatSaysWhatItTries() {
        assertThat(topics)
                .hasSizeGreaterThanOrEqualTo(FEWEST_TOPICS)
                .allSatisfy(topic -> assertThat(topic.id())
                        .matches(
                                "(acronym|alias|capitals|compound|confusable|ending|filter|glued|none|number|phrase|plain|plural|"
                                        + "prefix|product|question|quotedquestion|sign|stopword|symbol|topic|typo|version)"
                                        + "(-[a-z0-9]+)+"));
        assertThat(topics.stream().map(Topic::id)).doesNotHaveDuplicates();
    }

    @Test
    void noQueryIsAskedTwice() {
        assertThat(topics.stream().map(Topic::query))
                .doesNotHaveDuplicates()
                .allSatisfy(query -> assertThat(query).isNotBlank().isEqualTo(query.strip()));
    }

    @Test
    void everyJudgmentIsOfATopicAndAnArticleThatExist() {
        Set<String> ids = topics.stream().map(Topic::id).collect(toSet());
        Set<String> articles = articles();
        assertThat(judgments).isNotEmpty().allSatisfy(judgment -> {
            assertThat(ids).contains(judgment.topic());
            assertThat(articles).contains(judgment.article());
        });
    }

    @Test
    void everyGradeIsFromZeroToThree() {
        assertThat(judgments)
                .allSatisfy(judgment ->
                        assertThat(judgment.grade()).as("%s", judgment).isBetween(0, 3));
        assertThat(judgments.stream().map(Judgment::grade)).contains(0, 1, 2, 3);
    }

    @Test
    void noArticleIsJudgedTwiceForOneTopic() {
        assertThat(judgments.stream().map(judgment -> judgment.topic() + " " + judgment.article()))
                .doesNotHaveDuplicates();
    }

    @Test
    void judgmentsStandInTheOrderOfTheTopicsAndHighGradesFirst() {
        Map<String, List<Integer>> grades =
                judgments.stream().collect(groupingBy(Judgment::topic, mapping(Judgment::grade, toList())));
        assertThat(grades.values())
                .allSatisfy(ofOneTopic ->
                        assertThat(ofOneTopic).isSortedAccordingTo((one, other) -> Integer.compare(other, one)));
        assertThat(judgments.stream().map(Judgment::topic).distinct())
                .containsExactlyElementsOf(topics.stream()
                        .map(Topic::id)
                        .filter(grades::containsKey)
                        .toList());
    }

    @Test
    void onlyTopicsThatMustFindNothingLackARelevantArticle() {
        Set<String> answered = judgments.stream()
                .filter(judgment -> judgment.grade() > 0)
                .map(Judgment::topic)
                .collect(toSet());
        assertThat(topics)
                .allSatisfy(topic -> assertThat(answered.contains(topic.id()))
                        .as("%s has a relevant article", topic.id())
                        .isNotEqualTo(topic.findsNothing()));
        assertThat(topics).filteredOn(Topic::findsNothing).hasSizeGreaterThanOrEqualTo(FEWEST_OF_NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "EKS, bytebytego-how-disney-hotstar",
        "eks, bytebytego-how-disney-hotstar",
        "'\"Amazon EKS\"', bytebytego-how-disney-hotstar",
        "elastic kubernetes service, bytebytego-how-disney-hotstar",
        "LangGraph, bytebytego-how-uber-built-a-conversational-ai-agent",
        "langraph, bytebytego-how-uber-built-a-conversational-ai-agent",
        "lang graph, bytebytego-how-uber-built-a-conversational-ai-agent"
    })
    void theQueriesThatWereAskedForHaveTheirArticle(String query, String article) {
        assertThat(topics)
                .filteredOn(topic -> topic.query().equals(query))
                .singleElement()
                .satisfies(topic -> assertThat(judgments)
                        .filteredOn(judgment -> judgment.topic().equals(topic.id()))
                        .filteredOn(judgment -> judgment.article().startsWith(article))
                        .singleElement()
                        .extracting(Judgment::grade)
                        .isEqualTo(3));
    }

    private static List<Topic> topics() {
        return lines(GOLDEN.resolve("topics.tsv")).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> parts(line, "\t", 2))
                .map(parts -> new Topic(parts.getFirst(), parts.getLast()))
                .toList();
    }

    private static List<Judgment> judgments() {
        return lines(GOLDEN.resolve("qrels.txt")).stream()
                .map(line -> parts(line, " ", 4))
                .map(parts -> new Judgment(parts.getFirst(), parts.get(2), Integer.parseInt(parts.getLast())))
                .toList();
    }

    private static List<String> parts(String line, String separator, int count) {
        List<String> parts = List.of(line.split(separator, -1));
        assertThat(parts).as(line).hasSize(count).doesNotContain("");
        return parts;
    }

    private static Set<String> articles() {
        Set<String> ids = new HashSet<>();
        try (Stream<Path> files = Files.list(CORPUS.resolve("articles"))) {
            for (Path file : files.toList()) {
                for (String line : lines(file)) {
                    Matcher id = ARTICLE_ID.matcher(line);
                    assertThat(id.find()).as(line).isTrue();
                    ids.add(id.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(FEWEST_ARTICLES);
        return ids;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
