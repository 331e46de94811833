package dev.epitome.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.ArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a packed file is damaged, what is said of it is said in plain words. */
@Timeout(120)
class DamagedFilesTest {

    private static final int ROUNDS = 60;

    /** Names of classes, packages and their members, and what programs say where there is nothing. */
    private static final Pattern INNER = Pattern.compile("Exception|Error\\b|\\b(?:java|org|com|tools|net)\\.\\w|"
            + "\\bnull\\b|[a-z][A-Z]\\w*Stream|\\b[a-z]+[A-Z]\\w*\\(|Zstd|Inflater|not foreseen|-?\\d{7,}");

    private final Inputs inputs;

    DamagedFilesTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz", "zst", "zip", "tar", "tar.gz"})
    void isNamedInPlainWords(String kind) throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] whole = packed(kind);
        int complaints = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damaged(whole, random);
            List<String> messages =
                    inputs.with("list.jsonl." + kind, damaged).readAll("list.jsonl." + kind).entries().stream()
                            .flatMap(entry -> switch (entry) {
                                case Entry.Rejected some -> java.util.stream.Stream.of(some.reason());
                                case Entry.Cut some -> java.util.stream.Stream.of(some.reason());
                                case Entry.Skipped some -> java.util.stream.Stream.of(some.reason());
                                case Entry.Accepted some -> java.util.stream.Stream.empty();
                                case Entry.Noted some ->
                                    java.util.stream.Stream.of(some.warning().kind());
                                case Entry.Ended some -> java.util.stream.Stream.empty();
                            })
                            .toList();
            complaints += messages.isEmpty() ? 0 : 1;
            assertThat(messages)
                    .as("%s, seed %d, round %d", kind, seed, round)
                    .noneMatch(message -> INNER.matcher(message).find());
        }
        assertThat(complaints).as("%s, seed %d", kind, seed).isGreaterThan(ROUNDS / 3);
    }

    /** Cut off, or with some bytes that are others; mostly where the lengths and tables stand. */
    private static byte[] damaged(byte[] whole, Random random) {
        if (random.nextInt(3) == 0) {
            return Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
        }
        byte[] damaged = whole.clone();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int reach = random.nextBoolean() ? Math.min(600, whole.length) : whole.length;
            damaged[random.nextInt(reach)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static byte[] packed(String kind) throws IOException {
        byte[] records = IntStream.range(0, 200)
                .mapToObj(i -> "{\"title\":\"" + Long.toHexString(i * 0x9E3779B97F4A7C15L) + "\"}\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (kind) {
            case "zip" -> {
                try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
                    archive(zip, new ZipArchiveEntry("a.jsonl"), records);
                    archive(zip, new ZipArchiveEntry("b.jsonl"), records);
                }
            }
            case "tar" -> tar(bytes, records);
            case "tar.gz" -> {
                ByteArrayOutputStream tar = new ByteArrayOutputStream();
                tar(tar, records);
                bytes.writeBytes(Inputs.gzip(tar.toByteArray()));
            }
            default -> {
                try (OutputStream out = compressing(kind, bytes)) {
                    out.write(records);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static OutputStream compressing(String kind, OutputStream out) throws IOException {
        return switch (kind) {
            case "gz" -> new java.util.zip.GZIPOutputStream(out);
            case "bz2" -> new BZip2CompressorOutputStream(out);
            case "xz" -> new XZCompressorOutputStream(out);
            default -> new ZstdOutputStream(out);
        };
    }

    private static void tar(OutputStream out, byte[] records) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (String name : List.of("a.jsonl", "long/".repeat(40) + "b.jsonl")) {
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(records.length);
                archive(tar, entry, records);
            }
        }
    }

    private static <E extends org.apache.commons.compress.archivers.ArchiveEntry> void archive(
            ArchiveOutputStream<E> out, E entry, byte[] content) throws IOException {
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }
}
