package dev.epitome.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.luben.zstd.ZstdOutputStream;
import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.corpus.EndlessInputGuard.Bounds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that never end, or as good as never. */
@Timeout(60)
class EndlessInputTest {

    private static final String RECORD = "{\"title\":\"Raft\"}\n";
    private static final Bounds SHORT = new Bounds(500, 2 << 20);

    private final Path folder;
    private final List<String> titles = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<String> cut = new ArrayList<>();

    EndlessInputTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void brokenLinesWithoutEndAreGivenUpAndTheNextInputIsRead() throws IOException {
        Path next = Files.writeString(folder.resolve("next.jsonl"), RECORD);

        read(CorpusReader.of(List.of("-", next.toString()), endless(RECORD, "{\"title\":\n"), CorpusOptions.NONE));

        assertThat(titles).containsExactly("Raft", "Raft");
        assertThat(rejected)
                .hasSizeBetween(EndlessInputGuard.DEFAULT.rejected(), EndlessInputGuard.DEFAULT.rejected() + 10_000)
                .last()
                .asString()
                .startsWith("cannot be read: it has 100,")
                .endsWith(" records after another that cannot be read: what follows is left out");
        assertThat(cut).hasSize(1);
    }

    @Test
    void manyBrokenLinesWithAnArticleNowAndThenAreReadToTheirEnd() throws IOException {
        String some = "{\"title\":\n".repeat(400) + RECORD;
        read(reader(Files.writeString(folder.resolve("a.jsonl"), some.repeat(20)))
                .within(SHORT));

        assertThat(titles).hasSize(20);
        assertThat(rejected).hasSize(8_000);
        assertThat(cut).isEmpty();
    }

    @Test
    void aLineWithoutEndIsGivenUp() {
        read(CorpusReader.of(List.of("-"), endless(RECORD + "{\"title\":\"", "aaaaaaaa"), CorpusOptions.NONE)
                .within(SHORT));

        assertThat(titles).containsExactly("Raft");
        assertThat(rejected)
                .last()
                .isEqualTo("cannot be read: it has 2 MiB without a record: what follows is left out");
        assertThat(cut).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
    void aSmallFileThatUnpacksToAHugeOneIsGivenUp(String kind) throws IOException {
        Path bomb = Files.write(folder.resolve("bomb.jsonl." + kind), packed(kind, 4));

        read(reader(bomb).within(SHORT));

        assertThat(titles).containsExactly("Raft");
        assertThat(rejected).last().asString().endsWith(" MiB without a record: what follows is left out");
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
    }

    @Test
    void ofAnArchiveOfNothingButZerosTheRestIsNotUnpacked() throws IOException {
        byte[] zeros = new byte[1 << 20];
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            for (String name : List.of("a.bin", "b.jsonl")) {
                zip.putArchiveEntry(new ZipArchiveEntry(name));
                for (int i = 0; i < 12; i++) {
                    zip.write(zeros);
                }
                zip.closeArchiveEntry();
            }
        }
        read(reader(Files.write(folder.resolve("bomb.zip"), archive.toByteArray()))
                .within(SHORT));

        assertThat(rejected).last().asString().endsWith("MiB without a record: what follows is left out");
    }

