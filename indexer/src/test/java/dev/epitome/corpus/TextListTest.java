package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.Inputs.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextListTest {

    private static final String NEWSLETTER = """
            Queue Daily 2024-03-15

            Big Tech & Startups

            Sharding a queue (4 minute read)

            A shard per tenant keeps hot keys apart. It costs little.

            Draining a queue (12 minute read)

            How long it takes, and why.

            Quick Links

            queueview (GitHub Repo)

            queueview draws queues from a table of text.
            """;

    private final Inputs inputs;

    TextListTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%d. ", "%d) ", "#%d ", "%d.\n", "%d\n", "  %d. "})
    void aListMayBeNumberedInManyWays(String number) {
        Reading read = read(number.formatted(1)
                + "Sharding a queue\nA shard per tenant keeps hot keys apart.\n\n"
                + number.formatted(2) + "Draining a queue\nHow long it takes, and why.\n");

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue");
        assertThat(read.article("Sharding a queue").summary()).isEqualTo("A shard per tenant keeps hot keys apart.");
        assertThat(read.articles())
                .extracting(article -> article.rank().orElse(0))
                .containsExactly(1, 2);
        assertThat(read.rejected()).isEmpty();
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void anItemTellsAuthorsSourceDateAddressAndTags() {
        Reading read = read("""
                1. Sharding a queue
                By Ann Example and Bo Sample · Example Eng
                A shard per tenant
                keeps hot keys apart.

                It has a second paragraph.
                March 5, 2024
                https://eng.example.org/q
                Tags: queues, kafka

                2. Draining a queue
                How long it takes, and why.
                Source: Other Eng
                """);

        Article article = read.article("Sharding a queue");
        assertThat(article.authors()).containsExactly("Ann Example", "Bo Sample");
        assertThat(article.source()).hasValue("Example Eng");
        assertThat(article.summary()).isEqualTo("A shard per tenant keeps hot keys apart. It has a second paragraph.");
        assertThat(article.published()).isEqualTo(PublicationDate.parse("2024-03-05"));
        assertThat(article.url()).hasValue("https://eng.example.org/q");
        assertThat(article.tags()).containsExactly("queues", "kafka");
        assertThat(read.article("Draining a queue").source()).hasValue("Other Eng");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5h | 2026-04-15",
                "30 hours ago | 2026-04-14",
                "3d ago | 2026-04-12",
                "a day ago | 2026-04-14",
                "yesterday | 2026-04-14",
                "2 weeks ago | 2026-04",
                "3 months ago | 2026-01",
                "2mo | 2026-02",
                "1y | 2025",
                "Published 3 days ago | 2026-04-12",
                "Example Eng · 3d · 5 min read | 2026-04-12",
                "2024-03-05 | 2024-03-05",
                "5 March 2024 | 2024-03-05",
                "Mar 2024 | 2024-03",
                "Date: 2024-03-05 | 2024-03-05",
            })
    void anAgeIsCountedBackFromTheDayOfTheExportAndADateIsTaken(String line, String date) {
        inputs.exportedOn("2026-04-15");

        Reading read = read(numbered("A shard per tenant keeps hot keys apart.\n" + line));

        assertThat(read.article("Sharding a queue").published()).isEqualTo(PublicationDate.parse(date));
        assertThat(read.article("Sharding a queue").summary()).isEqualTo("A shard per tenant keeps hot keys apart.");
    }

    @Test
    void withoutTheDayOfTheExportAnAgeIsLeftOut() {
        Reading read = read(numbered("A shard per tenant keeps hot keys apart.\n3d ago"));

        assertThat(read.article("Sharding a queue").published()).isEmpty();
        assertThat(read.article("Sharding a queue").summary()).isEqualTo("A shard per tenant keeps hot keys apart.");
        assertThat(read.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Ann Example | Ann Example | ",
                "by Ann van Example | Ann van Example | ",
                "By ANN EXAMPLE | ANN EXAMPLE | ",
                "By Ann Example · 3d | Ann Example | ",
                "by annx · Example Eng | annx | Example Eng",
                "By Ann Example, March 5, 2024 | Ann Example | ",
                "By Ann Example (Example Eng) | Ann Example | Example Eng",
                "By Ann Example in Example Eng | Ann Example | Example Eng",
                "By Ann Example | Example Eng | ",
                "Author: Ann Example | Ann Example | ",
            })
    void aBylineMayBeWrittenInManyWays(String byline, String author, String source) {
        Reading read = read(numbered(byline + "\nA shard per tenant keeps hot keys apart."));

        assertThat(read.article("Sharding a queue").summary()).isEqualTo("A shard per tenant keeps hot keys apart.");
        if (!author.equals("Example Eng")) {
            assertThat(read.article("Sharding a queue").authors()).containsExactly(author);
            assertThat(read.article("Sharding a queue").source().orElse(null)).isEqualTo(source);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By moving keys to a shard per tenant, the team kept hot keys apart.",
                "By the end of the year all keys had moved.",
                "By now everybody shards.",
            })
    void aSentenceThatBeginsWithByIsNoByline(String sentence) {
        Article article = read(numbered(sentence)).article("Sharding a queue");

        assertThat(article.authors()).isEmpty();
        assertThat(article.summary()).isEqualTo(sentence);
    }

    @Test
    void numberedStepsWithinASummaryAreNoItems() {
        Reading read = read("""
                1. Sharding a queue
                A shard per tenant. Three steps:
                1. count the tenants
                2. add the shards
                3. move the keys

                2. Draining a queue
                How long it takes, and why.
                """);

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue");
        assertThat(read.article("Sharding a queue").summary())
                .isEqualTo("A shard per tenant. Three steps: 1. count the tenants 2. add the shards 3. move the keys");
    }

    @Test
    void headingsBetweenItemsAndWhatSurroundsTheListAreNoPartOfIt() {
        Reading read = read("""
                Reads of the month

                1. Sharding a queue
                A shard per tenant keeps hot keys apart.

                Frontend

                2. Painting a queue
                Paint it once, and never again.

                Thanks for reading!
                Unsubscribe
                """);

        assertThat(read.article("Sharding a queue").summary()).isEqualTo("A shard per tenant keeps hot keys apart.");
        assertThat(read.article("Painting a queue").summary()).isEqualTo("Paint it once, and never again.");
        assertThat(read.origins())
                .allSatisfy(origin -> assertThat(origin.digest()).hasValue("Reads of the month"));
    }

    @Test
    void whatLooksLikeMarkupInATitleIsPartOfIt() {
        Reading read =
                read("1. Inside Vec<T> &amp; Box\nWhere <b> stands for a bound.\n\n2. More of it\nAll the rest of it.");

        assertThat(read.titles()).first().isEqualTo("Inside Vec<T> &amp; Box");
        assertThat(read.articles().getFirst().summary()).isEqualTo("Where <b> stands for a bound.");
    }

    @Test
    void aPastedFrontPageOfLinksIsAListWithoutSummaries() {
        inputs.exportedOn("2026-04-15");
        Reading read = read("""
                1. A queue that drains itself (eng.example.org)
                123 points by annx 3 hours ago | hide | 45 comments
                2. What a queue costs (cost.example.org)
                99 points by bo 2 days ago | hide | 4 comments
                """);

        assertThat(read.titles()).containsExactly("A queue that drains itself", "What a queue costs");
        assertThat(read.article("What a queue costs").published()).isEqualTo(PublicationDate.parse("2026-04-13"));
        assertThat(read.article("What a queue costs").source()).hasValue("cost.example.org");
    }

    @Test
    void theItemsOfANewsletterAreTitlesWithTheParagraphsBelowThem() {
        Reading read = read(NEWSLETTER);

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue", "queueview");
        assertThat(read.articles())
                .extracting(Article::summary)
                .containsExactly(
                        "A shard per tenant keeps hot keys apart. It costs little.",
                        "How long it takes, and why.",
                        "queueview draws queues from a table of text.");
        assertThat(read.places()).containsExactly("list.txt:5", "list.txt:9", "list.txt:15");
        assertThat(read.origins())
                .allSatisfy(origin -> assertThat(origin.digest()).hasValue("Queue Daily 2024-03-15"));
        assertThat(read.rejected()).isEmpty();
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void theLinesOfANewsletterMayEndAsOnWindows() {
        assertThat(read(NEWSLETTER.replace("\n", "\r\n")).articles())
                .isEqualTo(read(NEWSLETTER).articles());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(4 minute read)",
                "(4 MIN READ)",
                "[4 min read]",
                "(12-minute read)",
                "· 4 min read",
                "— 4 min read",
                "4 min read",
                "(4 minute read) [6]",
                "(4 minute read): https://eng.example.org/q",
                "(4 minute read) (Video)"
            })
    void theTimeThatReadingTakesIsNoPartOfTheTitle(String mark) {
        Reading read =
                read("Sharding a queue " + mark + "\nA shard per tenant keeps hot keys apart.\n\nDraining a queue "
                        + mark + "\nHow long it takes, and why.");

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue");
    }

    @Test
    void aTitleMayBeInCapitalsAndWrapped() {
        Reading read = read("""
                BIG TECH & STARTUPS

                MAKER OF QUEUES SAYS IT WILL CUT SEVENTEEN PERCENT OF ITS KEYS (8
                MINUTE READ) [1]

                 It cuts keys to
                reduce costs.

                A QUEUE WITH A TITLE THAT DOES NOT FIT INTO A SINGLE LINE OF
                MAIL (3 MINUTE READ) [2]

                 How long it takes, and why.

                Links:
                ------
                [1] https://eng.example.org/cut
                [2] https://eng.example.org/fit?a=1
                """);

        assertThat(read.titles())
                .containsExactly(
                        "MAKER OF QUEUES SAYS IT WILL CUT SEVENTEEN PERCENT OF ITS KEYS",
                        "A QUEUE WITH A TITLE THAT DOES NOT FIT INTO A SINGLE LINE OF MAIL");
        assertThat(read.articles())
                .extracting(article -> article.url().orElse(""))
                .containsExactly("https://eng.example.org/cut", "https://eng.example.org/fit?a=1");
        assertThat(read.articles().getFirst().summary()).isEqualTo("It cuts keys to reduce costs.");
    }

    @Test
    void whatSurroundsTheItemsOfANewsletterIsNone() {
        Reading read =
                read("Sign Up | Advertise | View Online\n\nHi friends,\n\nhere is a new issue, with much to read.\n\n"
                        + NEWSLETTER
                        + """

                Want to advertise with us?

                If your company is interested in reaching readers, you may want to.

                If you have any comments or feedback, just reply!

                Thanks for reading,
                Ann & Bo

                Unsubscribe
                """);

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue", "queueview");
        assertThat(read.articles().getLast().summary()).isEqualTo("queueview draws queues from a table of text.");
    }

    @Test
    void someTitlesMayHaveNoMark() {
        Reading read = read(NEWSLETTER + "\nMeasuring a queue\n\nThree numbers to watch, and one to forget.\n");

        assertThat(read.article("Measuring a queue").summary()).isEqualTo("Three numbers to watch, and one to forget.");
    }

    @Test
    void linesMayFollowEachOtherWithoutBlankOnes() {
        Reading read = read("""
                🚀
                News
                Sharding a queue (4 min read)
                A shard per tenant keeps hot keys apart.
                Draining a queue (5 min read)
                How long it takes, and why.
                🧠
                Deep dives
                Measuring a queue (9 min read)
                Three numbers to watch.
                """);

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue", "Measuring a queue");
        assertThat(read.article("Draining a queue").summary()).isEqualTo("How long it takes, and why.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s\n%s\n%s\n\n",
                "%s\n\n%s\n\n%s\n\n",
                "%1$s\n%3$s\n%2$s\n\n",
                "%1$s\n\n%3$s\n\nRead more: %2$s\n\n",
                "%1$s (%2$s)\n%3$s\n\n",
                "%1$s <%2$s>\n\n%3$s\n\n"
            })
    void addressesMakeItemsOfTitlesWithoutMarks(String item) {
        Reading read = read("Queue Weekly 12\n\nNEWS\n\n"
                + item.formatted(
                        "Sharding a queue", "https://eng.example.org/q", "A shard per tenant keeps hot keys apart.")
                + item.formatted(
                        "Draining a queue", "https://eng.example.org/d", "How long it takes, and why, and for whom.")
                + item.formatted(
                        "Measuring a queue",
                        "https://eng.example.org/m",
                        "Three numbers to watch, and one to forget."));

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue", "Measuring a queue");
        assertThat(read.article("Draining a queue").url()).hasValue("https://eng.example.org/d");
        assertThat(read.article("Draining a queue").summary()).isEqualTo("How long it takes, and why, and for whom.");
    }

    @ParameterizedTest
    @MethodSource("otherTexts")
    void otherTextIsNoList(String text) {
        assertThat(TextListReader.isList(text)).isFalse();
    }

    static Stream<String> otherTexts() {
        return Stream.of(
                "Only a sentence or two. They say nothing of articles.\n\nAnd one more paragraph, which is just as plain.\n",
                "Build\n\n1. Install the tools\n   You need a compiler for that.\n2. Run the tests\n   They take a minute.\n3. Copy the file\n   It is in the folder.\n",
                "# Tool\n\n1. Clone it\n   $ git clone x\n2. Build it\n   $ make all\n3. Use it\n   $ tool --help\n",
                "Pancakes\n\n1. Mix flour and milk.\n   Stir until it is smooth.\n2. Heat the pan.\n   It should be hot.\n",
                "Pancakes\n\nMix the batter (5 min)\nPut flour and milk into a bowl.\n\nHeat the pan (3 min)\nIt should be hot.\n\nBake (10 min)\nTurn them once.\n",
                "LICENCE\n\n1. Grant of rights\n\nYou may use it without warranty of any kind.\n\n2. Other rights\n\nAll others are kept by us.\n",
                "1. Introduction\n\nIn this paper we show a queue.\n\n2. Related work on queues\n\nOthers have shown other queues.\n\n3. Conclusion\n\nIt was a queue.\n",
                "1.2.0 (2024-03-05)\n\n* fix the queue\n* drain it\n\n1.1.0 (2024-02-05)\n\n* add the queue\n",
                "2024-03-05 12:00:01 INFO started\n2024-03-05 12:00:02 INFO listening at http://localhost:1\n2024-03-05 12:00:03 WARN slow\n2024-03-05 12:00:04 INFO stopped\n",
                "commit 0123456789ab\nAuthor: Ann\n\n    Drain it\n\n    See https://a.example/1 for more of it.\n\ncommit 1123456789ab\nAuthor: Ann\n\n    Fill it\n\n    See https://a.example/2 for more of it.\n\ncommit 2123456789ab\nAuthor: Ann\n\n    Mend it\n\n    See https://a.example/3 for more.\n",
                "int main() {\n  return 0;\n}\n\nvoid f() {\n  g();\n}\n",
                "1\n2\n3\n4\n5\n6\n7\n8\n",
                "1.5\n2.5\n3.5\n4.5\n",
                "We met at noon and spoke of queues for a while,\nand then of\n1. shards, and\n2. keys, and of nothing else\nfor the rest of the day.\n");
    }

    @Test
    void aHostileTextIsReadInShortTimeOrRefused() {
        List<String> texts = List.of(
                "1".repeat(1_000_000),
                "1. ".repeat(300_000),
                "(".repeat(500_000) + "4 minute read)",
                "[1] ".repeat(200_000),
                "By " + "A ".repeat(300_000),
                NEWSLETTER + "a (4 min read) ".repeat(300_000) + "\nb\n",
                NEWSLETTER + "x".repeat(10_000_000) + "\n\nLast (4 minute read)\n\nIt is still read.\n",
                numbered("A shard.\n" + "1. step\n".repeat(100_000)),
                numbered("A shard.\n" + "\u0001\u0002\u001B[31m\n".repeat(50_000)),
                NEWSLETTER + "Short\n\n".repeat(100_000),
                NEWSLETTER + "Title (4 minute read) [7]\n\nIt waits for its footnote.\n\n".repeat(10_000));
        for (String text : texts) {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(text), text.substring(0, 40));
        }
    }

    @Test
    void aLineThatIsTooLongCostsNoItemAfterIt() {
        Reading read = read(NEWSLETTER + "\n" + "x".repeat(10_000_000)
                + "\n\nMeasuring a queue (2 minute read)\n\nThree numbers.\n");

        assertThat(read.titles()).endsWith("Measuring a queue");
        assertThat(read.rejected()).hasSize(1);
    }

    private Reading read(String text) {
        return inputs.read("list.txt", text);
    }

    /** A list of two, the first of which has those lines. */
    private static String numbered(String lines) {
        return "1. Sharding a queue\n" + lines + "\n\n2. Draining a queue\nHow long it takes, and why.\n";
    }
}
