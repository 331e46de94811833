package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.corpus.Inputs.Reading;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a file on its way to us: it is read or it is reported, and nothing is thrown. */
class MutationTest {

    private static final int ROUNDS = 250;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "samples/records.jsonl",
                "samples/rss2.xml",
                "samples/rss1.rdf",
                "samples/atom.xml",
                "samples/feed.json",
                "samples/table.csv",
                "roundups/wire-weekly-2025-11.txt",
                "roundups/studio-54-2024.txt"
            })
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
        try {
            read = inputs.with(name, content).exportedOn("2026-04-15").readAll(name);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(mutation, e);
        }
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
        assertThat(read.warnings())
                .as(mutation)
                .allSatisfy(warning -> assertThat(warning).doesNotContainPattern("\\p{Cntrl}"));
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
            content = switch (random.nextInt(6)) {
                case 0 -> flipped(content, at, random);
                case 1 -> Arrays.copyOf(content, at);
                case 2 -> Arrays.copyOfRange(content, at, content.length);
                case 3 -> replaced(content, at, length, new byte[0]);
                case 4 -> replaced(content, at, 0, Arrays.copyOfRange(content, at, at + length));
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
