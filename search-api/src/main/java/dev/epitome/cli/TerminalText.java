package dev.epitome.cli;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Text on a terminal: nothing but text, and how many columns it takes. */
final class TerminalText {

    /** What a reader takes for one character, marks and joined pictures included. */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private static final int PICTURE_SELECTOR = 0xFE0F;
    private static final int FIRST_MIDDLE_JAMO = 0x1160;
    private static final int LAST_FINAL_JAMO = 0x11FF;

    private TerminalText() {}

    /**
     * The text without what a terminal would obey: escape sequences lose what begins them, and characters that are
     * invisible or turn the direction of writing are left out. Ends of lines become spaces.
     */
    static String safe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (Character.getType(character)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {
                    if (Character.isWhitespace(character)) {
                        safe.append(' ');
                    }
                }
                case Character.FORMAT -> {
                    if (joins(character)) {
                        safe.appendCodePoint(character);
                    }
                }
                case Character.SURROGATE -> safe.append('\uFFFD');
                default -> safe.appendCodePoint(character);
            }
        });
        return safe.toString();
    }

    /** JSON that means the same, without what a terminal would obey: that can only stand within its strings. */
    static String json(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            String each = Character.toString(character);
            if ((character >= ' ' && character < 0x7F) || safe(each).equals(each)) {
                safe.append(each);
            } else {
                each.chars().forEach(unit -> safe.append(String.format("\\u%04x", unit)));
            }
        });
        return safe.toString();
    }

    /** The clusters of a text and where they stand. */
    static Stream<MatchResult> clusters(String text) {
        return CLUSTER.matcher(text).results();
    }

    /** How many columns a text takes. */
    static int width(String text) {
        return clusters(text)
                .mapToInt(cluster -> widthOfCluster(cluster.group()))
                .sum();
    }

    static int widthOfCluster(String cluster) {
        boolean picture = cluster.codePoints()
                .anyMatch(character -> character == PICTURE_SELECTOR || Character.isEmojiPresentation(character));
        return picture ? 2 : cluster.codePoints().map(TerminalText::width).sum();
    }

    private static int width(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> {
                boolean withinSyllable = character >= FIRST_MIDDLE_JAMO && character <= LAST_FINAL_JAMO;
                yield withinSyllable ? 0 : WideCharacters.contains(character) ? 2 : 1;
            }
        };
    }

    /** Joiners make letters and pictures what they are, and do nothing beyond their neighbours. */
    private static boolean joins(int character) {
        return character == 0x200C || character == 0x200D;
    }
}
