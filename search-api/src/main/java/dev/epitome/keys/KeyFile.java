package dev.epitome.keys;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A file of keys, a line each: id, role, day, hash and name. Empty lines and those that begin with # are left alone.
 */
public final class KeyFile {

    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rw-------");

    private final Path path;

    private KeyFile(Path path) {
        this.path = path;
    }

    /** A file that need not be there yet. */
    public static KeyFile at(Path path) {
        return new KeyFile(Objects.requireNonNull(path, "path"));
    }

    /**
     * Reads it.
     *
     * @throws EpitomeException as {@link Keys#read} does; of kind {@link Kind#INVALID_REQUEST} where others than its
     *     owner may write it: they could make a key of their own
     */
    public Keys read() {
        try {
            Set<PosixFilePermission> rights = rights();
            if (rights.contains(PosixFilePermission.GROUP_WRITE) || rights.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new EpitomeException(
                        Kind.INVALID_REQUEST,
                        "others than its owner may write " + path + ", and so could make keys: chmod 600 it");
            }
            try (InputStream file = Files.newInputStream(path)) {
                return Keys.read(file, path.toString());
            }
        } catch (IOException e) {
            throw new EpitomeException(Kind.NO_INPUT, "cannot read keys from " + path + ": " + reason(e), e);
        }
    }

    /** What its owner should know: that others may read it. */
    public Optional<String> warning() {
        try {
            Set<PosixFilePermission> rights = rights();
            return rights.contains(PosixFilePermission.GROUP_READ) || rights.contains(PosixFilePermission.OTHERS_READ)
                    ? Optional.of("others than its owner may read " + path + ": chmod 600 it")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // Who reads it is told.
        }
    }

    /** None where the file system knows no such rights. */
    private Set<PosixFilePermission> rights() throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view == null ? Set.of() : view.readAttributes().permissions();
    }

    /**
     * Adds a key at its end; makes the file, for its owner alone, where there is none.
     *
     * @throws EpitomeException when it is no file of keys, which is left as it is, or cannot be written
     */
    public void add(StoredKey key) {
        Objects.requireNonNull(key, "key");
        try {
            boolean there = Files.exists(path);
            if (there) {
                checkRoom(key);
            }
            String line = (there && !endsWithLine() ? "\n" : "") + key.line() + "\n";
            try (ByteChannel file = opened(there)) {
                ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            }
        } catch (IOException e) {
            throw new EpitomeException(Kind.IO, "cannot write the key to " + path + ": " + reason(e), e);
        }
    }

    private void checkRoom(StoredKey key) {
        if (!Files.isRegularFile(path)) {
            throw new EpitomeException(Kind.INVALID_REQUEST, path + " is no file: name one to add the key to");
        }
        Keys keys = read();
        if (keys.all().size() >= Keys.MOST_KEYS) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST, path + " has " + Keys.MOST_KEYS + " keys already: take some out");
        }
        if (keys.all().stream().anyMatch(known -> known.id().equals(key.id()))) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST, path + " has the id " + key.id() + " already: make another");
        }
    }

    private boolean endsWithLine() throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return file.size() == 0 || file.position(file.size() - 1).read(last) < 1 || last.get(0) == '\n';
        }
    }

    private ByteChannel opened(boolean there) throws IOException {
        if (there) {
            return Files.newByteChannel(path, StandardOpenOption.APPEND);
        }
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights =
                posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)} : new FileAttribute<?>[0];
        return Files.newByteChannel(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException none -> "there is no such file or folder";
            case AccessDeniedException denied -> "that is not allowed";
            default -> String.valueOf(e.getMessage());
        };
    }
}
