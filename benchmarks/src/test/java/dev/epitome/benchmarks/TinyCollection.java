package dev.epitome.benchmarks;

import java.nio.file.Path;

/**
 * Five articles and six queries, small enough to rank by hand. q3 is also judged on an article that is not there, q4
 * has no text, nothing relevant was found for q5, and q6 was not judged.
 */
final class TinyCollection {

    static final Path FOLDER = Path.of("src", "test", "resources", "collections", "tiny");

    private TinyCollection() {}

    static JudgedCollection read() {
        return JudgedCollection.read(FOLDER);
    }
}
