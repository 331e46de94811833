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
        return inner.isEmpty()
                ? this
                : new CorpusFile(path + "/" + inner, name + "/" + inner, file, false, 0, fault, foreign);
    }

    static CorpusFile standardInput() {
        return readable(STANDARD_INPUT, STANDARD_INPUT, Optional.empty(), true, 0);
    }

    static CorpusFile readable(String path, String name, Optional<Path> file, boolean named, long bytes) {
        return new CorpusFile(path, name, file, named, bytes, Optional.empty(), Optional.empty());
    }

    /** Something in a folder that cannot be looked into. */
    static CorpusFile faulty(String path, String name, Path file, String fault) {
        return new CorpusFile(path, name, Optional.of(file), false, 0, Optional.of(fault), Optional.empty());
    }

    /** Something in a folder that is no file. */
    static CorpusFile foreign(String path, String name, Path file, String why) {
        return new CorpusFile(path, name, Optional.of(file), false, 0, Optional.empty(), Optional.of(why));
    }
}
