package dev.epitome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What README.md and the pages below docs/ show and link to: Java from the page that the embedding projects compile and
 * run, files that are there, parameters that the service has.
 */
final class ReadmeTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Path README = REPOSITORY.resolve("README.md");
    private static final Path DOCS = REPOSITORY.resolve("docs");
    private static final Path PAGE = Path.of("src/it/embedding/shared/main/com/example/reader/ReadingList.java");
    private static final Path SERVICE = Path.of("src/main/resources/dev/epitome/http/openapi.json");
    private static final long MOST_BYTES_OF_A_PICTURE = 150_000;

    private static final Pattern JAVA = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("^(?:https?|mailto):.*");
    private static final Pattern PARAMETER = Pattern.compile("\"name\": \"(\\w+)\",\\s*\"in\": \"query\"");
    private static final Pattern ANSWER = Pattern.compile("\"SearchAnswer\": \\{[^\\[]*\"required\": \\[([^\\]]*)\\]");

    @Test
    void everyBlockOfJavaStandsInThePageThatIsRun() {
        String page = lines(read(PAGE));
        List<String> blocks = usersPages()
                .flatMap(file -> JAVA.matcher(read(file)).results())
                .map(block -> lines(block.group(1)))
                .toList();
        assertThat(blocks)
                .hasSizeGreaterThan(2)
                .allSatisfy(block -> assertThat(page).contains(block));
    }

    @Test
    void thePageThatIsNamedIsThere() {
        assertThat(read(DOCS.resolve("embedding.md")))
                .contains("(../search-api/" + PAGE.toString().replace('\\', '/') + ")");
    }

    @Test
    void everyLinkWithinTheProjectLeadsToAFile() {
        List<Path> pages = Stream.concat(usersPages(), pagesIn(REPOSITORY, REPOSITORY.resolve("corpus")))
                .toList();
        assertThat(pages)
                .hasSizeGreaterThan(10)
                .allSatisfy(page -> assertThat(links(page))
                        .as(page.toString())
                        .allSatisfy(target -> assertThat(target).exists()));
    }

    @Test
    void everyPageOfTheDocsIsLinkedFromTheReadme() {
        assertThat(links(README).map(Path::normalize))
                .containsAll(pagesIn(DOCS).map(Path::normalize).toList());
    }

    @Test
    void theReadmeShowsAPictureThatIsNoBurden() throws IOException {
        Path picture = DOCS.resolve("page.png");
        assertThat(read(README)).contains("](docs/page.png)");
        assertThat(Files.size(picture)).isLessThan(MOST_BYTES_OF_A_PICTURE);
    }

    @Test
    void theReadmeSaysHowManyQueriesAreJudged() {
        long queries = read(REPOSITORY.resolve("corpus/golden/topics.tsv"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .count();
        assertThat(read(README)).contains(queries + " judged queries");
        assertThat(read(DOCS.resolve("publishing.md"))).contains(queries + " queries with graded judgments");
    }

    @Test
    void everyParameterOfTheServiceIsExplained() {
        String page = read(DOCS.resolve("http-api.md"));
        List<String> parameters = PARAMETER
                .matcher(read(SERVICE))
                .results()
                .map(name -> name.group(1))
                .distinct()
                .toList();
        assertThat(parameters)
                .hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void theAnswerThatIsShownHasAllMembersOfAnAnswer() {
        Matcher members = ANSWER.matcher(read(SERVICE));
        assertThat(members.find()).isTrue();
        String page = read(README);
        assertThat(members.group(1).replaceAll("[\\s\"]", "").split(","))
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(page).contains("\"" + name + "\":"));
    }

    /** README.md and docs/. */
    private static Stream<Path> usersPages() {
        return Stream.concat(Stream.of(README), pagesIn(DOCS));
    }

    private static Stream<Path> pagesIn(Path... folders) {
        return Stream.of(folders).flatMap(folder -> {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Stream<Path> links(Path page) {
        return LINK.matcher(read(page))
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .map(target -> page.resolveSibling(target));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without indentation. */
    private static String lines(String text) {
        return text.strip().replaceAll("(?m)^[ \\t]+", "");
    }
}
