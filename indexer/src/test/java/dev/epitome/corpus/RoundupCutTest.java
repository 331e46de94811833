package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.corpus.Inputs.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roundups that stop before their end or are damaged. */
class RoundupCutTest {

    private static final String MONTH = Inputs.sampleText("roundups/wire-weekly-2025-11.txt");
    private final Inputs inputs;

    RoundupCutTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Compares three ways to put a rel | 31",
                "Compares | 31",
                "A weekly job evicted the page cache | 38",
            })
    void aCutInASummaryKeepsWhatThereIsAndIsReported(String end, int line) {
        Reading read = inputs.read("roundup.txt", cutAfter(end));

        assertThat(read.articles().getLast().summary()).isEqualTo(end);
        assertThat(read.rejected())
                .containsExactly(
                        "roundup.txt:" + line + ": the text stops in the middle of an item: export the page again");
    }

    @Test
    void aCutInATitleKeepsWhatThereIsAndIsReported() {
        Reading read = inputs.read("roundup.txt", cutAfter("Blue, Green and Bro"));

        assertThat(read.titles()).hasSize(4).endsWith("Blue, Green and Bro");
        assertThat(read.warnings()).contains("roundup.txt:25: the text stops after its title, or in it");
    }

    @ParameterizedTest
    @CsvSource({
        "Avatar of bonibbleBo Nibb, 2, 19",
        "Avatar of bonibbleBo Nibble·, 2, 19",
        "Avatar of ada, 1, 11",
        "Avat, 0, 3",
        "'    Wire Weekly·5', 3, 25",
        "'    Wire Wee', 3, 25",
    })
    void aCutInABylineKeepsTheItemsBeforeAndIsReported(String end, int kept, int line) {
        Reading read = inputs.read("roundup.txt", cutAfter(end));

        assertThat(read.titles())
                .isEqualTo(inputs.read("whole.txt", MONTH).titles().subList(0, kept));
        assertThat(read.rejected())
                .containsExactly("roundup.txt:" + line + ": item " + (kept + 1) + " has neither title nor summary");
    }

    @ParameterizedTest
    @CsvSource({"'    Vi', 1, 11", "'    Twee', 2, 19", "'4. 4\n    Art', 3, 25", "'4. 4', 3, 25"})
    void aCutInALabelKeepsTheItemsBeforeAndIsReported(String end, int kept, int line) {
        Reading read = inputs.read("roundup.txt", cutAfter(end));

        assertThat(read.titles()).hasSize(kept);
        assertThat(read.rejected())
                .containsExactly("roundup.txt:" + line + ": item " + (kept + 1) + " has neither title nor summary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"  2", "  2.", "  2. "})
    void aCutInARankKeepsTheItemsBeforeAndIsReported(String end) {
        Reading whole = inputs.read("whole.txt", MONTH);
        Reading read = inputs.read("roundup.txt", cutAfter("had moved.\n\n" + end));

        assertThat(read.articles()).isEqualTo(whole.articles().subList(0, 1));
        assertThat(read.rejected())
                .containsExactly("roundup.txt:11: the text stops in the middle of an item: export the page again");
    }

    @Test
    void aCutWithinARankOfTwoDigitsIsReportedToo() {
        Reading read = inputs.read(
                "roundup.txt", "Best of Wire Weekly2025\n\n  11. 11\n    Article\n\n    Raft\n\n    Logs.\n\n  12. 1");

        assertThat(read.article("Raft").summary()).isEqualTo("Logs.");
        assertThat(read.rejected()).singleElement().asString().startsWith("roundup.txt:10: the text stops");
    }

    @Test
    void whereverTheTextStopsNothingIsLostWithoutAWord() {
        List<Article> whole = inputs.piped(MONTH).readAll("-").articles();
        for (int end = MONTH.indexOf('\n'); end < MONTH.length(); end++) {
            String text = MONTH.substring(0, end);
            Reading read = inputs.piped(text).readAll("-");
            String tail = text.substring(Math.max(0, end - 30));

            List<Article> before =
                    read.articles().subList(0, Math.max(0, read.articles().size() - 1));
            assertThat(before).as("cut after \"%s\"", tail).isEqualTo(whole.subList(0, before.size()));
            assertThat(endsAsAnItemMay(read, whole, text) || saysThatItIsCut(read))
                    .as("cut after \"%s\": %s", tail, read.entries())
                    .isTrue();
        }
    }

    private static boolean endsAsAnItemMay(Reading read, List<Article> whole, String text) {
        if (read.articles().isEmpty()) {
            return false;
        }
        Article last = read.articles().getLast();
        return whole.contains(last)
                || last.type().equals(Optional.of("tweet"))
                || text.stripTrailing().matches("(?s).*[.)]");
    }

    private static boolean saysThatItIsCut(Reading read) {
        return !read.rejected().isEmpty()
                || read.warnings().getLast().startsWith(read.places().getLast() + ": summary is empty")
                || read.warnings().contains(read.places().getLast() + ": the text stops after its title, or in it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ends well.",
                "Ends well!",
                "Does it end well?",
                "And so on…",
                "\"It ends well.\"",
                "(It ends well.)",
                "*It ends well.*",
                "よく終わる。"
            })
    void aSummaryThatEndsAsASentenceIsNotCut(String summary) {
        assertThat(inputs.read("roundup.txt", item("Article", "wireweeklyWire Weekly·2d", "Raft", summary))
                        .rejected())
                .isEmpty();
    }

    @Test
    void aNumberedLineWithinASummaryBeginsNoItem() {
        Reading read = inputs.read(
                "roundup.txt",
                "Best of Wire Weekly2025\n\n  5. 5\n    Article\n\n    Raft\n\n    Two steps:\n\n    1. 1\n\n    Done.");

        assertThat(read.article().summary()).isEqualTo("Two steps: 1. 1 Done.");
    }

    @Test
    void indentationAndBlankLinesMayHaveBeenLostOrMultiplied() {
        Reading unix = inputs.read("roundup.txt", MONTH);

        assertThat(inputs.read("roundup.txt", MONTH.replaceAll("(?m)^ +", "")).articles())
                .isEqualTo(unix.articles());
        assertThat(inputs.read("roundup.txt", MONTH.replace("\n\n", "\n \n\t\n\n"))
                        .articles())
                .isEqualTo(unix.articles());
        assertThat(inputs.read("roundup.txt", MONTH.replaceFirst("\n\n", "\n")).articles())
                .isEqualTo(unix.articles());
    }

    @Test
    void aRoundupWithoutItemsIsRejected() {
        assertThat(inputs.read("roundup.txt", "Best of Wire WeeklyNovember 2025")
                        .rejected())
                .containsExactly("roundup.txt:1: a roundup without items");
        assertThat(inputs.read("roundup.txt", "Best of Wire WeeklyNovember 2025\n\n  1.")
                        .rejected())
                .containsExactly("roundup.txt:3: left out: text before the first item");
    }

    @Test
    void textBeforeTheFirstItemIsReportedOnce() {
        Reading read = inputs.read("roundup.txt", MONTH.replaceFirst("\n\n", "\n\nRead on.\nAnd on.\n\n"));

        assertThat(read.articles()).hasSize(7);
        assertThat(read.rejected()).containsExactly("roundup.txt:3: left out: text before the first item");
    }

    @Test
    void aLineThatIsNotUtf8IsReadAsWindows1252AndNoted() {
        byte[] content = MONTH.getBytes(StandardCharsets.UTF_8);
        content[MONTH.indexOf("whiteboard")] = (byte) 0xE9; // all letters before it are of one byte but the dots

        Reading read = inputs.read("roundup.txt", content);

        assertThat(read.titles()).isEqualTo(inputs.read("whole.txt", MONTH).titles());
        assertThat(read.rejected()).isEmpty();
        assertThat(read.notes())
                .containsExactly("roundup.txt: not all of it is in one encoding: 1 bytes are read as windows-1252");
    }

    @Test
    void hostileLinesAreReadInLinearTime() {
        // Each of these took minutes or more where a pattern or a loop grew with the square of the length.
        String million = "a".repeat(500_000) + " ".repeat(500_000);
        for (String line : new String[] {
            "Avatar of " + million + "·x", million + "·5", "- ".repeat(500_000) + "x", "ab".repeat(400_000) + "·5m"
        }) {
            inputs.read("roundup.txt", "Best of " + line + "\n\n  1. 1\n    Article\n    " + line + "\n\n    Raft");
        }
        Reading read = inputs.read(
                "roundup.txt",
                "Best of Wire Weekly2025\n\n  1. 1\n    Article\n\n    Raft\n\n" + "word\n".repeat(2_000_000));
        assertThat(read.article().summary()).hasSizeBetween(99_990, 100_000);
        assertThat(read.warnings()).containsExactly("roundup.txt:3: summary cut to its first 100000 characters");
    }

    private static String item(String label, String byline, String... paragraphs) {
        String text = paragraphs.length == 0 ? "\n\n    Raft\n\n    Logs." : "";
        for (String paragraph : paragraphs) {
            text += "\n\n    " + paragraph;
        }
        return "Best of Wire WeeklyNovember 2025\n\n  1. 1\n    " + label + "\n    Avatar of " + byline + text;
    }

    private static String cutAfter(String words) {
        int at = MONTH.indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException("not in the sample: " + words);
        }
        return MONTH.substring(0, at + words.length());
    }
}
