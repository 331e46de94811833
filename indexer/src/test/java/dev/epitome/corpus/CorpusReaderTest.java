package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Origin;
import dev.epitome.corpus.Inputs.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusReaderTest {

    private static final String ROUNDUP =
            "Best of Wire Weekly2025\n\n  1. 1\n    Article\n\n    From a Roundup\n\n    Words.";
    private static final String RSS =
            "<rss version=\"2.0\"><channel><title>W</title><item><title>From RSS</title></item></channel></rss>";
    private static final String JSON_FEED =
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"title\":\"From a JSON Feed\"}]}";
    private static final String CSV = "title,summary\nFrom a Table,Words.\n";

    private final Path folder;
    private final Inputs inputs;

    CorpusReaderTest(@TempDir Path folder) {
        this.folder = folder;
        inputs = new Inputs(folder);
    }

    /** Of every format: some tell that a file has ended whatever happened in it. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":\"From Lines\"}\n{\"title\":\"Two\"}\n", RSS, JSON_FEED, CSV, ROUNDUP})
    void whatTheConsumerThrowsIsThrownToWhoeverReads(String content) {
        IllegalStateException full = new IllegalStateException("full");
        CorpusReader reader = inputs.with("a", content).reader("a");
        assertThatThrownBy(() -> reader.read(entry -> {
                    if (entry instanceof Entry.Accepted) {
                        throw full;
                    }
                }))
                .isSameAs(full);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.txt", "a.xml", "a.csv", "a.json", "a.rss", "README"})
    void theContentTellsTheFormatWhateverTheNameEndsWith(String name) {
        assertThat(inputs.read(name, record("From Lines")).titles()).containsExactly("From Lines");
        assertThat(inputs.read(name, ROUNDUP).titles()).containsExactly("From a Roundup");
        assertThat(inputs.read(name, RSS).titles()).containsExactly("From RSS");
        assertThat(inputs.read(name, JSON_FEED).titles()).containsExactly("From a JSON Feed");
        assertThat(inputs.read(name, CSV).titles()).containsExactly("From a Table");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.ndjson", "A.JSONL"})
    void whereTheContentSaysNothingTheNameTells(String name) {
        String content = "broken\n" + record("Two");
        Reading read = inputs.with(name, content)
                .with(name + ".gz", Inputs.gzip(content))
                .readAll(name, name + ".gz");

        assertThat(read.titles()).containsExactly("Two", "Two");
        assertThat(read.rejected())
                .satisfiesExactly(
                        plain -> assertThat(plain).startsWith(name + ":1: invalid JSON"),
                        packed -> assertThat(packed).startsWith(name + ".gz:1: invalid JSON"));
    }

    @Test
    void foldersAreReadToTheBottomInTheOrderOfTheirNames() {
        Reading read = inputs.with("b.jsonl", record("B"))
                .with("a/z.txt", ROUNDUP)
                .with("a/deep/er/x.jsonl", record("X"))
                .with("c.csv", CSV)
                .with("a.xml", RSS)
                .readAll(".");

        assertThat(read.titles()).containsExactly("From RSS", "X", "From a Roundup", "B", "From a Table");
        assertThat(read.rejected()).isEmpty();
        assertThat(read.skipped()).isEmpty();
    }

    @Test
    void hiddenFilesAndFoldersAreLeftOutUnlessNamed() {
        inputs.with(".hidden.jsonl", record("Hidden"))
                .with(".git/x.jsonl", record("Git"))
                .with("open.jsonl", record("Open"));

        assertThat(inputs.readAll(".").titles()).containsExactly("Open");
        assertThat(inputs.readAll(".hidden.jsonl").titles()).containsExactly("Hidden");
        assertThat(inputs.readAll(".git").titles()).containsExactly("Git");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# A page about raft | holds no records",
                "A page about raft | holds no records in a form that is known",
                "<html><body>Raft</body></html> | is an HTML page with neither",
                "<opml><body/></opml> | is OPML, a list of feeds",
                "%PDF-1.7 | is a PDF document",
                "{\"version\":\"1\",\"private\":true} | is JSON that holds no records",
                "[] | is JSON that holds no records",
            })
    void aFileOfNoKnownFormatIsSkippedInAFolderAndRejectedWhereItIsNamed(String content, String reason) {
        inputs.with("unknown", content).with("known.jsonl", record("Raft"));

        Reading inFolder = inputs.readAll(".");
        assertThat(inFolder.titles()).containsExactly("Raft");
        assertThat(inFolder.rejected()).isEmpty();
        assertThat(inFolder.skipped()).singleElement().asString().startsWith("unknown: " + reason);

        Reading named = inputs.readAll("unknown");
        assertThat(named.skipped()).isEmpty();
        assertThat(named.rejected()).singleElement().asString().startsWith("unknown:1: " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", " \t\r\n\n", "\uFEFF"})
    void anEmptyFileIsRejectedAlsoInAFolder(String content) {
        assertThat(inputs.with("a.jsonl", content).readAll(".").rejected())
                .containsExactly("a.jsonl:1: is empty: it holds no record");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.jsonl", "missing/", "no\u0000path"})
    void aPathThatDoesNotExistIsAnError(String path) {
        assertThatExceptionOfType(EpitomeException.class)
                .isThrownBy(() -> CorpusReader.of(List.of(path)))
                .satisfies(missing -> assertThat(missing.kind()).isEqualTo(Kind.NO_INPUT))
                .withMessageContaining(path.replaceAll("\u0000.*|/", ""));
    }

    @Test
    void aFolderWithoutFilesIsAnError() throws IOException {
        Files.createDirectories(folder.resolve("empty/er"));
        inputs.with("hidden/.x.jsonl", record("Hidden"));

        for (String name : new String[] {"empty", "hidden"}) {
            assertThatExceptionOfType(EpitomeException.class)
                    .isThrownBy(() -> inputs.reader(name))
                    .satisfies(missing -> assertThat(missing.kind()).isEqualTo(Kind.NO_INPUT))
                    .withMessageContaining(name);
        }
    }

    @Test
    void aLinkToAFolderIsFollowedAndOneBelowItIsNot() throws IOException {
        inputs.with("real/a.jsonl", record("A"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("real/loop"), folder.resolve("real"));

        Reading read = inputs.readAll("link");

        assertThat(read.places()).containsExactly("link/a.jsonl:1");
        assertThat(read.origins()).extracting(Origin::file).containsExactly("link/a.jsonl");
    }

    @Test
    void aDashIsStandardInput() {
        Reading read =
                inputs.piped(record("Piped")).with("a.jsonl", record("Filed")).readAll("a.jsonl", "-");

        assertThat(read.titles()).containsExactly("Filed", "Piped");
        assertThat(read.places()).containsExactly("a.jsonl:1", "-:1");
        assertThat(read.origins()).extracting(Origin::file).containsExactly("a.jsonl", "-");
    }

    @Test
    void standardInputMayBeOfAnyFormatAndPackedAndIsLeftOpen() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream packed = new ByteArrayInputStream(Inputs.gzip(ROUNDUP)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        assertThat(inputs.piped(packed).readAll("-").titles()).containsExactly("From a Roundup");
        assertThat(closed).isFalse();
    }

    @Test
    void anEmptyStandardInputIsRejected() {
        assertThat(inputs.readAll("-").rejected()).containsExactly("-:1: is empty: it holds no record");
    }

    @Test
    void anOriginNamesItsFileBelowTheFolderGivenAndNeverAnAbsolutePath() {
        inputs.with("corpus/a/x.jsonl", record("X")).with("corpus/y.jsonl", record("Y"));
        String home = folder.resolve("corpus").toAbsolutePath().toString();

        assertThat(files(inputs.readAll("corpus"))).containsExactly("corpus/a/x.jsonl", "corpus/y.jsonl");
        assertThat(files(inputs.readAll("corpus/"))).containsExactly("corpus/a/x.jsonl", "corpus/y.jsonl");
        assertThat(files(inputs.readAll("corpus/a/.."))).containsExactly("corpus/a/x.jsonl", "corpus/y.jsonl");
        assertThat(files(inputs.readAll(home))).containsExactly("corpus/a/x.jsonl", "corpus/y.jsonl");
        assertThat(files(inputs.readAll("corpus/a/x.jsonl"))).containsExactly("x.jsonl");
    }

    @Test
    void aPlaceIsThePathAsItWasTyped() {
        inputs.with("corpus/x.jsonl", record("X"));
        String typed = folder + "/corpus/../corpus/x.jsonl";
        List<Entry> entries = new ArrayList<>();

        CorpusReader.of(List.of(typed)).read(entries::add);

        assertThat(entries)
                .first()
                .extracting(entry -> entry.place().toString())
                .isEqualTo(typed + ":1");
    }

    @Test
    void everyOriginHasTheTimeAtWhichTheReaderWasMade() {
        Instant before = Instant.now();
        CorpusReader reader =
                inputs.with("a.jsonl", record("A") + "\n" + record("B")).reader("a.jsonl");
        List<Instant> times = new ArrayList<>();

        reader.read(entry -> {
            if (entry instanceof Entry.Accepted some) {
                times.add(some.origin().readAt());
            }
        });

        assertThat(reader.readAt()).isBetween(before, Instant.now());
        assertThat(times).containsExactly(reader.readAt(), reader.readAt());
    }

    @Test
    void bytesAreCountedAsStored() throws IOException {
        byte[] packed = Inputs.gzip(record("Packed").repeat(100));
        CorpusReader reader = inputs.with("a.jsonl", record("A") + "\n")
                .with("b.jsonl.gz", packed)
                .with("c.xml", RSS)
                .with("d.csv", CSV)
                .with("e.txt", ROUNDUP)
                .with("f.json", JSON_FEED)
                .reader(".");
        long stored = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                stored += Files.size(file);
            }
        }

        assertThat(reader.bytesTotal()).isEqualTo(stored);
        assertThat(reader.bytesRead()).isZero();
        reader.read(entry -> {});
        assertThat(reader.bytesRead()).isEqualTo(stored);
    }

    @Test
    void bytesReadGrowWhileAFileIsRead() {
        CorpusReader reader =
                inputs.with("a.jsonl", (record("A") + "\n").repeat(20_000)).reader("a.jsonl");
        AtomicLong first = new AtomicLong();

        reader.read(entry -> first.compareAndSet(0, reader.bytesRead()));

        assertThat(first.get()).isPositive().isLessThan(reader.bytesTotal());
    }

    @Test
    void theTotalIsUnknownWhereStandardInputIsRead() {
        assertThat(inputs.with("a.jsonl", record("A")).reader("a.jsonl", "-").bytesTotal())
                .isZero();
    }

    private static List<String> files(Reading read) {
        return read.origins().stream().map(Origin::file).toList();
    }

    private static String record(String title) {
        return "{\"title\":\"" + title + "\",\"summary\":\"Words.\"}";
    }
}
