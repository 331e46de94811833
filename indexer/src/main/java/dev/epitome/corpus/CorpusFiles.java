package dev.epitome.corpus;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
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
import org.jspecify.annotations.Nullable;

/** Finds the files behind the paths that a user gives. */
final class CorpusFiles {

    private CorpusFiles() {}

    /**
     * Files as given; folders with all that is below them, sorted by name, hidden files and folders left out.
     *
     * @throws EpitomeException of kind {@link Kind#NO_INPUT} for a path that does not exist or a folder without files
     */
    static List<CorpusFile> find(List<String> paths) {
        List<CorpusFile> files = new ArrayList<>();
        for (String path : paths) {
            if (path.equals(CorpusFile.STANDARD_INPUT)) {
                files.add(CorpusFile.standardInput());
                continue;
            }
            Path start = path(path);
            if (Files.isDirectory(start)) {
                files.addAll(below(start));
            } else if (Files.exists(start)) {
                refuseDevice(start, path);
                files.add(CorpusFile.readable(path, fileName(start), Optional.of(start), true, size(start)));
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
        Walk walk = new Walk(folder);
        try {
            // Where the folder is itself a link it is followed; links below it are not, so that the walk ends.
            Path start = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
            Files.walkFileTree(start, new Walk.Visitor(walk, start));
        } catch (IOException e) {
            throw new EpitomeException(Kind.IO, "cannot list the folder " + folder + ": " + Unreadable.reason(e), e);
        }
        if (walk.found.isEmpty()) {
            throw new EpitomeException(Kind.NO_INPUT, "no files in the folder " + folder);
        }
        walk.found.sort(Comparator.comparing(CorpusFile::name));
        return walk.found;
    }

    private static final String NO_FILE =
            "is no file, but a pipe, a socket or a device: only a pipe that is named is read";

    /** All files below a folder, and what cannot be looked into. */
    private static final class Walk {
        private final Path folder;
        private final String start;
        private final List<CorpusFile> found = new ArrayList<>();

        Walk(Path folder) {
            this.folder = folder;
            this.start = fileName(folder.toAbsolutePath().normalize());
        }

        private String name(Path relative) {
            StringJoiner name = new StringJoiner("/");
            // The root has no name, and a name that began with a slash would be an absolute path.
            if (!start.isEmpty()) {
                name.add(start);
            }
            relative.forEach(part -> name.add(part.toString()));
            return name.toString();
        }

        private static final class Visitor extends SimpleFileVisitor<Path> {
            private final Walk walk;
            private final Path start;

            Visitor(Walk walk, Path start) {
                this.walk = walk;
                this.start = start;
            }

            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                return isHidden(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                boolean regular =
                        attributes.isRegularFile() || (attributes.isSymbolicLink() && Files.isRegularFile(path));
                Path relative = start.relativize(path);
                Path file = walk.folder.resolve(relative);
                if (isHidden(path)) {
                    return FileVisitResult.CONTINUE;
                }
                if (regular) {
                    walk.found.add(CorpusFile.readable(
                            file.toString(), walk.name(relative), Optional.of(file), false, attributes.size()));
                } else if (attributes.isOther()) {
                    walk.found.add(CorpusFile.foreign(file.toString(), walk.name(relative), file, NO_FILE));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
                if (path.equals(start)) {
                    throw e;
                }
                return isHidden(path) ? FileVisitResult.CONTINUE : failed(path, e);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path path, @Nullable IOException e) {
                return e == null ? FileVisitResult.CONTINUE : failed(path, e);
            }

            private FileVisitResult failed(Path path, IOException e) {
                Path relative = start.relativize(path);
                Path file = walk.folder.resolve(relative);
                walk.found.add(CorpusFile.faulty(file.toString(), walk.name(relative), file, Unreadable.reason(e)));
                return FileVisitResult.CONTINUE;
            }

            private boolean isHidden(Path path) {
                return !path.equals(start) && fileName(path).startsWith(".");
            }
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
