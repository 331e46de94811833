package dev.epitome.analysis;

import java.util.HashMap;
import java.util.Map;
import org.tartarus.snowball.ext.EnglishStemmer;

/** The loose form of words without punctuation. For one thread. */
final class Stems {

    /** Words all in capitals up to this length are acronyms; longer ones are shouted prose. */
    private static final int LONGEST_ACRONYM = 5;

    /** Letters of the shortest last part of a name by whose final s it is a plural: ConfigMaps is, DevOps is not. */
    private static final int SHORTEST_PLURAL = 4;

    /** What is shorter means something else: {@code going} is not Go. */
    private static final int SHORTEST_STEM = 3;

    private final EnglishStemmer english = new EnglishStemmer();
    private final Map<String, String> remembered = new HashMap<>();
    private final int most;

    Stems() {
        this(0);
    }

    /** @param most stems that are remembered: the first words of many texts are those that most texts are made of */
    Stems(int most) {
        this.most = most;
    }

    /** The loose form of a piece of text without punctuation, given in lower case. */
    String loose(FoldedText text, int from, int to, String lower) {
        if (lower.length() < 2 || !text.asciiLettersOnly(from, to)) {
            return lower;
        }
        return switch (Case.of(text, from, to)) {
            case PROSE -> ofProse(lower);
            case ACRONYM -> lower;
            case ACRONYM_PLURAL -> KnownWords.isName(lower) ? lower : withoutLast(lower);
            case CAMEL_CASE -> ofCamelCase(text, to, lower);
        };
    }

    /** The loose form of a compound, joined, whose last piece has the given place in the text. */
    String looseCompound(FoldedText text, int lastFrom, int lastTo, String joined) {
        String last = text.lower(lastFrom, lastTo);
        String before = joined.substring(0, joined.length() - last.length());
        boolean isProse = joined.chars().allMatch(c -> FoldedText.isAsciiLetter((char) c))
                && Case.of(text, lastFrom, lastTo) == Case.PROSE
                && !KnownWords.isName(last);
        return isProse ? ofProse(joined) : before + loose(text, lastFrom, lastTo, last);
    }

    /** As if the word, in lower case, were no name, unless it is a known one. */
    String ofProse(String word) {
        String known = remembered.get(word);
        if (known != null) {
            return known;
        }
        String stem = stem(word);
        if (remembered.size() < most) {
            remembered.put(word, stem);
        }
        return stem;
    }

    private String stem(String word) {
        if (KnownWords.isName(word) || word.endsWith("js")) {
            return word;
        }
        if (word.endsWith("s") && (KnownWords.isName(withoutLast(word)) || isPluralWithoutVowel(word))) {
            return withoutLast(word);
        }
        String known = KnownWords.stem(word);
        if (known != null) {
            return known;
        }
        english.setCurrent(word);
        english.stem();
        String stem = english.getCurrent();
        return stem.length() < SHORTEST_STEM && stem.length() < word.length() - 1 ? word : stem;
    }

    private static String ofCamelCase(FoldedText text, int to, String lower) {
        if (!lower.endsWith("s") || KnownWords.isName(lower)) {
            return lower;
        }
        int capital = to - 1;
        while (!text.isUpper(capital)) {
            capital--;
        }
        char before = lower.charAt(lower.length() - 2);
        boolean isPlural = to - capital >= SHORTEST_PLURAL && "aisu".indexOf(before) < 0;
        return isPlural ? withoutLast(lower) : lower;
    }

    /** An acronym in lower case: {@code llms}. The stemmer takes a word without a vowel for a singular. */
    private static boolean isPluralWithoutVowel(String word) {
        for (int i = 0; i < word.length(); i++) {
            if ("aeiouy".indexOf(word.charAt(i)) >= 0) {
                return false;
            }
        }
        return word.length() > 2 && !word.endsWith("ss");
    }

    private static String withoutLast(String word) {
        return word.substring(0, word.length() - 1);
    }

    /** What capitals say of a word. */
    private enum Case {
        PROSE,
        ACRONYM,
        ACRONYM_PLURAL,
        CAMEL_CASE;

        static Case of(FoldedText text, int from, int to) {
            int capitals = 0;
            for (int i = from; i < to; i++) {
                capitals += text.isUpper(i) ? 1 : 0;
            }
            int length = to - from;
            if (capitals == length && length > 1) {
                return length <= LONGEST_ACRONYM ? ACRONYM : PROSE;
            }
            if (capitals == 0 || (capitals == 1 && text.isUpper(from))) {
                return PROSE;
            }
            return capitals == length - 1 && text.at(to - 1) == 's' ? ACRONYM_PLURAL : CAMEL_CASE;
        }
    }
}
