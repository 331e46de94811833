package dev.epitome.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a folder of golden queries. */
public final class Golden {

    private final Path folder;

    private Golden(Path folder) {
        this.folder = folder;
    }

    public static Golden in(Path folder) {
        return new Golden(folder);
    }

    /** Lines with a {@code |} for the tab. */
    public Golden topics(String... lines) {
        return write(
                "topics.tsv",
                List.of(lines).stream().map(line -> line.replace('|', '\t')).toList());
    }

    public Golden judged(String... lines) {
        return write("qrels.txt", List.of(lines));
    }

    public Golden floor(String... lines) {
        return write("floor.properties", List.of(lines));
    }

    public GoldenSet read() {
        return GoldenSet.read(folder);
    }

    private Golden write(String name, List<String> lines) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), lines);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
