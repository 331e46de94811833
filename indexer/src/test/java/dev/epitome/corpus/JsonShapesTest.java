package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.corpus.Inputs.Reading;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON in every shape; A and B stand for records. */
class JsonShapesTest {

    private static final String A =
            "{\"title\":\"Raft\",\"url\":\"https://example.org/raft\",\"summary\":\"Leaders.\",\"tags\":[{\"name\":\"x\",\"title\":\"y\"}]}";
    private static final String B =
            "{\"title\":\"Paxos\",\"url\":\"https://example.org/paxos\",\"summary\":\"Votes.\"}";

    private final Inputs inputs;

    JsonShapesTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // lines, one after another, a list
                "A\nB",
                "A B",
                "AB",
                "A,\nB",
                "[A,B]",
                "[\nA,\nB\n]",
                " [ A , B ] ",
                "[[A],[B]]",
                "[A]\n[B]",
                "[null,A,null,B]",
                // a wrapper of any name, at depth
                "{\"items\":[A,B]}",
                "{\"articles\":[A,B],\"status\":\"ok\",\"totalResults\":2}",
                "{\"whatever\":[A,B]}",
                "{\"meta\":{\"count\":2},\"data\":[A,B]}",
                "{\"data\":{\"posts\":[A,B]}}",
                "{\"response\":{\"status\":\"ok\",\"results\":[A,B]}}",
                "{\"a\":{\"b\":{\"c\":[A,B]}}}",
                "{\"@context\":\"https://schema.org\",\"@graph\":[A,B]}",
                "{\"list\":{\"101\":A,\"102\":B},\"status\":1}",
                // what a search engine answers with
                "{\"took\":3,\"hits\":{\"total\":{\"value\":2},\"hits\":[{\"_id\":\"1\",\"_score\":1.0,\"_source\":A},{\"_id\":\"2\",\"_source\":B}]}}",
                "{\"response\":{\"numFound\":2,\"docs\":[A,B]}}",
                "{\"index\":{\"_id\":\"1\"}}\nA\n{\"index\":{\"_id\":\"2\"}}\nB",
                // what GraphQL and others wrap each record in
                "{\"data\":{\"posts\":{\"edges\":[{\"cursor\":\"a\",\"node\":A},{\"cursor\":\"b\",\"node\":B}]}}}",
                "{\"data\":{\"posts\":{\"nodes\":[A,B],\"pageInfo\":{\"hasNextPage\":false}}}}",
                "{\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t3\",\"data\":A},{\"kind\":\"t3\",\"data\":B}]}}",
                // records by their ids
                "{\"101\":A,\"102\":B}",
                "{\"raft\":A,\n\"paxos\":B}",
                // the records among lists of other things
                "{\"users\":[{\"name\":\"Ada\"},{\"name\":\"Bo\"}],\"posts\":[A,B],\"tags\":[{\"name\":\"x\"}]}",
                "{\"tags\":[\"x\",\"y\"],\"articles\":[A,B]}",
                // a head of the document, before or after
                "{\"title\":\"My list\",\"description\":\"All that I read.\",\"items\":[A,B]}",
                "{\"items\":[A,B],\"title\":\"My list\",\"author\":\"Ada\"}",
                // as programs write it
                "[A,B,]",
                "[A,{\"title\":null,\"score\":NaN,\"summary\":\"\",\"rank\":Infinity},B]",
                "[A, /* a note */ // another\nB]",
                "\uFEFF[A,B]",
            })
    void recordsAreFoundInWhateverShape(String shape) {
        for (String name : new String[] {"a.json", "a.txt"}) {
            Reading read = inputs.read(
                    name,
                    shape.replaceAll("\\bA\\b|A(?=B)", "~A~")
                            .replaceAll("(?<![\\w~])B\\b|(?<=~A~)B", "~B~")
                            .replace("~A~", A)
                            .replace("~B~", B));

            assertThat(read.titles()).as(shape).containsExactly("Raft", "Paxos");
            assertThat(read.articles().getFirst().url()).as(shape).hasValue("https://example.org/raft");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "[A]", "{\"data\":A}", "{\"article\":A,\"ok\":true}", "{\"items\":[A]}"})
    void oneRecordIsOne(String shape) {
        assertThat(inputs.read("a.json", shape.replace("A", A)).titles()).containsExactly("Raft");
        assertThat(inputs.read("a.json", shape.replace("A", A.replace(",", ",\n  ")))
                        .titles())
                .containsExactly("Raft");
    }

    @Test
    void listsWithinARecordAreNoRecords() {
        Reading read = inputs.read("a.json", """
                {
                  "title": "Raft",
                  "summary": "Leaders.",
                  "authors": [{"name": "Ada Byte", "url": "https://example.org/ada"}],
                  "comments": [{"text": "Nice.", "author": "bo"}, {"text": "Indeed.", "author": "cy"}]
                }
                """);

        assertThat(read.article().title()).isEqualTo("Raft");
        assertThat(read.article().authors()).containsExactly("Ada Byte");
    }

    @Test
    void theTitleOfTheDocumentIsRememberedWithItsRecords() {
        Reading read = inputs.read("a.json", "{\"title\":\"My list\",\n\"items\":[" + A + "," + B + "]}");

        assertThat(read.origins())
                .allSatisfy(origin -> assertThat(origin.digest()).hasValue("My list"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"articles\":[", "{\"status\":\"ok\",\"data\":{\"posts\":["})
    void ofADocumentThatIsCutWhatCameBeforeIsRead(String open) {
        String document = open
                + IntStream.range(0, 20).mapToObj(i -> pretty("Number " + i)).collect(Collectors.joining(",\n"));
        for (int end = open.length(); end < document.length(); end += 7) {
            int whole = (int) document.substring(0, end)
                    .chars()
                    .filter(sign -> sign == '}')
                    .count();

            Reading read = inputs.read("a.json", document.substring(0, end));

            assertThat(read.titles()).as("cut at %d", end).hasSizeGreaterThanOrEqualTo(whole);
            assertThat(read.rejected()).as("cut at %d", end).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  {\n    \"title\": \"Broken,\n    \"summary\": \"s\"\n  }",
                "  {\n    \"title\" \"Broken\",\n    \"summary\": \"s\"\n  }",
                "  {\n    \"title\": Broken,\n    \"summary\": \"s\"\n  }",
                "  {\n    \"title\": \"Broken\"\n    \"summary\": \"s\"\n  }",
                "  {\n    \"title\": \"Broken\",\n    \"summary\": \"s\"\n  ]",
            })
    void aBrokenRecordInThePrettyListCostsOnlyItself(String broken) {
        Reading read = inputs.read(
                "a.json",
                "[\n" + pretty("One") + ",\n" + broken + ",\n" + pretty("Three") + ",\n" + pretty("Four") + "\n]\n");

        assertThat(read.titles()).contains("One", "Three", "Four");
        assertThat(read.rejected())
                .isNotEmpty()
                .first()
                .asString()
                .startsWith("a.json:")
                .contains("invalid JSON at column ");
    }

    @Test
    void aBrokenRecordAmongLinesWithinAListCostsOnlyItself() {
        Reading read = inputs.read("a.json", "[\n" + A + ",\n{\"title\":\"Broken,\n" + B + "\n]\n");

        assertThat(read.titles()).containsExactly("Raft", "Paxos");
        assertThat(read.rejected()).hasSize(1);
    }

    @Test
    void aDocumentOnOneLineIsReadWhereverTheFirstLookEnds() {
        int filler = (int) (LineReader.MAX_LINE * 1.1);
        String start = "{\"articles\":[";
        String first = record("First", Input.HEAD - start.length());
        String document = start + first + "," + record("Long", filler / 2) + "," + record("Longer", filler / 2) + "]}";
        assertThat(document.charAt(Input.HEAD - 1)).isEqualTo('}');

        assertThat(inputs.read("a.json", document).titles()).containsExactly("First", "Long", "Longer");
    }

    /** So long in all, as JSON. */
    private static String record(String title, int length) {
        String rest = "{\"title\":\"" + title + "\",\"url\":\"https://example.org/" + title + "\",\"summary\":\"\"}";
        return rest.replace("\"summary\":\"", "\"summary\":\"" + "x".repeat(length - rest.length()));
    }

    @Test
    void whatHoldsNoRecordsIsSaidToHoldNone() {
        for (String none : List.of(
                "[]", "{\"articles\":[]}", "[[],[]]", "null\n", "{\"status\":\"error\",\"code\":\"apiKeyMissing\"}")) {
            Reading read = inputs.read("a.jsonl", none);

            assertThat(read.articles()).as(none).isEmpty();
            assertThat(read.rejected()).as(none).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "{\"status\":\"ok\",\"data\":{\"articles\":[|,\n|]},\"n\":1}")
    void aLongDocumentIsReadInLittleMemory(String shape) {
        int count = 300_000;
        String[] parts = shape.split("\\|", -1);
        InputStream document = new Repeated(
                parts[0],
                i -> (i == 0 ? "" : parts[1]) + "{\"title\":\"Number " + i + "\",\"summary\":\"" + "Words. ".repeat(20)
                        + "\"}",
                count,
                parts.length > 2 ? parts[2] : parts[1]);
        CorpusReader reader = inputs.piped(document).reader("-");
        AtomicLong accepted = new AtomicLong();
        AtomicLong most = new AtomicLong();
        long before = liveBytes();

        reader.read(entry -> {
            if (entry instanceof Entry.Accepted && accepted.incrementAndGet() % 100_000 == 0) {
                most.accumulateAndGet(liveBytes() - before, Math::max);
            }
        });

        assertThat(accepted).hasValue(count);
        // The ids of three hundred thousand articles, and the first of the document, which was looked over for its
        // shape.
        assertThat(most.get()).isLessThan(110L << 20);
    }

    private static long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String pretty(String title) {
        return "  {\n    \"title\": \"" + title + "\",\n    \"url\": \"https://example.org/" + title.replace(' ', '-')
                + "\",\n    \"summary\": \"Words.\"\n  }";
    }

    /** A text, so many parts that are made as they are read, and a text. */
    private static final class Repeated extends InputStream {
        private final java.util.function.IntFunction<String> part;
        private final int count;
        private final String end;
        private byte[] bytes;
        private int at;
        private int next;

        Repeated(String start, java.util.function.IntFunction<String> part, int count, String end) {
            this.part = part;
            this.count = count;
            this.end = end;
            this.bytes = start.getBytes(StandardCharsets.UTF_8);
        }

        private boolean fill() {
            while (at == bytes.length && next <= count) {
                bytes = (next == count ? end : part.apply(next)).getBytes(StandardCharsets.UTF_8);
                at = 0;
                next++;
            }
            return at < bytes.length;
        }

        @Override
        public int read() {
            return fill() ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int from, int most) {
            if (!fill()) {
                return -1;
            }
            int taken = Math.min(most, bytes.length - at);
            System.arraycopy(bytes, at, target, from, taken);
            at += taken;
            return taken;
        }
    }

    @Test
    void theTitleOfAListIsNoArticle() {
        assertThat(inputs.read("a.json", """
                        {"title":"A Catalog","count":2,"flaws":[{"flaw":"One","shortDescription":"First."},
                         {"flaw":"Two","shortDescription":"Second."}]}
                        """).titles()).containsExactly("First.", "Second.");
        assertThat(inputs.read("b.json", "{\"title\":\"My list\",\"entries\":[{\"title\":\"A\"},{\"title\":\"B\"}]}")
                        .titles())
                .containsExactly("A", "B");
    }
}
