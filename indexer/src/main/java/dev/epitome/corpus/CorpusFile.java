package dev.epitome.corpus;

import dev.epitome.article.CleanText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One input to read.
 *
 * @param path as messages show it
 * @param name as answers show it, see {@link dev.epitome.article.Origin#file()}
 * @param file empty for standard input
 * @param named whether the user named this very file, rather than a folder above it
 * @param bytes its size; 0 where it is not known
 * @param fault why it cannot be opened, where that is known before
 */
record CorpusFile(String path, String name, Optional<Path> file, boolean named, long bytes, Optional<String> fault) {

    static final String STANDARD_INPUT = "-";
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST_NAME = 1_000;

    /** Names come from archives and folders of others, and go to terminals: signs that those obey are taken out. */
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

    /** A file that is packed within this one; itself for the empty path. Nobody named it. */
    CorpusFile within(String inner) {
        return inner.isEmpty() ? this : new CorpusFile(path + "/" + inner, name + "/" + inner, file, false, 0, fault);
    }

    static CorpusFile standardInput() {
        return new CorpusFile(STANDARD_INPUT, STANDARD_INPUT, Optional.empty(), true, 0, Optional.empty());
    }
}
