package dev.epitome.corpus;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One input to read.
 *
 * @param path as messages show it
 * @param name as answers show it, see {@link dev.epitome.article.Origin#file()}
 * @param file empty for standard input
 * @param named whether the user named this very file, rather than a folder above it
 * @param bytes its size; 0 where it is not known
 */
record CorpusFile(String path, String name, Optional<Path> file, boolean named, long bytes) {

    static final String STANDARD_INPUT = "-";

    static CorpusFile standardInput() {
        return new CorpusFile(STANDARD_INPUT, STANDARD_INPUT, Optional.empty(), true, 0);
    }
}
