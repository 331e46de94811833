package dev.epitome.cli;

import java.util.Arrays;

/** Characters that take two columns on a terminal: those of East Asia, and pictures. */
final class WideCharacters {

    /** Blocks of wide and full-width characters (UAX #11), first and last in turn; what is unassigned goes along. */
    private static final int[] BLOCKS = {
        0x1100, 0x115F, 0x2329, 0x232A, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF,
        0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6,
        0x16FE0, 0x18DFF, 0x1AFF0, 0x1B2FF, 0x1F200, 0x1F265, 0x20000, 0x3FFFD
    };

    private WideCharacters() {}

    static boolean contains(int character) {
        int place = Arrays.binarySearch(BLOCKS, character);
        // Between a first and a last, or either of them.
        return place >= 0 || (-place - 1) % 2 == 1 || Character.isEmojiPresentation(character);
    }
}
