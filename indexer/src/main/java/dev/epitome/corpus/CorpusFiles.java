package dev.epitome.corpus;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

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
                files.add(file(start, fileName(start), true));
            } else {
                throw new EpitomeException(Kind.NO_INPUT, "no such file or folder: " + path);
            }
        }
        return files;
    }

    private static Path path(String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new EpitomeException(Kind.NO_INPUT, "no path: " + e.getMessage(), e);
        }
    }

    private static List<CorpusFile> below(Path folder) {
        List<CorpusFile> found;
        try {
            // Where the folder is itself a link it is followed; links below it are not, so that the walk ends.
            Path start = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
            try (Stream<Path> walk = Files.walk(start)) {
                found = walk.map(start::relativize)
                        .filter(path -> !hidden(path))
                        .map(folder::resolve)
                        .filter(Files::isRegularFile)
                        .map(path -> file(path, name(folder, path), false))
                        .sorted(Comparator.comparing(CorpusFile::name))
                        .toList();
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new EpitomeException(Kind.IO, "cannot list the folder " + folder + ": " + e.getMessage(), e);
        }
        if (found.isEmpty()) {
            throw new EpitomeException(Kind.NO_INPUT, "no files in the folder " + folder);
        }
        return found;
    }

    private static CorpusFile file(Path path, String name, boolean named) {
        return new CorpusFile(path.toString(), name, Optional.of(path), named, size(path));
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0; // Only the progress bar asks; reading the file will say what is wrong with it.
        }
    }

    private static String name(Path folder, Path path) {
        StringJoiner name = new StringJoiner("/");
        // The root has no name, and a name that began with a slash would be an absolute path.
        Stream.of(fileName(folder.toAbsolutePath().normalize()))
                .filter(start -> !start.isEmpty())
                .forEach(name::add);
        folder.relativize(path).forEach(part -> name.add(part.toString()));
        return name.toString();
    }

    private static String fileName(Path path) {
        Path last = path.getFileName();
        return last == null ? "" : last.toString();
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
