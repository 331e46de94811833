package dev.epitome.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedSuitesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFeedThatGivesAllItsEntriesIsCountedAndNotListed() throws IOException {
        feed("one/feed.xml", "entries[0]['link'] == 'http://example.com/'", "<title>A</title>");
        assertThat(run())
                .contains("gave them all: 1 of 1, 100.00 %", "one            1 of 1")
                .doesNotContain("feed.xml: gave");
    }

    @Test
    void whatIsNoFeedIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("expected.json"), "{\"version\": \"2.0\", \"items\": [{\"title\": \"A\"}]}");
        Files.writeString(
                folder.resolve("source.py"), "FEED = '<rss><channel><item><title>A</title></item></channel></rss>'");
        assertThat(run()).contains("2 files", "gave them all: 0 of 0");
    }

    @Test
    void anExpectationIsComparedWordForWord() throws IOException {
        feed("a.xml", "entries[0]['title'] == u'Caf\\xe9 <b>now</b>'", "<title>Café now</title>");
        feed("b.xml", "entries[0]['title'] == 'Other'", "<title>Café now</title>");
        assertThat(run())
                .contains("and met: 1 of 2, 50.00 %", "title: another text", "expected Other", "given    Café now");
    }

    @Test
    void anEntryWithoutTextIsGivenATitleUnlessTheFeedIsReadAsItIs() throws IOException {
        feed("a.xml", "entries[0]['link'] == 'http://example.com/'", "<link>http://example.com/</link>");
        assertThat(run()).contains("and met: 1 of 1");
        assertThat(run("--as-is")).contains("left out, the entry has no text: 1");
    }

    @Test
    void everySideOfAComparisonIsAnExpectation() {
        assertThat(
                        FeedExpectation.in(
                                "Expect: not bozo and entries[0]['link'] == entries[1].link == 'a' + \"\\n\" and entries[0]['tags'][1]['term'] == '''b''' -->"))
                .containsExactly(
                        new FeedExpectation(0, "link", "a\n", true),
                        new FeedExpectation(1, "link", "a\n", true),
                        new FeedExpectation(0, "tags.1.term", "b", true));
    }

    private void feed(String name, String expectation, String members) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "<!--\nExpect: not bozo and " + expectation
                        + "\n-->\n<rss version=\"2.0\"><channel><title>T</title><item>" + members
                        + "</item></channel></rss>");
    }

    private String run(String... options) {
        StringWriter out = new StringWriter();
        String[] arguments =
                Stream.concat(Stream.of(options), Stream.of(folder.toString())).toArray(String[]::new);
        assertThat(FeedSuites.run(new PrintWriter(out), arguments)).isZero();
        return out.toString();
    }
}
