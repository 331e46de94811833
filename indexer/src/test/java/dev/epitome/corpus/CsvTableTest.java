package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.Inputs.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private final Inputs inputs;

    CsvTableTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void aTableIsReadWhateverSeparatesItsFields(String separator) {
        Reading read = inputs.read("a.csv", """
                id,title,summary,url,source,type,published,rank
                p1,Pods,"Pods, nodes; and\ttaints.",https://example.org/pods,Wire Weekly,article,2025-11,3
                p2,Jobs,Batch work.,,,,,
                """.replace("\t", "TAB")
                .replace(", nodes", "COMMA nodes")
                .replace("; and", "SEMICOLON and")
                .replace(",", separator)
                .replace("TAB", "\t")
                .replace("COMMA", ",")
                .replace("SEMICOLON", ";"));

        assertThat(read.articles())
                .containsExactly(
                        Article.titled("Pods")
                                .id("p1")
                                .summary("Pods, nodes; and taints.")
                                .url("https://example.org/pods")
                                .source("Wire Weekly")
                                .type("article")
                                .published(PublicationDate.parse("2025-11").orElseThrow())
                                .rank(3)
                                .build(),
                        Article.titled("Jobs").id("p2").summary("Batch work.").build());
        assertThat(read.places()).containsExactly("a.csv:2", "a.csv:3");
        assertThat(read.entries()).hasSize(2);
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void theHeaderMayBeInAnyCaseAndInOtherOrderAndByTheNamesOfOthers() {
        Reading read = inputs.read("a.csv", " Description ,HEADLINE,datePublished\nWords.,Pods,2025\n");

        assertThat(read.article())
                .isEqualTo(Article.titled("Pods")
                        .summary("Words.")
                        .published(PublicationDate.ofYear(2025))
                        .build());
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void aQuotedFieldMayHoldLinesAndQuotes() {
        Reading read =
                inputs.read("a.csv", "title,summary\n\"The \"\"Pod\"\"\",\"one\ntwo\n\nthree\"\nJobs,Batch.\n\"broken");

        assertThat(read.articles())
                .containsExactly(
                        Article.titled("The \"Pod\"").summary("one two three").build(),
                        Article.titled("Jobs").summary("Batch.").build());
        assertThat(read.places()).containsExactly("a.csv:2", "a.csv:6");
    }

    @Test
    void authorsAreSplitAtSemicolonsAndBarsTagsAtCommasToo() {
        Reading read = inputs.read("a.csv", """
                title,summary,authors,tags
                Pods,s,"Byte, Ada; Bo Nibble | Cy","k8s, pods; nodes|linux"
                """);

        assertThat(read.article().authors()).containsExactly("Byte, Ada", "Bo Nibble", "Cy");
        assertThat(read.article().tags()).containsExactly("k8s", "pods", "nodes", "linux");
    }

    @Test
    void unknownColumnsAreLeftOutWithAWarning() {
        Reading read = inputs.read("a.csv", "title,upvotes,summary,Title\nPods,7,Words.,Again\n");

        assertThat(read.article())
                .isEqualTo(Article.titled("Pods").summary("Words.").build());
        assertThat(read.warnings()).containsExactly("a.csv:2: unknown columns left out: upvotes, Title");
    }

    @Test
    void aRowThatIsTooShortLacksItsLastMembers() {
        Reading read = inputs.read("a.csv", "title,summary,url\nPods\n,only a summary\n");

        assertThat(read.titles()).containsExactly("Pods");
        assertThat(read.warnings()).containsExactly("a.csv:2: summary is empty");
        assertThat(read.rejected()).containsExactly("a.csv:3: title is empty");
    }

    @Test
    void aRowWithMoreFieldsThanTheHeaderIsWarnedOf() {
        Reading read = inputs.read("a.csv", "title,summary\nPods,Fast, cheap, out of control.\n");

        assertThat(read.article().summary()).isEqualTo("Fast");
        assertThat(read.warnings()).containsExactly("a.csv:2: has 4 fields, the header names 2: is a quote missing?");
    }

    @Test
    void blankRowsArePassedOverAndStillCounted() {
        Reading read = inputs.read("a.csv", "title,summary\n\n\nPods,Words.\n");

        assertThat(read.places()).containsExactly("a.csv:4");
        assertThat(read.entries()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "one, 'rank left out, not a whole number: \"one\"'",
        "1.5, 'rank left out, not a whole number: \"1.5\"'",
        "99999999999, 'rank left out, not a whole number: \"99999999999\"'",
        "0, 'rank left out, below 1: 0'",
    })
    void aBadRankIsLeftOutWithAWarning(String rank, String warning) {
        Reading read = inputs.read("a.csv", "title,summary,rank\nPods,Words.," + rank + "\n");

        assertThat(read.article().rank()).isEmpty();
        assertThat(read.warnings()).containsExactly("a.csv:2: " + warning);
    }

    @Test
    void badBytesCostTheRowThatHoldsThem() {
        byte[] content = "title,summary\nOne,s\nCaf!,s\nThree,s\n".getBytes(StandardCharsets.UTF_8);
        content[new String(content, StandardCharsets.UTF_8).indexOf('!')] = (byte) 0xE9;

        Reading read = inputs.read("a.csv", content);

        assertThat(read.titles()).containsExactly("One", "Three");
        assertThat(read.rejected()).containsExactly("a.csv:3: not UTF-8, or holds the replacement character U+FFFD");
    }

    @Test
    void aQuoteThatIsNeverClosedIsReportedWhereItsRowBegins() {
        Reading read = inputs.read("a.csv", "title,summary\n\"One\",\"a\nb\"\nTwo,\"never closed\nThree,s\nFour,s\n");

        assertThat(read.titles()).containsExactly("One");
        assertThat(read.rejected())
                .singleElement()
                .asString()
                .startsWith("a.csv:4: not readable as CSV from here on: ");
    }

    @Test
    void aFieldBeyondTheBoundIsReportedWhereItsRowBegins() {
        Reading read = inputs.read("a.csv", "title,summary\r\nOne,s\r\nTwo," + "x".repeat(3 << 20) + "\r\n");

        assertThat(read.titles()).containsExactly("One");
        assertThat(read.rejected())
                .singleElement()
                .asString()
                .startsWith("a.csv:3: not readable as CSV from here on: ");
    }

    @Test
    void lettersAfterAClosingQuoteAreReportedSinceNobodyKnowsWhichRowsTheQuoteSpans() {
        Reading read = inputs.read("a.csv", "title,summary\nOne,s\nTwo,\"open\nThree,\"s\"\n");

        assertThat(read.titles()).containsExactly("One");
        assertThat(read.rejected())
                .singleElement()
                .asString()
                .startsWith("a.csv:3: not readable as CSV from here on: ");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() {
        assertThat(inputs.read("a.csv", "\uFEFFtitle,summary\nPods,Words.\n").titles())
                .containsExactly("Pods");
    }

    @Test
    void linesMayEndAsOnWindows() {
        Reading read = inputs.read("a.csv", "title,summary\r\n\"One\",\"a\r\nb\"\r\nTwo,s\r\n");

        assertThat(read.articles())
                .containsExactly(
                        Article.titled("One").summary("a b").build(),
                        Article.titled("Two").summary("s").build());
        assertThat(read.places()).containsExactly("a.csv:2", "a.csv:4");
    }

    @Test
    void theLastRowNeedsNoEnd() {
        assertThat(inputs.read("a.csv", "title,summary\nPods,Words.").article().summary())
                .isEqualTo("Words.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name,summary\nPods,s\n", "title\nPods\n", "title of a novel, perhaps\n", "# title, summary\n"})
    void withoutATitleAndOneThingMoreInItsFirstLineItIsNoTable(String content) {
        Reading read = inputs.with("notes.txt", content).readAll(".");

        assertThat(read.skipped()).hasSize(1);
        assertThat(read.entries()).hasSize(1);
    }

    @Test
    void rowsAreNotComments() {
        assertThat(inputs.read("a.csv", "title,summary\n#hashtag,s\n").titles()).isEqualTo(List.of("#hashtag"));
    }
}
