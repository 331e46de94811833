package dev.epitome.analysis;

import dev.epitome.analysis.TextWord.Part;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes words as {@code tokens.txt} does, whose head explains the notation. */
final class WordNotation {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    private WordNotation() {}

    static String of(String text) {
        return TextAnalysis.words(text).stream().map(word -> word(text, word)).collect(Collectors.joining(" "));
    }

    static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> "\\" + (char) Integer.parseInt(found.group(1), 16));
    }

    private static String word(String text, TextWord word) {
        StringBuilder written = new StringBuilder(word.exact());
        if (!word.loose().equals(word.exact())) {
            written.append('~').append(word.loose());
        }
        if (!word.parts().isEmpty()) {
            written.append(word.parts().stream().map(WordNotation::part).collect(Collectors.joining(" ", "(", ")")));
        }
        if (word.positions() > 1) {
            written.append('*').append(word.positions());
        }
        String place = text.substring(word.start(), word.end());
        if (!place.toLowerCase(Locale.ROOT).equals(word.exact())) {
            written.append('«').append(escaped(place)).append('»');
        }
        return written.toString();
    }

    private static String part(Part part) {
        return part.position() == 0 ? part.term() : part.term() + ":" + part.position();
    }

    /** Shows what cannot be seen by itself: marks, format characters, half characters. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> escaped.append(
                        Character.isLetterOrDigit(c) || (c > ' ' && c < 0x7F) || Character.isEmoji(c)
                                ? Character.toString(c)
                                : "\\u%04X".formatted(c)));
        return escaped.toString();
    }
}
