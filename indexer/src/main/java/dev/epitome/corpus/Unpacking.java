package dev.epitome.corpus;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Takes files out of what they were packed in, one after another and in constant memory. */
final class Unpacking {

    /** How deep packages may lie in each other: {@code .tar.gz} within a {@code .zip} is three. */
    private static final int MAX_DEPTH = 4;

    private static final int LOOK = 512;
    private static final int XZ_MEMORY_KIB = 128 << 10;

    /** Takes what was found. */
    interface Taker {
        /**
         * Takes one file.
         *
         * @param path within the archives, such as {@code 2024/may.json}; empty where it lies in none
         * @param name of the file, without the endings of what it was packed with
         */
        void take(String path, String name, InputStream in) throws IOException;
    }

    private enum Packing {
        GZIP("gzip", ".gz", 0, "\u001F\u008B"),
        BZIP2("bzip2", ".bz2", 0, "BZh"),
        XZ("xz", ".xz", 0, "\u00FD7zXZ\0"),
        ZSTD("Zstandard", ".zst", 0, "(\u00B5/\u00FD"),
        TAR("tar", ".tar", 257, "ustar"),
        ZIP("zip", ".zip", 0, "PK\u0003\u0004");

        private final String title;
        private final String ending;
        private final int magicAt;
        private final String magic;

        Packing(String title, String ending, int magicAt, String magic) {
            this.title = title;
            this.ending = ending;
            this.magicAt = magicAt;
            this.magic = magic;
        }

        boolean is(byte[] head, String name) {
            return Encoding.starts(head, magicAt, magic)
                    && switch (this) {
                        case GZIP, XZ, ZSTD, TAR -> true;
                        case BZIP2 -> Encoding.starts(head, 4, "1AY&SY");
                        // Many kinds of file are zip archives inside: only what calls itself one is opened.
                        case ZIP -> Input.endsWith(name, ending) || name.equals(CorpusFile.STANDARD_INPUT);
                    };
        }
    }

    private final EndlessInputGuard guard;
    private final Taker taker;

    private Unpacking(EndlessInputGuard guard, Taker taker) {
        this.guard = guard;
        this.taker = taker;
    }

    /** Gives all files within to the taker; the input itself, where it is not packed. */
    static void unpack(String name, InputStream in, EndlessInputGuard guard, Taker taker) throws IOException {
        new Unpacking(guard, taker).unpack("", name, in, MAX_DEPTH);
    }