    @Test
    void whatIsNoRecordMayBeLargeWhereItDoesNotRepeatItself() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            byte[] noise = new byte[3 << 20];
            new java.util.Random(1).nextBytes(noise);
            zip.putArchiveEntry(new ZipArchiveEntry("film.mp4"));
            zip.write(noise);
            zip.closeArchiveEntry();
            zip.putArchiveEntry(new ZipArchiveEntry("a.jsonl"));
            zip.write(RECORD.getBytes(UTF_8));
            zip.closeArchiveEntry();
        }
        read(reader(Files.write(folder.resolve("backup.zip"), archive.toByteArray()))
                .within(SHORT));

        assertThat(titles).containsExactly("Raft");
    }

    @Test
    void aPipeThatLiesInAFolderIsPassedOverAndSaidToBe() throws Exception {
        Path pipe = pipe("some");
        Files.writeString(folder.resolve("a.jsonl"), RECORD);

        CorpusReader reader = reader(folder);
        read(reader);

        assertThat(titles).containsExactly("Raft");
        assertThat(skipped)
                .containsExactly(
                        pipe + ": is no file, but a pipe, a socket or a device: only a pipe that is named is read");
        assertThat(reader.files()).containsExactly(folder.resolve("a.jsonl"));
    }

    @Test
    void aPipeThatIsNamedIsReadUntilItsWriterCloses() throws Exception {
        Path pipe = pipe("some");
        Thread writer = Thread.ofPlatform().start(() -> {
            try (OutputStream out = Files.newOutputStream(pipe)) {
                out.write(packed("gz", 0));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        read(reader(pipe));
        writer.join();

        assertThat(titles).containsExactly("Raft");
        assertThat(rejected).isEmpty();
    }

    @Test
    void anInterruptionEndsTheWaitForAPipeThatNobodyOpens() throws Exception {
        assertThatInterruptionEnds(reader(pipe("some")), started -> {});
    }

    @Test
    void anInterruptionEndsTheWaitForMoreOfAPipe() throws Exception {
        Path pipe = pipe("some");
        CountDownLatch over = new CountDownLatch(1);
        Thread writer = Thread.ofPlatform().start(() -> {
            try (OutputStream out = Files.newOutputStream(pipe)) {
                out.write(RECORD.repeat(10_000).getBytes(UTF_8));
                over.await();
            } catch (IOException e) {
                assertThat(e).hasMessage("Broken pipe"); // The reader is gone.
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        CorpusReader reader = reader(pipe);
        assertThatInterruptionEnds(reader, started -> started.await());
        over.countDown();
        writer.join();
    }

    @Test
    void whatHasNoEndByItsKindIsRefused() {
        assumeThat(Path.of("/dev/zero")).exists();
        for (String device : List.of("/dev/zero", "/dev/urandom")) {
            assertThatThrownBy(() -> CorpusReader.of(List.of(device)))
                    .isInstanceOfSatisfying(
                            EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NO_INPUT))
                    .hasMessage("a device or a socket, which has no end: " + device + ": name a file or a pipe");
        }
        read(reader(Path.of("/dev/null")));
        assertThat(rejected).containsExactly("is empty: it holds no record");
    }

    @Test
    void linksThatLeadInACircleAreSaidToLeadNowhere() throws IOException {
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        Path below = Files.createDirectory(folder.resolve("below"));
        Files.createSymbolicLink(below.resolve("up"), folder);
        Files.writeString(below.resolve("a.jsonl"), RECORD);

        assertThatThrownBy(() -> reader(loop)).hasMessage("a link that leads nowhere: " + loop);
        read(reader(folder));
        assertThat(titles).containsExactly("Raft");
    }

    private interface Waiting {
        void until(CountDownLatch started) throws InterruptedException;
    }

    private void assertThatInterruptionEnds(CorpusReader reader, Waiting waiting) throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                reader.read(entry -> first.countDown());
            } catch (EpitomeException e) {
                thrown.set(e);
            }
        });
        waiting.until(first);
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(thread.isAlive()).isFalse();
        assertThat(thrown.get()).hasMessage("reading was interrupted");
    }

    private void read(CorpusReader reader) {
        reader.read(entry -> {
            switch (entry) {
                case Entry.Accepted some -> titles.add(some.article().title());
                case Entry.Rejected some -> rejected.add(some.reason());
                case Entry.Skipped some -> skipped.add(some.place() + ": " + some.reason());
                case Entry.Cut some -> cut.add(some.reason());
                case Entry.Noted some -> {}
                case Entry.Ended some -> {}
            }
        });
        assertThat(reader.reading()).isEmpty();
    }

    private static CorpusReader reader(Path path) {
        return CorpusReader.of(List.of(path.toString()));
    }

    private Path pipe(String name) throws Exception {
        Path pipe = folder.resolve(name);
        assumeThat(Path.of("/usr/bin/mkfifo")).exists();
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        return pipe;
    }

    /** Never ends, and is never wholly in memory. */
    @SuppressWarnings("JdkObsolete") // A sequence of streams asks for it.
    private static InputStream endless(String start, String more) {
        byte[] repeated = more.repeat(1_000).getBytes(UTF_8);
        return new SequenceInputStream(new Enumeration<>() {
            private boolean started;

            @Override
            public boolean hasMoreElements() {
                return true;
            }

            @Override
            public InputStream nextElement() {
                byte[] next = started ? repeated : start.getBytes(UTF_8);
                started = true;
                return new ByteArrayInputStream(next);
            }
        });
    }

    /** A record, and so many MiB of a line that does not end. */
    private static byte[] packed(String kind, int more) throws IOException {
        byte[] letters = "a".repeat(1 << 20).getBytes(UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = switch (kind) {
            case "gz" -> new GZIPOutputStream(bytes);
            case "bz2" -> new BZip2CompressorOutputStream(bytes);
            case "xz" -> new XZCompressorOutputStream(bytes);
            default -> new ZstdOutputStream(bytes);
        }) {
            out.write(RECORD.getBytes(UTF_8));
            for (int i = 0; i < more; i++) {
                out.write(letters);
            }
        }
        return bytes.toByteArray();
    }
}
