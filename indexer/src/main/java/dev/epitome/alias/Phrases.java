package dev.epitome.alias;

/** The pieces of a sentence that a definition may be made of. */
final class Phrases {

    /** A long form is looked for in no more than this, so that a long sentence costs no more than a short one. */
    private static final int MAX_BEFORE = 160;

    private Phrases() {}

    /**
     * What stands between {@code from} and {@code to}, from its last end of a sentence, and not more than is needed.
     */
    static String lastSentence(String text, int from, int to) {
        int start = Math.max(from, to - MAX_BEFORE);
        if (start > from) {
            // The first word may be cut: pass over it.
            while (start < to && !Character.isWhitespace(text.charAt(start))) {
                start++;
            }
        }
        for (int i = to - 1; i >= start; i--) {
            if (isEnd(text, i, to)) {
                return text.substring(i + 1, to);
            }
        }
        return text.substring(start, to);
    }

    /** The start of what stands in parentheses: {@code CQRS} of {@code CQRS, for short}. */
    static String upToComma(String inside) {
        for (int i = 0; i < inside.length(); i++) {
            if (",;:".indexOf(inside.charAt(i)) >= 0) {
                return inside.substring(0, i);
            }
        }
        return inside;
    }

    static String lastWord(String text) {
        String stripped = text.stripTrailing();
        int start = stripped.length();
        while (start > 0 && !Character.isWhitespace(stripped.charAt(start - 1))) {
            start--;
        }
        return stripped.substring(start);
    }

    private static boolean isEnd(String text, int at, int to) {
        char c = text.charAt(at);
        if ("\n;()[]{}".indexOf(c) >= 0) {
            return true;
        }
        boolean last = at + 1 == to || Character.isWhitespace(text.charAt(at + 1));
        return last && ".:!?".indexOf(c) >= 0;
    }
}
