package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.Inputs.Reading;
import dev.epitome.corpus.Value.Members;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportReaderTest {

    private static final Origin ORIGIN =
            new Origin("saved/a.csv", Unit.ENTRY, 7, Optional.of("A digest"), Instant.parse("2026-11-01T10:00:00Z"));

    private final Inputs inputs;

    ExportReaderTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @Test
    void articlesKeepTheirIdsAndOriginsAndAreReportedWhereTheyStand() {
        Reading read =
                inputs.read("e.jsonl", export(2, one("17", "https://a.example/x"), one("18", "https://a.example/x")));
        assertThat(read.articles()).extracting(Article::id).containsExactly("17", "18");
        assertThat(accepted(read)).extracting(Entry.Accepted::origin).containsOnly(ORIGIN);
        assertThat(read.places()).containsExactly("e.jsonl:2", "e.jsonl:3");
        assertThat(cut(read)).isEmpty();
    }

    @Test
    void anExportMayBePacked() {
        Reading read = inputs.read("e.jsonl.gz", Inputs.gzip(export(1, one("17", "https://a.example/x"))));
        assertThat(read.articles()).extracting(Article::id).containsExactly("17");
    }

    @Test
    void anExportThatEndsTooSoonIsCut() {
        assertThat(cut(inputs.read(
                        "e.jsonl", export(3, one("17", "https://a.example/x"), one("18", "https://b.example/")))))
                .containsExactly("it has 2 of the 3 articles that its first line names");
        String whole = export(1, one("17", "https://a.example/x"));
        Reading halved = inputs.read("e.jsonl", whole.substring(0, whole.length() - 9));
        assertThat(halved.rejected()).containsExactly("e.jsonl:2: invalid JSON, or no object");
        assertThat(cut(halved)).containsExactly("its last line ends too soon");
    }

    @Test
    void severalMayFollowOneAnother() {
        String two = export(1, one("17", "https://a.example/x")) + export(1, one("18", "https://b.example/x"));
        Reading read = inputs.read("e.jsonl", two);
        assertThat(read.articles()).extracting(Article::id).containsExactly("17", "18");
        assertThat(cut(read)).isEmpty();
        assertThat(cut(inputs.read("e.jsonl", export(1) + two)))
                .containsExactly("it has 2 of the 3 articles that its first line names");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"epitome\":\"export\",\"version\":2,\"articles\":1}", "{\"epitome\":\"export\"}"})
    void anExportOfAnotherVersionIsNotGuessedAt(String head) {
        Reading read = inputs.read("e.jsonl", head + "\n" + ExportLines.of(one("17", "https://a.example/x"), ORIGIN));
        assertThat(read.articles()).isEmpty();
        assertThat(read.rejected()).singleElement().asString().contains("an export of version", "this version reads 1");
        assertThat(cut(read)).hasSize(1);
    }

    @Test
    void anotherFileMaySayMoreOfItsArticles() {
        inputs.with("a.jsonl", "{\"title\":\"First\",\"url\":\"https://a.example/x\"}\n");
        inputs.with("e.jsonl", export(2, one("17", "https://a.example/x"), one("18", "https://b.example/x")));
        inputs.with("z.jsonl", "{\"title\":\"Last\",\"url\":\"https://www.b.example/x/\"}\n");
        Reading read = inputs.readAll("a.jsonl", "e.jsonl", "z.jsonl");
        List<Article> articles = read.articles();
        assertThat(articles.get(1).id())
                .as("at the address of the first")
                .isEqualTo(articles.get(0).id());
        assertThat(articles.get(3).id()).as("the last is at its address").isEqualTo("18");
    }

    @Test
    void theSameExportTwiceReplacesEachByItself() {
        String export = export(2, one("17", "https://a.example/x"), one("18", "https://a.example/x"));
        inputs.with("a.jsonl", export).with("b.jsonl", export);
        Reading read = inputs.readAll("a.jsonl", "b.jsonl");
        assertThat(read.articles()).extracting(Article::id).containsExactly("17", "18", "17", "18");
        assertThat(accepted(read))
                .extracting(entry -> entry.replaces().isPresent())
                .containsExactly(false, false, true, true);
    }

    @Test
    void anExportOfNothingIsSaidToBeNone() {
        assertThat(inputs.read("e.jsonl", export(0)).rejected())
                .containsExactly("e.jsonl:1: is an export that holds no articles");
    }

    /** Anybody can write what looks like an export. */
    @Test
    void whatAnIndexWouldNotHoldIsLeftOutOrRejected() {
        Reading read = inputs.read(
                "e.jsonl",
                ExportLines.head(3)
                        + "\n{\"id\":\"a\",\"title\":\"T\\u001B[31m\",\"url\":\"javascript:x\",\"rank\":-5,"
                        + "\"published\":\"yesterday\",\"authors\":[1,{\"a\":2},\"Ann\"],"
                        + "\"origin\":{\"file\":\"f\",\"readAt\":\"never\"}}"
                        + "\n{\"id\":\"b\"}\n[1]\n");
        assertThat(read.articles()).singleElement().satisfies(article -> {
            assertThat(article.title()).isEqualTo("T [31m");
            assertThat(article.url()).isEmpty();
            assertThat(article.rank()).isEmpty();
            assertThat(article.published()).isEmpty();
            assertThat(article.authors()).containsExactly("Ann");
        });
        assertThat(accepted(read).findFirst().orElseThrow().origin().file()).isEqualTo("e.jsonl");
        assertThat(read.rejected()).hasSize(2);
        assertThat(cut(read)).isEmpty();
    }

    @Test
    void whateverAnArticleHasIsWritten() {
        Article all = Article.titled("One")
                .id("a")
                .summary("It says one.")
                .url("https://a.example/")
                .source("A")
                .authors(List.of("Ann"))
                .type("paper")
                .tags(List.of("one", "two"))
                .published(PublicationDate.ofYear(2026))
                .rank(3)
                .build();
        Members written =
                (Members) JsonValues.parse(ExportLines.of(all, ORIGIN)).orElseThrow();
        List<String> members = Stream.of(Article.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertThat(written.values().keySet()).containsAll(members).hasSize(members.size() + 1);
        Reading read = inputs.read("e.jsonl", export(1, all));
        assertThat(read.articles()).containsExactly(all);
        assertThat(accepted(read)).extracting(Entry.Accepted::origin).containsExactly(ORIGIN);
    }

    private static Article one(String id, String url) {
        return Article.titled("One").id(id).url(url).summary("It says “one”.").build();
    }

    private static String export(long count, Article... articles) {
        StringBuilder lines = new StringBuilder(ExportLines.head(count)).append('\n');
        Stream.of(articles)
                .forEach(each -> lines.append(ExportLines.of(each, ORIGIN)).append('\n'));
        return lines.toString();
    }

    private static Stream<Entry.Accepted> accepted(Reading read) {
        return read.entries().stream().filter(Entry.Accepted.class::isInstance).map(Entry.Accepted.class::cast);
    }

    private static List<String> cut(Reading read) {
        return read.entries().stream()
                .flatMap(entry -> entry instanceof Entry.Cut cut ? Stream.of(cut.reason()) : Stream.of())
                .toList();
    }
}
