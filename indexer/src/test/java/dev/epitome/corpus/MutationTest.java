package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.corpus.Inputs.Reading;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a file on its way to us: it is read or it is reported, and nothing is thrown. */
class MutationTest {

    private static final int ROUNDS = 120;
    private static final int CUTS = 150;
    private static final long LONGEST_ROUND_MILLIS = 10_000;

    /** What breaks parsers more often than chance would. */
    private static final List<String> SPLINTERS = List.of(
            "\0",
            "\"",
            "'",
            "<",
            ">",
            "&",
            "]]>",
            "<!--",
            "<![CDATA[",
            "<!DOCTYPE x [",
            "&#0;",
            "&#x110000;",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            ";",
            "\\",
            "\\u",
            "\\ud800",
            "null",
            "1e9999",
            "-",
            "\r",
            "\n\n",
            "\t",
            "·",
            "1. 1\n",
            "99. 99\n",
            "Best of ",
            "Avatar of ",
            "\uFEFF",
            "\uFFFD",
            "\u001B[31m",
            "😀",
            "xmlns=\"\"",
            "encoding=\"UTF-16\"");

    private final Inputs inputs;

    MutationTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    static Stream<String> samples() {
        return Stream.concat(
                Stream.of(
                                "records.jsonl",
                                "export.jsonl",
                                "array.json",
                                "wrapper.json",
                                "rss2.xml",
                                "rss1.rdf",
                                "atom.xml",
                                "feed.json",
                                "table.csv",
                                "table-semicolon.csv",
                                "bookmarks.html",
                                "newsletter.html",
                                "list.md",
                                "note.md",
                                "mail.eml",
                                "mails.mbox",
                                "numbered.txt",
                                "pasted.txt")
                        .map(name -> "samples/" + name),
                Stream.of("roundups/wire-weekly-2025-11.txt", "roundups/studio-54-2024.txt"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsReadWhereItIsWhole(String sample) {
        String name = sample.substring(sample.indexOf('/') + 1);
        Reading read = inputs.exportedOn("2026-04-15").read(name, Inputs.sample(sample));

        assertThat(read.titles())
                .hasSizeGreaterThanOrEqualTo(sample.endsWith("note.md") || sample.endsWith(".rdf") ? 1 : 2);
        assertThat(read.titles().toString()).containsAnyOf("Raft", "Pods", "Kafka", "Rust");
        assertThat(read.rejected()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void howeverAFileIsDamagedItIsReadOrReported(String sample) {
        byte[] whole = Inputs.sample(sample);
        String name = sample.substring(sample.indexOf('/') + 1);
        for (int round = 0; round < ROUNDS; round++) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            byte[] damaged = damaged(whole, random);
            boolean packed = random.nextInt(10) == 0;
            byte[] content = packed ? damaged(Inputs.gzip(damaged), random) : damaged;

            assertReadOrReported(name, content, "%s with seed %dL".formatted(sample, seed));
        }
    }

    private void assertReadOrReported(String name, byte[] content, String mutation) {
        Reading read;
        long start = System.nanoTime();
        try {
            read = inputs.with(name, content).exportedOn("2026-04-15").readAll(name);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(mutation, e);
        }
        assertThat((System.nanoTime() - start) / 1_000_000).as(mutation).isLessThan(LONGEST_ROUND_MILLIS);
        boolean blank = new String(content, StandardCharsets.UTF_8).isBlank();
        assertThat(read.entries())
                .as(mutation)
                .allSatisfy(entry -> {
                    assertThat(entry.place().path()).endsWith(name);
                    assertThat(entry.place().number()).isNotNegative();
                })
                .matches(entries -> !blank || entries.size() == 1, "nothing is reported as empty, and once");
        assertThat(read.rejected())
                .as(mutation)
                .allSatisfy(reason -> assertThat(reason)
                        .containsPattern(": .")
                        .doesNotEndWith(": null")
                        .doesNotContainPattern("\\p{Cntrl}"));
        assertThat(Stream.of(read.warnings(), read.notes(), read.skipped(), read.unread())
                        .flatMap(List::stream))
                .as(mutation)
                .allSatisfy(warning -> assertThat(warning)
                        .doesNotContainPattern("\\p{Cntrl}")
                        .doesNotContain("Exception", "out of bounds", "dev.epitome", "java."));
        assertThat(read.articles()).as(mutation).allSatisfy(article -> {
            assertThat(article.title()).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
            assertThat(article.summary()).doesNotContainPattern("\\p{Cntrl}");
            assertThat(article.id()).isNotBlank();
        });
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] content = whole;
        for (int times = 1 + random.nextInt(3); times > 0 && content.length > 0; times--) {
            int at = random.nextInt(content.length);
            int length = Math.min(content.length - at, 1 + random.nextInt(40));
            int block = Math.min(content.length - at, 1 + random.nextInt(1 + content.length / 3));
            content = switch (random.nextInt(10)) {
                case 0 -> flipped(content, at, random);
                case 1 -> Arrays.copyOf(content, at);
                case 2 -> Arrays.copyOfRange(content, at, content.length);
                case 3 -> replaced(content, at, length, new byte[0]);
                case 4 -> replaced(content, at, 0, Arrays.copyOfRange(content, at, at + length));
                case 5 -> replaced(content, at, 0, Arrays.copyOfRange(content, at, at + block));
                case 6 -> swapped(content, at, block);
                case 7 -> inAnotherEncoding(content, random);
                default -> replaced(content, at, 0, splinter(random));
            };
        }
        return content;
    }

    private static byte[] flipped(byte[] content, int at, Random random) {
        byte[] flipped = content.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    /** A block, and what stands before it, in the other order. */
    private static byte[] swapped(byte[] content, int at, int length) {
        byte[] swapped = content.clone();
        System.arraycopy(content, at, swapped, 0, length);
        System.arraycopy(content, 0, swapped, length, at);
        return swapped;
    }

    private static byte[] inAnotherEncoding(byte[] content, Random random) {
        String text = new String(content, StandardCharsets.UTF_8);
        return switch (random.nextInt(6)) {
            case 0 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
            case 1 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
            case 2 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 3 -> text.getBytes(StandardCharsets.UTF_16BE);
            case 4 -> text.getBytes(Charset.forName("UTF-32BE"));
            default -> text.getBytes(Charset.forName("windows-1252"));
        };
    }

    /** How the records of a format are written one after another; the number is put in for each {@code #}. */
    enum RecordWise {
        LINES(
                "a.jsonl",
                "",
                "{\"title\":\"Number #\",\"url\":\"https://example.org/#\",\"summary\":\"Words for #.\"}\n",
                1),
        LIST(
                "a.json",
                "[\n",
                "  {\n    \"title\": \"Number #\",\n    \"url\": \"https://example.org/#\",\n    \"summary\": \"Words.\"\n  },\n",
                1),
        LIST_ON_ONE_LINE(
                "a.json", "[", "{\"title\":\"Number #\",\"url\":\"https://example.org/#\",\"summary\":\"Words.\"},", 1),
        WRAPPED(
                "a.json",
                "{\"status\": \"ok\", \"articles\": [\n",
                "{\"title\":\"Number #\",\"url\":\"https://example.org/#\",\"summary\":\"Words.\"},\n",
                1),
        TABLE("a.csv", "title,summary,url\n", "Number #,\"Words, and more.\",https://example.org/#\n", 1),
        TABLE_OF_LONG_ROWS(
                "a.csv", "title;summary;url\n", "\"Number #\";\"Words\nand \"\"more\"\".\";https://example.org/#\n", 1),
        MAILS(
                "a.mbox",
                "",
                "From ada@example.org Mon Nov  3 09:30:00 2025\nFrom: Ada <ada@example.org>\nSubject: Number #\nMessage-ID: <#@example.org>\n\nWords, told at length.\n\n",
                1),
        MARKDOWN("a.md", "# Wire Weekly\n\n", "- [Number #](https://example.org/#) - Words, told at length.\n", 3),
        FEED(
                "a.xml",
                "<rss version=\"2.0\"><channel><title>W</title>\n",
                "<item><title>Number #</title><link>https://example.org/#</link><description>Words.</description></item>\n",
                1);

        private final String file;
        private final String head;
        private final String record;
        private final int fewest;

        RecordWise(String file, String head, String record, int fewest) {
            this.file = file;
            this.head = head;
            this.record = record;
            this.fewest = fewest;
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostThatEndsBeforeTheFault(RecordWise format) {
        StringBuilder text = new StringBuilder(format.head);
        List<Integer> ends = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (int i = 10; i < 25; i++) {
            text.append(format.record.replace("#", String.valueOf(i)));
            ends.add(text.length());
            titles.add("Number " + i);
        }
        byte[] whole = text.toString().getBytes(StandardCharsets.US_ASCII);
        for (int round = 0; round < CUTS; round++) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            int at = ends.get(format.fewest - 1) + random.nextInt(whole.length - ends.get(format.fewest - 1));
            byte[] damaged = damagedAt(whole, at, random);
            List<String> before = titles.subList(
                    0, (int) ends.stream().filter(end -> end <= at).count());

            Reading read = inputs.read(format.file, damaged);

            assertThat(read.titles())
                    .as(
                            "%s with seed %dL, damaged at %d: %s",
                            format, seed, at, new String(damaged, StandardCharsets.UTF_8))
                    .startsWith(before.toArray(String[]::new));
        }
    }

    private static byte[] damagedAt(byte[] content, int at, Random random) {
        int length = Math.min(content.length - at, 1 + random.nextInt(60));
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(content, at);
            case 1 -> flipped(content, at, random);
            case 2 -> replaced(content, at, length, new byte[0]);
            case 3 -> replaced(content, at, 0, Arrays.copyOfRange(content, at, at + length));
            default -> replaced(content, at, 0, splinter(random));
        };
    }

    private static byte[] splinter(Random random) {
        return SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replaced(byte[] content, int at, int length, byte[] by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + by.length);
        out.write(content, 0, at);
        out.writeBytes(by);
        out.write(content, at + length, content.length - at - length);
        return out.toByteArray();
    }
}
