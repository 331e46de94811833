package dev.epitome.engine;

import dev.epitome.alias.AliasDictionary;
import dev.epitome.analysis.TextWord;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.Corrected;
import dev.epitome.query.QueryExpression.Prefix;
import dev.epitome.query.QueryExpression.Reading;
import dev.epitome.query.QueryExpression.Word;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left of a word that no article has: the word within its signs, its parts, what stands before its number or
 * its ending, the words glued together in it, and at last its beginning. The first that articles have is taken. Costs
 * two look-ups a letter at most.
 */
final class Fallbacks {

    private static final int LONGEST = 40;

    /** Of the shortest word that is left. */
    private static final int SHORTEST = 3;

    /** Words glued together are at least so long, or some article has both. */
    private static final int SHORTEST_TO_TRUST = 4;

    /** A word that begins others has as many letters, and one whose own beginning is looked for more. */
    private static final int SHORTEST_BEGINNING = 4;

    /** Between these stand words of their own, which may have signs in them: C#/.NET. */
    private static final Pattern LOOSE_SIGNS = Pattern.compile("[/|,&:;=@]+");

    /** All signs but the points of numbers. */
    private static final Pattern TIGHT_SIGNS = Pattern.compile("(?<![0-9])\\.|\\.(?![0-9])|[^\\p{L}\\p{M}\\p{N}.]+");

