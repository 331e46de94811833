package dev.epitome.corpus;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.CleanText;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One input to read.
 *
 * @param path as messages show it
 * @param name as answers show it, see {@link dev.epitome.article.Origin#file()}
 * @param file empty for standard input
 * @param named whether the user named this very file, rather than a folder above it
 * @param bytes its size; 0 where it is not known
 * @param fault why it cannot be opened, where that is known before
 * @param foreign why it is passed over
 */
record CorpusFile(
        String path,
        String name,
        Optional<Path> file,
        boolean named,
        long bytes,
        Optional<String> fault,
        Optional<String> foreign) {

    static final String STANDARD_INPUT = "-";
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST_NAME = 1_000;
    private static final String NO_FILE =
            "is no file, but a pipe, a socket or a device: only a pipe that is named is read";

    /** Names come from archives and folders of others, and go to terminals: control characters are taken out. */
    CorpusFile {
        path = safe(path);
        name = safe(name);
    }

    private static String safe(String name) {
        String plain = UNSAFE.matcher(name).replaceAll("\uFFFD");
        return plain.length() <= LONGEST_NAME ? plain : CleanText.start(plain, LONGEST_NAME) + "…";
    }

    /** The last part of its name. */
    String baseName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** A file that is packed within this one, and was not named itself; this one for the empty path. */
    CorpusFile within(String inner) {
        return inner.isEmpty()
                ? this
                : new CorpusFile(path + "/" + inner, name + "/" + inner, file, false, 0, fault, foreign);
    }

    private static CorpusFile readable(String path, String name, Optional<Path> file, boolean named, long bytes) {
        return new CorpusFile(path, name, file, named, bytes, Optional.empty(), Optional.empty());
    }

    /**
     * Files as given; folders with all that is below them, sorted by name, hidden files and folders left out.
     *
     * @throws EpitomeException of kind {@link Kind#NO_INPUT} for a path that does not exist or a folder without files
     */
    static List<CorpusFile> find(List<String> paths) {
        List<CorpusFile> files = new ArrayList<>();
        for (String path : paths) {
            if (path.equals(STANDARD_INPUT)) {
                files.add(readable(STANDARD_INPUT, STANDARD_INPUT, Optional.empty(), true, 0));
                continue;
            }
            Path start = path(path);
            if (Files.isDirectory(start)) {
                files.addAll(below(start));
            } else if (Files.exists(start)) {
                refuseDevice(start, path);
                files.add(readable(path, fileName(start), Optional.of(start), true, size(start)));
            } else {
                String what = Files.isSymbolicLink(start) ? "a link that leads nowhere: " : "no such file or folder: ";
                throw new EpitomeException(Kind.NO_INPUT, what + path);
            }
        }
        return files;
    }

    private static void refuseDevice(Path start, String path) {
        try {
            if (FileKind.of(start) == FileKind.DEVICE) {
                throw new EpitomeException(
                        Kind.NO_INPUT, "a device or a socket, which has no end: " + path + ": name a file or a pipe");
            }
        } catch (IOException e) {
            // Reading it will say what is wrong with it.
        }
    }

    private static Path path(String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new EpitomeException(Kind.NO_INPUT, "no file can have the name " + path, e);
        }
    }

    private static List<CorpusFile> below(Path folder) {
        try {
            // Where the folder is itself a link it is followed; links below it are not, so that the walk ends.
            Path start = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
            Walk walk = new Walk(folder, start);
            Files.walkFileTree(start, walk);
            if (walk.found.isEmpty()) {
                throw new EpitomeException(Kind.NO_INPUT, "no files in the folder " + folder);
            }
            walk.found.sort(Comparator.comparing(CorpusFile::name));
            return walk.found;
        } catch (IOException e) {
            throw new EpitomeException(Kind.IO, "cannot list the folder " + folder + ": " + Unreadable.reason(e), e);
        }
    }

    /** Finds all files below a folder, and what cannot be looked into. */
    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path folder;
        private final Path start;
        private final List<CorpusFile> found = new ArrayList<>();

        /** @param start the folder, its link followed */
        Walk(Path folder, Path start) {
            this.folder = folder;
            this.start = start;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return isHidden(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            boolean regular = attributes.isRegularFile() || (attributes.isSymbolicLink() && Files.isRegularFile(path));
            if (!isHidden(path) && regular) {
                add(path, attributes.size(), Optional.empty(), Optional.empty());
            } else if (!isHidden(path) && attributes.isOther()) {
                add(path, 0, Optional.empty(), Optional.of(NO_FILE));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
            if (path.equals(start)) {
                throw e;
            }
            if (!isHidden(path)) {
                add(path, 0, Optional.of(Unreadable.reason(e)), Optional.empty());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path path, @Nullable IOException e) {
            if (e != null) {
                add(path, 0, Optional.of(Unreadable.reason(e)), Optional.empty());
            }
            return FileVisitResult.CONTINUE;
        }

        private void add(Path path, long bytes, Optional<String> fault, Optional<String> foreign) {
            Path relative = start.relativize(path);
            Path file = folder.resolve(relative);
            StringJoiner name = new StringJoiner("/");
            // The root has no name, and a name that began with a slash would be an absolute path.
            String first = fileName(folder.toAbsolutePath().normalize());
            if (!first.isEmpty()) {
                name.add(first);
            }
            relative.forEach(part -> name.add(part.toString()));
            found.add(
                    new CorpusFile(file.toString(), name.toString(), Optional.of(file), false, bytes, fault, foreign));
        }

        private boolean isHidden(Path path) {
            return !path.equals(start) && fileName(path).startsWith(".");
        }
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0; // Only the progress bar asks; reading the file will say what is wrong with it.
        }
    }

    private static String fileName(Path path) {
        Path last = path.getFileName();
        return last == null ? "" : last.toString();
    }
}