    private void unpack(String path, String name, InputStream raw, int depth) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, 1 << 13);
        Optional<Packing> packing = packing(in, name);
        if (packing.isEmpty() || depth == 0) {
            taker.take(path, name, in);
            return;
        }
        String bare = withoutEnding(name, packing.get());
        switch (packing.get()) {
            case GZIP, BZIP2, XZ, ZSTD -> {
                // To be closed, since Zstandard holds memory outside the heap.
                try (InputStream content = decompressed(packing.get(), in)) {
                    Guarded guarded = new Guarded(content, packing.get(), guard);
                    unpack(path, bare, guarded, depth - 1);
                    guarded.rethrow();
                }
            }
            case TAR -> each(path, new TarArchiveInputStream(in, "UTF-8"), Packing.TAR, depth - 1);
            case ZIP -> each(path, new ZipArchiveInputStream(in, "UTF-8", true, false), Packing.ZIP, depth - 1);
        }
    }

    private static InputStream decompressed(Packing packing, InputStream in) throws IOException {
        try {
            return switch (packing) {
                case GZIP -> new GZIPInputStream(neverAtEnd(in), 1 << 16);
                case BZIP2 -> new BZip2CompressorInputStream(in, true);
                case XZ ->
                    XZCompressorInputStream.builder()
                            .setInputStream(in)
                            .setDecompressConcatenated(true)
                            .setMemoryLimitKiB(XZ_MEMORY_KIB)
                            .get();
                case ZSTD -> new ZstdInputStreamNoFinalizer(in);
                case TAR, ZIP -> in;
            };
        } catch (IOException | RuntimeException e) {
            throw damaged(packing, e);
        }
    }

    private void each(String path, ArchiveInputStream<?> archive, Packing packing, int depth) throws IOException {
        Guarded content = new Guarded(archive, packing, guard);
        Failures failures = new Failures();
        int taken = 0;
        for (ArchiveEntry entry = next(archive, packing); entry != null; entry = next(archive, packing)) {
            String inner = entry.getName().replace('\\', '/');
            if (entry.isDirectory() || isHidden(inner)) {
                continue;
            }
            taken++;
            if (!archive.canReadEntryData(entry)) {
                failures.add(inner + " is locked by a password, or packed in a way that is not known");
                continue;
            }
            String below = path.isEmpty() ? inner : path + "/" + inner;
            try {
                unpack(below, inner.substring(inner.lastIndexOf('/') + 1), content, depth);
                content.rethrow();
            } catch (EndlessInputGuard.Ended e) {
                throw e;
            } catch (IOException e) {
                // What is wrong with one file is no reason to lose those after it.
                failures.add(inner + ": " + Unreadable.reason(e));
            }
            content.drain();
        }
        if (taken == 0) {
            throw new Unreadable("the " + packing.title + " archive holds no files");
        }
        failures.rethrow();
    }

    /** The first, and how many more there are. */
    private static final class Failures {
        private @Nullable String first;
        private int count;

        void add(String failure) {
            first = first == null ? failure : first;
            count++;
        }

        void rethrow() throws Unreadable {
            if (first != null) {
                throw new Unreadable(first + (count == 1 ? "" : " (and " + (count - 1) + " more)"));
            }
        }
    }

    private static ArchiveEntry next(ArchiveInputStream<?> archive, Packing packing) throws IOException {
        try {
            return archive.getNextEntry();
        } catch (IOException | RuntimeException e) {
            throw damaged(packing, e);
        }
    }

    private static boolean isHidden(String path) {
        for (String part : path.split("/", -1)) {
            boolean way = part.equals(".") || part.equals("..");
            if ((part.startsWith(".") && !way) || part.equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Packing> packing(BufferedInputStream in, String name) throws IOException {
        in.mark(LOOK);
        byte[] head = in.readNBytes(LOOK);
        in.reset();
        return Stream.of(Packing.values())
                .filter(packing -> packing.is(head, name))
                .findFirst();
    }

    private static String withoutEnding(String name, Packing packing) {
        if (Input.endsWith(name, ".tgz")) {
            return name.substring(0, name.length() - 2) + "ar";
        }
        return Input.endsWith(name, packing.ending) ? name.substring(0, name.length() - packing.ending.length()) : name;
    }

    private static IOException damaged(Packing packing, Exception cause) {
        return cause instanceof EndlessInputGuard.Ended ended
                ? ended
                : new Unreadable(
                        "its " + packing.title + " data is damaged or cut off: what came before is read", cause);
    }

    /** GZIPInputStream takes a file for ended where its next member is not yet at hand. */
    private static InputStream neverAtEnd(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int available() throws IOException {
                return Math.max(1, super.available());
            }
        };
    }

    /**
     * Ends where the data is damaged, so that all that came before is read, and says so afterwards, in our words.
     * Closing it closes nothing.
     */
    private static final class Guarded extends FilterInputStream {
        private final Packing packing;
        private final EndlessInputGuard guard;
        private @Nullable IOException failure;
        private boolean any;

        Guarded(InputStream in, Packing packing, EndlessInputGuard guard) {
            super(in);
            this.packing = packing;
            this.guard = guard;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            if (failure != null) {
                return -1;
            }
            try {
                int count = in.read(bytes, from, most);
                any |= count > 0;
                guard.unpacked(count);
                return count;
            } catch (EndlessInputGuard.Ended e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                if (!any) {
                    throw damaged(packing, e);
                }
                failure = damaged(packing, e);
                return -1;
            }
        }

        @Override
        public int available() {
            try {
                return failure == null ? super.available() : 0;
            } catch (IOException e) {
                return 0; // The next read will meet it.
            }
        }

        /** Reads what is left of a file: the archive itself would do it uncounted, before the next. */
        void drain() throws IOException {
            transferTo(OutputStream.nullOutputStream());
            failure = null; // The archive will meet it again.
        }

        void rethrow() throws IOException {
            @Nullable IOException thrown = failure;
            failure = null;
            if (thrown != null) {
                throw thrown;
            }
        }

        @Override
        public void close() {}
    }
}
