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
    @ValueSource(strings = {",", ";", "\t", "|"})
    void aTableIsReadWhateverSeparatesItsFields(String separator) {
        Reading read = inputs.read("a.csv", """
                id,title,summary,url,source,type,published,rank
                pods,Pods,"Pods, nodes; and\ttaints.",https://example.org/pods,Wire Weekly,article,2025-11,3
                jobs,Jobs,Batch work.,,,,,
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
                                .id("pods")
                                .summary("Pods, nodes; and taints.")
                                .url("https://example.org/pods")
                                .source("Wire Weekly")
                                .type("article")
                                .published(PublicationDate.parse("2025-11").orElseThrow())
                                .rank(3)
                                .build(),
                        Article.titled("Jobs").id("jobs").summary("Batch work.").build());
        assertThat(read.places()).containsExactly("a.csv:2", "a.csv:3");
        assertThat(read.rejected()).isEmpty();
        assertThat(read.warnings()).isEmpty();
        assertThat(read.notes()).isEmpty();
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
    void unknownColumnsAreCountedOnceAndOfTwoOfOneNameTheFirstIsRead() {
        Reading read = inputs.read("a.csv", "title,upvotes,summary,title\nPods,7,Words.,Again\nJobs,,Batch.,\n");

        assertThat(read.articles())
                .containsExactly(
                        Article.titled("Pods").summary("Words.").build(),
                        Article.titled("Jobs").summary("Batch.").build());
        assertThat(read.warnings()).isEmpty();
        assertThat(read.unread()).containsExactly("upvotes: 1");
    }

    @Test
    void aRowThatIsTooShortLacksItsLastMembers() {
        Reading read = inputs.read("a.csv", "title,summary,url\nPods\n,only a summary\n,,https://example.org/\n,,\n");

        assertThat(read.titles()).containsExactly("Pods", "only a summary");
        assertThat(read.warnings()).contains("a.csv:3: has no title: the first words of its summary are used");
        assertThat(read.rejected()).containsExactly("a.csv:4: has no title, and no text to make one from");
    }

    @Test
    void aRowWithMoreFieldsThanTheHeaderIsReadAndNoted() {
        Reading read = inputs.read("a.csv", "title,summary\nPods,Fast, cheap, out of control.\nJobs,Batch.,,\n");

        assertThat(read.article("Pods").summary()).isEqualTo("Fast");
        assertThat(read.titles()).containsExactly("Pods", "Jobs");
        assertThat(read.notes())
                .containsExactly("a.csv:2: more fields than columns: is a quote missing?: 4 fields, 2 columns");
    }

    @Test
    void blankRowsArePassedOverAndStillCounted() {
        Reading read = inputs.read("a.csv", "title,summary\n\n\nPods,Words.\n,\n");

        assertThat(read.places()).containsExactly("a.csv:4");
        assertThat(read.rejected()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sep=;\ntitle;summary\nPods;Words, nodes.\n",
                "# exported today\n# by hand\ntitle;summary\nPods;Words, nodes.\n",
                "\n\ntitle;summary\nPods;Words, nodes.\n",
                "My reading list\n\ntitle;summary\nPods;Words, nodes.\n",
            })
    void whatStandsAboveTheNamesOfTheColumnsIsPassedOver(String content) {
        Reading read = inputs.read("a.csv", content);

        assertThat(read.article())
                .isEqualTo(Article.titled("Pods").summary("Words, nodes.").build());
        assertThat(read.places()).containsExactly("a.csv:" + content.lines().count());
    }

    @Test
    void aTableMayHoldAListInACell() {
        Reading read = inputs.read("a.csv", """
                title,summary,authors,tags,source
                Pods,s,"[""Ada Byte"", ""Bo Nibble""]","['k8s', 'pods, nodes']","{""name"": ""Wire Weekly""}"
                """);

        assertThat(read.article().authors()).containsExactly("Ada Byte", "Bo Nibble");
        assertThat(read.article().tags()).containsExactly("k8s", "pods, nodes");
        assertThat(read.article().source()).hasValue("Wire Weekly");
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
    void badBytesAreReadAsWindows1252() {
        byte[] content = "title,summary\nOne,s\nCaf!,s\nThree,s\n".getBytes(StandardCharsets.UTF_8);
        content[new String(content, StandardCharsets.UTF_8).indexOf('!')] = (byte) 0xE9;

        Reading read = inputs.read("a.csv", content);

        assertThat(read.titles()).containsExactly("One", "Café", "Three");
        assertThat(read.notes())
                .containsExactly("a.csv: not all of it is in one encoding: 1 bytes are read as windows-1252");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title,summary\n\"One\",\"a\nb\"\nTwo,\"never closed\nThree,s\nFour,s\n",
                "title,summary\n\"One\",\"a\nb\"\nTwo,\"open\nThree,\"s\"\nFour,s\n",
            })
    void aQuoteThatIsNeverClosedCostsItsRowAlone(String content) {
        Reading read = inputs.read("a.csv", content);

        assertThat(read.titles()).containsExactly("One", "Three", "Four");
        assertThat(read.rejected())
                .containsExactly("a.csv:4: a quote is not closed: left out, the rows after it are read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"The \"big\" one\" ~ The \"big\" one",
                "The \"big\" one ~ The \"big\" one",
                "\"The \\\"big\\\" one\" ~ The \"big\" one",
                "\"The \"\"big\"\" one\" ~ The \"big\" one",
            })
    void aQuoteWithinAFieldIsPartOfIt(String field, String title) {
        Reading read = inputs.read("a.csv", "title,summary\n" + field + ",s\nTwo,s\n");

        assertThat(read.titles()).containsExactly(title, "Two");
        assertThat(read.rejected()).isEmpty();
    }

    @Test
    void aTableWithAQuoteTooManyInEachRowIsReadInLinearTime() {
        String rows = "\"Pods,s\n".repeat(20_000);

        Reading read = inputs.read("a.csv", "title,summary\nFirst,s\n" + rows + "Last,s\n");

        assertThat(read.titles()).contains("First", "Last");
    }

    @Test
    void aLineBeyondTheBoundCostsItsRowAlone() {
        Reading read = inputs.read(
                "a.csv", "title,summary\r\nOne,s\r\nTwo," + "x".repeat(LineReader.MAX_LINE) + "\r\nThree,s\r\n");

        assertThat(read.titles()).containsExactly("One", "Three");
        assertThat(read.rejected())
                .singleElement()
                .asString()
                .startsWith("a.csv:3: the line has 4194308 characters, more than ");
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
    @ValueSource(strings = {"title\nPods\n", "title of a novel, perhaps\n", "# title, summary\n", "one,two\nPods,s\n"})
    void withoutATitleAndOneThingMoreInALineNearTheTopItIsNoTable(String content) {
        Reading read = inputs.with("notes.txt", content).readAll(".");

        assertThat(read.articles()).isEmpty();
        assertThat(read.rejected()).isEmpty();
        assertThat(read.skipped()).hasSize(1);
    }

    @Test
    void aTableWhoseColumnsNobodyCanPlaceNamesThemAndTheOptionThatHelps() {
        inputs.with("a.csv", "Betreff,Klappentext\nPods,Words.\n");

        assertThat(inputs.readAll("a.csv").rejected())
                .containsExactly("a.csv:1: is a table: no column is a title or a text among Betreff, Klappentext"
                        + ": say which is");
        assertThat(inputs.told(CorpusOptions.NONE.withNames(
                                java.util.Map.of("title", "betreff", "summary", "Klappentext")))
                        .readAll("a.csv")
                        .article())
                .isEqualTo(Article.titled("Pods").summary("Words.").build());
    }

    @Test
    void aTableOfNamesAloneHoldsNothing() {
        assertThat(inputs.read("a.csv", "title,summary\n").rejected())
                .containsExactly("a.csv:1: is a table that holds no row beneath the names of its columns");
    }

    @Test
    void rowsAreNotComments() {
        assertThat(inputs.read("a.csv", "title,summary\n#hashtag,s\n").titles()).isEqualTo(List.of("#hashtag"));
    }
}
