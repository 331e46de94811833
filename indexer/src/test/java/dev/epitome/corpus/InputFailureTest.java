package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.corpus.Inputs.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packed files, and inputs that fail while they are read. */
class InputFailureTest {

    private final Path folder;
    private final Inputs inputs;

    InputFailureTest(@TempDir Path folder) {
        this.folder = folder;
        inputs = new Inputs(folder);
    }

    @Test
    void packedFilesAreRead() {
        assertThat(inputs.read("a.jsonl.gz", Inputs.gzip(record("Packed"))).titles())
                .containsExactly("Packed");
        assertThat(inputs.read("a.jsonl", Inputs.gzip(record("Misnamed"))).titles())
                .containsExactly("Misnamed");
        assertThat(inputs.read("a.csv.gz", Inputs.gzip("\uFEFFtitle,summary\nMarked,Words.\n"))
                        .titles())
                .containsExactly("Marked");
    }

    @Test
    void packedFilesJoinedAreOneFile() {
        byte[] one = Inputs.gzip(record("One") + "\n");
        byte[] two = Inputs.gzip(record("Two") + "\n");
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);

        assertThat(inputs.read("a.jsonl.gz", both).titles()).containsExactly("One", "Two");
    }

    @Test
    void whereverAPackedFileIsCutTheCutIsReportedAndWhatCameBeforeIsKept() {
        StringBuilder lines = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            lines.append(record(Long.toHexString(random.nextLong()))).append('\n');
        }
        byte[] packed = Inputs.gzip(lines.toString());

        for (int length : new int[] {2, 3, 9, 10, 11, packed.length - 9, packed.length - 1}) {
            Reading read = inputs.read("a.jsonl.gz", Arrays.copyOf(packed, length));
            assertThat(read.rejected())
                    .as("%d of %d bytes", length, packed.length)
                    .isNotEmpty()
                    .allMatch(reason -> reason.startsWith("a.jsonl.gz: cannot be read: "))
                    .noneMatch(reason -> reason.endsWith("null"));
        }
        Reading half = inputs.read("a.jsonl.gz", Arrays.copyOf(packed, packed.length / 2));
        assertThat(half.titles()).hasSizeBetween(500, 2_999);
        // The line that is cut, and the cut.
        assertThat(half.rejected()).hasSizeBetween(1, 2).last().asString().startsWith("a.jsonl.gz: cannot be read: ");
    }

    @Test
    void aDamagedPackedFileIsReported() {
        byte[] packed = Inputs.gzip(record("One").repeat(50));
        packed[packed.length - 6] ^= 1; // within the checksum

        assertThat(inputs.read("a.jsonl.gz", packed).rejected())
                .anyMatch(reason -> reason.startsWith("a.jsonl.gz: cannot be read: "));
    }

    @Test
    void aFileThatFailsDoesNotKeepTheOthersFromBeingRead() {
        Reading read = inputs.with("a.jsonl.gz", new byte[] {0x1F, (byte) 0x8B, 1})
                .with("b.jsonl", record("B"))
                .readAll(".");

        assertThat(read.titles()).containsExactly("B");
        assertThat(read.rejected()).hasSize(1);
    }

    @Test
    void aFileThatIsGoneWhenItsTurnComesIsRejected() throws IOException {
        CorpusReader reader = inputs.with("a.jsonl", record("A")).reader("a.jsonl");
        Files.delete(folder.resolve("a.jsonl"));
        List<Entry> entries = new ArrayList<>();

        reader.read(entries::add);

        assertThat(entries).hasExactlyElementsOfTypes(Entry.Rejected.class, Entry.Cut.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"records.jsonl", "rss2.xml", "feed.json", "table.csv"})
    void aFailureOfTheTakerIsNoFaultOfTheRecordAndComesThrough(String sample) {
        CorpusReader reader =
                inputs.with("a", Inputs.sample("samples/" + sample)).reader("a");
        for (RuntimeException failure : new RuntimeException[] {
            new EpitomeException(Kind.IO, "disk full"), new UncheckedIOException(new IOException("disk full"))
        }) {
            assertThatCode(() -> reader.read(entry -> {
                        throw failure;
                    }))
                    .isSameAs(failure);
        }
    }

    @Test
    void ofADocumentTooLargeToBeHeldWholeTheBeginningIsRead() {
        String start = "<rss version=\"2.0\"><channel><item><title>First</title></item><title>";
        byte[] huge = new byte[Input.MAX_DOCUMENT + 1];
        Arrays.fill(huge, (byte) 'x');
        System.arraycopy(start.getBytes(StandardCharsets.UTF_8), 0, huge, 0, start.length());

        Reading read = inputs.read("a.xml.gz", Inputs.gzip(huge));

        assertThat(read.titles()).containsExactly("First");
        assertThat(read.rejected())
                .containsExactly("a.xml.gz: cannot be read: it has more than 64 million characters, what stands beyond"
                        + " them is left out: split it, or convert it to JSON Lines");
    }

    private static String record(String title) {
        return "{\"title\":\"" + title + "\",\"summary\":\"Words.\"}";
    }
}
