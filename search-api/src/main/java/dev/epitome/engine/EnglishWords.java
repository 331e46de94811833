package dev.epitome.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * The words and names of English of five letters or more, from the word lists of SCOWL (see the file NOTICE): 125,000
 * of them, which are spelled right wherever they stand. Looked up in the file as it is, a word a line in the order of
 * the alphabet, as a set of them would take ten times the room.
 */
final class EnglishWords {

    private static final byte[] LINES = read();

    private EnglishWords() {}

    /** @param word in lower case */
    static boolean has(String word) {
        byte[] wanted = word.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = LINES.length;
        while (low < high) {
            int start = (low + high) >>> 1;
            while (start > low && LINES[start - 1] != '\n') {
                start--;
            }
            int end = start;
            while (LINES[end] != '\n') {
                end++;
            }
            int order = Arrays.compare(LINES, start, end, wanted, 0, wanted.length);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = end + 1;
            } else {
                high = start;
            }
        }
        return false;
    }

    private static byte[] read() {
        try (InputStream in = EnglishWords.class.getResourceAsStream("english.txt")) {
            return Objects.requireNonNull(in, "english.txt").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
