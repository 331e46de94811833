package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.Inputs.Reading;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundupTest {

    private static final String MONTH = Inputs.sampleText("roundups/wire-weekly-2025-11.txt");
    private static final String YEAR = Inputs.sampleText("roundups/studio-54-2024.txt");
    private final Inputs inputs;

    RoundupTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @Test
    void everyItemOfARoundupBecomesAnArticle() {
        Reading read = inputs.read("roundup.txt", MONTH);

        assertThat(read.titles())
                .containsExactly(
                        "How a Parcel Service Moved Its Tracking to Kafka",
                        "Garbage Collection Without Tears",
                        "Every cache is a promise to be wrong for a while. Write down for how long",
                        "Blue, Green and Broken: Deployments That Roll Back",
                        "Why Our p99 Doubled on Tuesdays",
                        "EP12: Indexes in One Page",
                        "gRPC or REST? A Short Answer");
        assertThat(read.rejected()).isEmpty();
        assertThat(read.places())
                .containsExactly(
                        "roundup.txt:3",
                        "roundup.txt:11",
                        "roundup.txt:19",
                        "roundup.txt:25",
                        "roundup.txt:33",
                        "roundup.txt:40",
                        "roundup.txt:46");
    }

    @Test
    void anItemGivesTypeSourceTitleSummaryPeriodAndRank() {
        Reading read = inputs.read("roundup.txt", MONTH);

        assertThat(read.articles().getFirst())
                .isEqualTo(Article.titled("How a Parcel Service Moved Its Tracking to Kafka")
                        .type("article")
                        .source("Wire Weekly")
                        .summary("A parcel service replaced nightly file transfers by an event log on Kafka. Scans from"
                                + " 40,000 handhelds arrive within two seconds, and late ones are merged by event time."
                                + " The team kept the old database as a read model until every depot had moved.")
                        .published(PublicationDate.parse("2025-11").orElseThrow())
                        .rank(1)
                        .build());
    }

    @Test
    void theLabelIsTheType() {
        assertThat(inputs.read("roundup.txt", MONTH).articles())
                .extracting(article -> article.type().orElse(""))
                .containsExactly("article", "video", "tweet", "article", "article", "article", "article");
    }

    @Test
    void theBylineIsTheSourceAndWithoutOneTheRoundupIs() {
        assertThat(inputs.read("roundup.txt", MONTH).articles())
                .extracting(article -> article.source().orElse(""))
                .containsExactly(
                        "Wire Weekly",
                        "Ada Byte",
                        "Bo Nibble",
                        "Wire Weekly",
                        "Wire Weekly",
                        "Wire Weekly",
                        "Wire Weekly");
    }

    @Test
    void everyItemRemembersTheRoundupByItsTitleAndLine() {
        assertThat(inputs.read("roundup.txt", MONTH).origins()).hasSize(7).allSatisfy(origin -> {
            assertThat(origin.digest()).hasValue("Best of Wire Weekly — November 2025");
            assertThat(origin.file()).isEqualTo("roundup.txt");
            assertThat(origin.unit()).isEqualTo(Origin.Unit.LINE);
        });
    }

    @Test
    void aTweetIsNamedByItsWordsAndKeepsThemAsSummary() {
        Reading read = inputs.read("roundup.txt", item("Tweet", "bonibbleBo Nibble·2d", "Cache ".repeat(40) + "end"));

        assertThat(read.article().title())
                .startsWith("Cache Cache")
                .endsWith("Cache…")
                .hasSizeLessThanOrEqualTo(91);
        assertThat(read.article().summary()).isEqualTo("Cache ".repeat(40) + "end");
        assertThat(read.warnings())
                .containsExactly("roundup.txt:3: has no title: the first words of its summary are used");
    }

    @Test
    void anItemWithoutASummaryIsKeptWithAWarning() {
        Reading read = inputs.read("roundup.txt", MONTH);

        assertThat(read.article("EP12: Indexes in One Page").summary()).isEmpty();
        assertThat(read.warnings()).contains("roundup.txt:40: summary is empty");
    }

    @Test
    void aSummaryOfSeveralParagraphsIsOne() {
        assertThat(inputs.read("roundup.txt", MONTH).articles().getLast().summary())
                .startsWith("Says when binary framing pays")
                .contains("is worth more. The second part has")
                .endsWith("deadlines and retries.");
    }

    @Test
    void aLongParagraphAloneIsASummaryWithoutTitle() {
        String words =
                "A paragraph that is far too long to be a title. ".repeat(7).strip();
        Reading read = inputs.read("roundup.txt", item("Article", "wireweeklyWire Weekly·2d", words));

        assertThat(read.article().title())
                .isEqualTo("A paragraph that is far too long to be a title. A paragraph that is far too long to be a…");
        assertThat(read.article().summary()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Best of Wire WeeklyNovember 2025 | Wire Weekly | 2025-11 | Best of Wire Weekly — November 2025",
                "Best of Wire Weekly2025 | Wire Weekly | 2025 | Best of Wire Weekly — 2025",
                "Best of Studio 542024 | Studio 54 | 2024 | Best of Studio 54 — 2024",
                "Best of Web3 Daily42January 2024 | Web3 Daily42 | 2024-01 | Best of Web3 Daily42 — January 2024",
                "Best of 20202020 | 2020 | 2020 | Best of 2020 — 2020",
                "Best of MayMay 2025 | May | 2025-05 | Best of May — May 2025",
                "Best of daily.devMarch 2026 | daily.dev | 2026-03 | Best of daily.dev — March 2026",
                "Best of Wire Weekly — November 2025 | Wire Weekly | 2025-11 | Best of Wire Weekly — November 2025",
                "Best of Wire Weekly, November 2025 | Wire Weekly | 2025-11 | Best of Wire Weekly — November 2025",
                "Best of Wire Weekly | Wire Weekly | | Best of Wire Weekly",
            })
    void theHeaderTellsSourceAndPeriodAlthoughTheyTouch(String header, String source, String period, String title) {
        Reading read = inputs.read("roundup.txt", header + "\n\n  1. 1\n    Article\n\n    Raft\n\n    Logs.");

        assertThat(read.article().source()).hasValue(source);
        assertThat(read.article().published())
                .isEqualTo(Optional.ofNullable(period).flatMap(PublicationDate::parse));
        assertThat(read.origins().getFirst().digest()).hasValue(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "5m", "3h", "6d", "22w", "1y"})
    void withoutTheDayOfTheExportTheHeaderDatesEveryItemWhateverItsAge(String age) {
        assertThat(published(inputs, age)).isEqualTo("2025-11");
    }

    @ParameterizedTest
    @CsvSource({
        "now, 2026-04-15",
        "0m, 2026-04-15",
        "5m, 2026-04-15",
        "3h, 2026-04-15",
        "30h, 2026-04-14",
        "6d, 2026-04-09",
        "20d, 2026-03-26",
        "2w, 2026-04",
        "22w, 2025-11",
        "1y, 2025",
        "16y, 2010",
    })
    void theDayOfTheExportDatesAnItemAsPreciselyAsItsAge(String age, String date) {
        assertThat(published(inputs.exportedOn("2026-04-15"), age)).isEqualTo(date);
    }

    @Test
    void withoutAnAgeThePeriodOfTheRoundupDatesTheItemAlsoIfTheDayOfTheExportIsKnown() {
        Reading read = inputs.exportedOn("2026-04-15").read("roundup.txt", YEAR);

        assertThat(read.article("Ten Minutes of Rust").published()).hasValue(PublicationDate.ofYear(2024));
        assertThat(read.article("Sharding a Playlist").published()).hasValue(PublicationDate.ofYear(2025));
    }

    @Test
    void anAgeBeforeTheYearNaughtIsNoDate() {
        Reading read =
                inputs.exportedOn("2026-04-15").read("roundup.txt", item("Article", "wireweeklyWire Weekly·9999y"));

        assertThat(read.article().published()).isEmpty();
        assertThat(read.warnings())
                .containsExactly("roundup.txt:3: published left out, not in a year of four digits: -7973");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Avatar of bytebytegoByteByteGo·22w | ByteByteGo",
                "Avatar of netflixtechblogNetflix TechBlog·22w | Netflix TechBlog",
                "Avatar of alexxubyteAlex Xu·22w | Alex Xu",
                "Avatar of wwWire Weekly·22w | Wire Weekly",
                "Avatar of wire_weeklyWire Weekly·22w | Wire Weekly",
                "Avatar of the.newsletterWire Weekly·22w | Wire Weekly",
                "Avatar of Wire WeeklyWire Weekly·22w | Wire Weekly",
                "Avatar of foobarfoobar·22w | foobar",
                "Avatar of dailydevdaily.dev·22w | daily.dev",
                "Avatar of studio54Studio 54·22w | Studio 54",
                "Avatar of 9to59to5·22w | 9to5",
                "Avatar of net.NET·22w | .NET",
                "Avatar of zażółćZażółć·22w | Zażółć",
                "Avatar of lowercase·22w | lowercase",
                "Avatar of wireweeklyWire Weekly · 22w | Wire Weekly",
                "Avatar of wireweeklyWire Weekly·22w·RT @adabyte | Wire Weekly",
                "Avatar of wireweeklyWire Weekly·22w · RT @Ada Byte | Wire Weekly",
                "Avatar of abA·B Testing·22w | A·B Testing",
                "ByteByteGo·22w | ByteByteGo",
                "some lower name·22w | some lower name",
            })
    void theNameIsToldFromTheHandleThatItTouches(String byline, String name) {
        Reading read = inputs.read(
                "roundup.txt",
                "Best of Wire WeeklyNovember 2025\n\n  1. 1\n    Article\n    " + byline + "\n\n    Raft\n\n    Logs.");

        assertThat(read.article().source()).hasValue(name);
        assertThat(read.article().title()).isEqualTo("Raft");
    }

    @Test
    void theNameOfTheRoundupIsFoundBehindAHandleOfOtherLetters() {
        Reading read = inputs.read(
                "roundup.txt",
                "Best of daily.devNovember 2025\n\n  1. 1\n    Article\n    Avatar of ddteamdaily.dev·2d\n\n    Raft\n\n    Logs.");

        assertThat(read.article().source()).hasValue("daily.dev");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wire·Weekly", "Costs fell·22 weeks later", "Sum·1234567w"})
    void aTitleWithADotInItIsNoByline(String title) {
        Reading read = inputs.read(
                "roundup.txt",
                "Best of Wire WeeklyNovember 2025\n\n  1. 1\n    Article\n\n    " + title + "\n\n    Logs.");

        assertThat(read.article().title()).isEqualTo(title);
    }

    @Test
    void aRoundupThatEndsWithALineFeedIsTheSame() {
        assertThat(inputs.read("roundup.txt", MONTH + "\n").articles())
                .isEqualTo(inputs.read("roundup.txt", MONTH).articles());
    }

    @Test
    void linesMayEndAsOnWindows() {
        Reading windows = inputs.read("roundup.txt", MONTH.replace("\n", "\r\n"));
        Reading unix = inputs.read("roundup.txt", MONTH);

        assertThat(windows.articles()).isEqualTo(unix.articles());
        assertThat(windows.places()).isEqualTo(unix.places());
        assertThat(windows.rejected()).isEmpty();
    }

    @Test
    void ranksMayBeLeftOut() {
        Reading read = inputs.read(
                "roundup.txt",
                "Best of Wire Weekly2025\n\n  2. 2\n    Article\n\n    Raft\n\n    Logs.\n\n  7. 7\n    Video\n\n    Paxos\n\n    Votes.");

        assertThat(read.articles())
                .extracting(article -> article.rank().orElse(0))
                .containsExactly(2, 7);
    }

    private static String published(Inputs inputs, String age) {
        return inputs.read("roundup.txt", item("Article", "wireweeklyWire Weekly·" + age, "Raft", "Logs."))
                .article()
                .published()
                .orElseThrow()
                .toString();
    }

    private static String item(String label, String byline, String... paragraphs) {
        String text = paragraphs.length == 0 ? "\n\n    Raft\n\n    Logs." : "";
        for (String paragraph : paragraphs) {
            text += "\n\n    " + paragraph;
        }
        return "Best of Wire WeeklyNovember 2025\n\n  1. 1\n    " + label + "\n    Avatar of " + byline + text;
    }
}
