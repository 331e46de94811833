package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.Inputs.Reading;
import dev.epitome.corpus.Warning.Remedy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates such as 03/04/2024, of which only their column tells what comes first. */
class DateColumnsTest {

    private final Inputs inputs;

    DateColumnsTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "03/04/2024, 25/12/2023, 2024-04-03 2023-12-25",
        "25/12/2023, 03/04/2024, 2023-12-25 2024-04-03",
        "03/04/2024, 12/25/2023, 2024-03-04 2023-12-25",
        "12/25/2023, 03/04/2024, 2023-12-25 2024-03-04",
        "3.4.2024, 25.12.2023, 2024-04-03 2023-12-25",
    })
    void oneDateThatCanBeReadInOneWayDecidesItsColumnWhereverItStands(String first, String second, String dates) {
        Reading read = inputs.read("a.csv", table(first, second));

        assertThat(dates(read)).isEqualTo(dates);
        assertThat(read.notes()).isEmpty();
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void whatNothingDecidesIsLeftOutWithOneNoteForTheColumnThatTellsTheRemedy() {
        Reading read = inputs.read("a.csv", table("03/04/2024", "05/06/2024", "2024-01-02", "07/07/2024"));

        assertThat(dates(read)).isEqualTo("- - 2024-01-02 2024-07-07");
        assertThat(read.notes())
                .containsExactly("a.csv: dates left out, say whether the day or the month comes first:"
                        + " `published`: 2 values such as \"03/04/2024\", and nothing in the column tells which");
        assertThat(read.of(Entry.Noted.class))
                .singleElement()
                .satisfies(note -> assertThat(note.warning().remedy()).contains(Remedy.ORDER_OF_DATES));
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void aColumnWithSomeOfEitherOrderIsLeftOut() {
        Reading read = inputs.read("a.csv", table("03/04/2024", "25/12/2023", "12/25/2023"));

        assertThat(dates(read)).isEqualTo("- 2023-12-25 2023-12-25");
        assertThat(read.notes()).singleElement().asString().endsWith("and the column has some of either order");
    }

    @ParameterizedTest
    @CsvSource({"true, 2024-04-03 2023-12-25", "false, 2024-03-04 2023-12-25"})
    void whatTheUserSaysDecides(boolean dayFirst, String dates) {
        inputs.told(CorpusOptions.NONE.withDayFirst(Optional.of(dayFirst)));

        Reading read = inputs.read("a.csv", table("03/04/2024", "12/25/2023"));

        assertThat(dates(read)).isEqualTo(dates);
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void eachColumnAndEachFileIsJudgedByItself() {
        Reading read = inputs.with("a.csv", table("03/04/2024", "25/12/2023"))
                .with("b.csv", table("03/04/2024", "12/25/2023"))
                .with("c.jsonl", """
                        {"title":"One","summary":"s","date":"03/04/2024"}
                        {"title":"Two","summary":"s","published":"25/12/2023"}
                        """)
                .readAll(".");

        assertThat(dates(read)).isEqualTo("2024-04-03 2023-12-25 2024-03-04 2023-12-25 - 2023-12-25");
        assertThat(read.notes())
                .singleElement()
                .asString()
                .startsWith("c.jsonl: ")
                .contains("`date`: 1 value such as");
    }

    @Test
    void entriesKeepTheirOrderHoweverLongSomeWait() {
        Reading read = inputs.read(
                "a.csv", table("2024-01-01", "03/04/2024", "2024-01-02", "05/06/2024", "25/12/2023", "2024-01-03"));

        assertThat(read.titles()).containsExactly("T0", "T1", "T2", "T3", "T4", "T5");
        assertThat(read.places()).containsExactly("a.csv:2", "a.csv:3", "a.csv:4", "a.csv:5", "a.csv:6", "a.csv:7");
        assertThat(dates(read)).isEqualTo("2024-01-01 2024-04-03 2024-01-02 2024-06-05 2023-12-25 2024-01-03");
    }

    @Test
    void aRowThatIsRejectedWhileOthersWaitIsStillReportedOnce() {
        Reading read =
                inputs.read("a.csv", "title,summary,published\nOne,s,03/04/2024\n,,25/12/2023\nThree,s,25/12/2023\n");

        assertThat(dates(read)).isEqualTo("2024-04-03 2023-12-25");
        assertThat(read.rejected()).singleElement().asString().startsWith("a.csv:3: has no title");
    }

    @Test
    void noMoreThanTenThousandWaitAndNoneIsLost() {
        String[] dates = IntStream.range(0, 25_000)
                .mapToObj(i -> i == 24_999 ? "25/12/2023" : "03/04/2024")
                .toArray(String[]::new);

        Reading read = inputs.read("a.csv", table(dates));

        assertThat(read.titles()).hasSize(25_000).startsWith("T0", "T1").endsWith("T24998", "T24999");
        assertThat(read.articles().getLast().published().orElseThrow()).hasToString("2023-12-25");
        assertThat(read.articles().getFirst().published()).as("never guessed").isEmpty();
        assertThat(read.notes()).singleElement().asString().contains("`published`: ");
    }

    private static String table(String... dates) {
        return IntStream.range(0, dates.length)
                .mapToObj(i -> "T" + i + ",s," + dates[i] + "\n")
                .collect(Collectors.joining("", "title,summary,published\n", ""));
    }

    private static String dates(Reading read) {
        List<String> dates = read.articles().stream()
                .map(Article::published)
                .map(date -> date.map(PublicationDate::toString).orElse("-"))
                .toList();
        return String.join(" ", dates);
    }
}
