package dev.epitome.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    /** Blocks of wide and full-width characters (UAX #11), first and last in turn; what is unassigned goes along. */
    private static final int[] WIDE_BLOCKS = {
        0x1100, 0x115F, 0x2329, 0x232A, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF,
        0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6,
        0x16FE0, 0x18DFF, 0x1AFF0, 0x1B2FF, 0x1F200, 0x1F265, 0x20000, 0x3FFFD
    };

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
                yield withinSyllable ? 0 : isWide(character) ? 2 : 1;
            }
        };
    }

    /** Whether it takes two columns, as the characters of East Asia and pictures do. */
    private static boolean isWide(int character) {
        int place = Arrays.binarySearch(WIDE_BLOCKS, character);
        // Between a first and a last, or either of them.
        return place >= 0 || (-place - 1) % 2 == 1 || Character.isEmojiPresentation(character);
    }

    /** Joiners make letters and pictures what they are, and do nothing beyond their neighbours. */
    private static boolean joins(int character) {
        return character == 0x200C || character == 0x200D;
    }
}
