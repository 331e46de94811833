package dev.epitome.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that everybody uses for everything, from a file: an article is not about them because it says them. */
final class EverydayWords {

    private static final Set<String> WORDS = read("everyday.txt");

    private EverydayWords() {}

    /** @param word folded, as articles write it */
    static boolean has(String word) {
        return StopWords.has(word) || bases(word).anyMatch(WORDS::contains);
    }

    /**
     * What a form may come from: scaled from scale, planned from plan, stories from story. Not with er: a server is no
     * waiter.
     */
    private static Stream<String> bases(String word) {
        Stream<String> inflected = Stream.of("s", "es", "ed", "ing", "ly")
                .filter(ending -> word.endsWith(ending) && word.length() > ending.length() + 2)
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .flatMap(EverydayWords::stems);
        return Stream.concat(Stream.of(word), inflected);
    }

    private static Stream<String> stems(String cut) {
        int last = cut.length() - 1;
        Stream<String> whole = Stream.of(cut, cut + "e");
        if (cut.charAt(last) == 'i') {
            return Stream.concat(whole, Stream.of(cut.substring(0, last) + "y"));
        }
        boolean doubled = last > 1 && cut.charAt(last) == cut.charAt(last - 1);
        return doubled ? Stream.concat(whole, Stream.of(cut.substring(0, last))) : whole;
    }

    private static Set<String> read(String resource) {
        try (InputStream in = EverydayWords.class.getResourceAsStream(resource)) {
            String file = new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
            return file.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