    /** Letters and the number of a version behind them. */
    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}{2,})([0-9][0-9.]*)");

    /** What names of projects are lengthened by, where the plain name is a word already. */
    private static final List<String> ENDINGS = List.of(
            "js", "lang", "io", "db", "py", "rs", "rb", "sql", "net", "app", "api", "cli", "sdk", "hq", "ai", "dev",
            "ui", "os", "kit");

    /** Letters that German and the languages of Scandinavia write in two ways. */
    private static final List<List<String>> SPELLINGS = List.of(
            List.of("ae", "a"),
            List.of("oe", "o"),
            List.of("ue", "u"),
            List.of("ä", "ae"),
            List.of("ö", "oe"),
            List.of("ø", "oe"),
            List.of("ü", "ue"),
            List.of("å", "aa"));

    private final IndexState state;
    private final TermStatistics terms;
    private final AliasDictionary aliases;

    Fallbacks(IndexState state, TermStatistics terms, AliasDictionary aliases) {
        this.state = state;
        this.terms = terms;
        this.aliases = aliases;
    }

    /** What takes the place of a word before its spelling is doubted. */
    Optional<Corrected> of(String typed, TextWord word) {
        String exact = word.exact();
        if (exact.length() > LONGEST) {
            return Optional.empty();
        }
        String bare = withoutSign(exact);
        if (bare.length() < exact.length() && isKnown(bare)) {
            return read(typed, new Word(bare), Reading.WITHOUT_SIGN);
        }
        return parts(typed, bare)
                .or(() -> withoutNumber(typed, bare))
                .or(() -> withoutEnding(typed, bare))
                .or(() -> glued(typed, bare))
                .or(() -> otherLetters(typed));
    }

    /** What takes its place where its spelling tells nothing either. */
    Optional<Corrected> last(String typed, TextWord word) {
        String exact = word.exact();
        boolean letters = exact.chars().allMatch(Character::isLetter);
        if (!letters || exact.length() < SHORTEST_BEGINNING || exact.length() > LONGEST) {
            return Optional.empty();
        }
        if (state.lexicon().first(TermField.EXACT, exact).isPresent()) {
            return read(typed, new Prefix(exact), Reading.LONGER);
        }
        for (int end = exact.length() - 1; end >= SHORTEST && exact.length() > SHORTEST_BEGINNING; end--) {
            String beginning = exact.substring(0, end);
            if (terms.has(TermField.EXACT, beginning) && !StopWords.has(beginning)) {
                return read(typed, new Word(beginning), Reading.BEGINNING);
            }
        }
        return Optional.empty();
    }

    private static Optional<Corrected> read(String typed, QueryExpression as, Reading reading) {
        return Optional.of(new Corrected(typed, as, reading));
    }

    private static String withoutSign(String exact) {
        int start = 0;
        while (start < exact.length() && !Character.isLetterOrDigit(exact.charAt(start))) {
            start++;
        }
        return exact.substring(start);
    }

    /** Between its signs; numbers only where a word stands beside them, or where some article has them all. */
    private Optional<Corrected> parts(String typed, String exact) {
        if (exact.endsWith("+") || exact.endsWith("#")) {
            return Optional.empty(); // C++ is no C, and there is no Zig++.
        }
        Set<String> known = new LinkedHashSet<>();
        for (String whole : LOOSE_SIGNS.split(exact, -1)) {
            if (!whole.equals(exact) && isWord(whole)) {
                known.add(whole);
                continue;
            }
            for (String part : TIGHT_SIGNS.split(whole, -1)) {
                Matcher numbered = NUMBERED.matcher(part);
                if (!part.equals(exact) && isWord(part)) {
                    known.add(part);
                } else if (!part.equals(exact) && numbered.matches() && isWord(numbered.group(1))) {
                    known.add(numbered.group(1));
                }
            }
        }
        List<Word> words = known.stream().map(Word::new).toList();
        boolean isAnyWord = known.stream().anyMatch(part -> part.chars().anyMatch(Character::isLetter));
        return isAnyWord || areTogether(TermField.LOOSE, words)
                ? read(typed, QueryExpression.allOf(words), Reading.PARTS)
                : Optional.empty();
    }

    private boolean isWord(String part) {
        return part.length() > 1 && !StopWords.has(part) && isKnown(part);
    }

    private Optional<Corrected> withoutNumber(String typed, String exact) {
        Matcher numbered = NUMBERED.matcher(exact);
        if (!numbered.matches()) {
            return Optional.empty();
        }
        Word name = new Word(numbered.group(1));
        if (!isWord(name.text())) {
            return withoutEnding(typed, name.text()).or(() -> glued(typed, name.text()));
        }
        boolean isOtherName = !terms.has(TermField.EXACT, name.text());
        return isOtherName && isKnown(numbered.group(2))
                ? read(typed, QueryExpression.allOf(List.of(name, new Word(numbered.group(2)))), Reading.PARTS)
                : read(typed, name, Reading.WITHOUT_NUMBER);
    }

    private Optional<Corrected> withoutEnding(String typed, String exact) {
        for (String ending : ENDINGS) {
            if (exact.endsWith(ending)) {
                String name = exact.substring(0, exact.length() - ending.length());
                if (name.length() >= SHORTEST && !StopWords.has(name) && isKnown(name)) {
                    return read(typed, new Word(name), Reading.WITHOUT_ENDING);
                }
            }
        }
        return Optional.empty();
    }

    /** Two words as one, where it says most to cut: the rarer half in most articles. */
    private Optional<Corrected> glued(String typed, String exact) {
        if (!exact.codePoints().allMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        Optional<Corrected> best = Optional.empty();
        int most = 0;
        for (int at = SHORTEST; at <= exact.length() - SHORTEST; at++) {
            String first = exact.substring(0, at);
            String second = exact.substring(at);
            if (StopWords.has(first) || StopWords.has(second) || !isKnown(first) || !isKnown(second)) {
                continue;
            }
            int rarer = Math.min(articlesWith(first), articlesWith(second));
            boolean trusted = Math.min(first.length(), second.length()) >= SHORTEST_TO_TRUST;
            List<Word> both = List.of(new Word(first), new Word(second));
            if (rarer >= most && (trusted || areTogether(TermField.EXACT, both))) {
                most = rarer;
                best = read(typed, QueryExpression.allOf(both), Reading.PARTS);
            }
        }
        return best;
    }

    private boolean areTogether(TermField field, List<Word> words) {
        List<Plan> each = words.stream()
                .<Plan>map(word -> new Plan.Only(Plan.word(field, word.text())))
                .toList();
        return words.size() > 1 && state.retriever().matchesAny(Plan.allOf(each));
    }

    private Optional<Corrected> otherLetters(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        for (List<String> spelling : SPELLINGS) {
            String other = lower.replace(spelling.getFirst(), spelling.getLast());
            if (!other.equals(lower) && isKnown(other)) {
                return read(typed, new Word(other), Reading.LETTERS);
            }
        }
        return Optional.empty();
    }

    private int articlesWith(String text) {
        return terms.articlesWith(TermField.EXACT, text);
    }

    private boolean isKnown(String text) {
        List<TextWord> words = terms.words(text);
        return words.size() == 1
                && (terms.has(words.getFirst())
                        || !aliases.meanings(List.of(text)).isEmpty());
    }
}
