package dev.epitome.analysis;

import dev.epitome.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The word lists of the analyzer. Names of products, languages and projects, in lower case, are neither stemmed nor
 * split; and words on which the rules of the stemmer go wrong have their stems: a container is not what contains
 * something.
 */
final class KnownWords {

    private static final String NAMES_FILE = text("names.txt");
    private static final String STEMS_FILE = text("stems.txt");
    private static final Set<String> NAMES = Set.copyOf(lines(NAMES_FILE));
    private static final Map<String, String> STEMS = stems(lines(STEMS_FILE));
    private static final Map<String, List<String>> WORDS_BY_STEM =
            STEMS.keySet().stream().collect(Collectors.groupingBy(STEMS::get, Collectors.toUnmodifiableList()));

    /** Changes with the files. */
    static final String FINGERPRINT = Sha256.hex(NAMES_FILE, 4) + "-" + Sha256.hex(STEMS_FILE, 4);

    private KnownWords() {}

    static boolean isName(String word) {
        return NAMES.contains(word);
    }

    static @Nullable String stem(String word) {
        return STEMS.get(word);
    }

    /** The listed words that have this stem. */
    static List<String> withStem(String stem) {
        return WORDS_BY_STEM.getOrDefault(stem, List.of());
    }

    private static Map<String, String> stems(List<String> lines) {
        Map<String, String> stems = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            for (String word : line.substring(colon + 1).strip().split(" ", -1)) {
                stems.put(word, line.substring(0, colon));
            }
        }
        return Map.copyOf(stems);
    }

    /** Without empty lines and comments. */
    static List<String> lines(String file) {
        return file.lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    static String text(String resource) {
        try (InputStream in = KnownWords.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
