package dev.epitome.engine;

import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.engine.Retriever.Selection;
import dev.epitome.engine.Retriever.TopArticle;
import dev.epitome.engine.WrittenForms.Seen;
import dev.epitome.search.SearchFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How articles of one index use a word: whether it is a name, and whether it can be a noun. A few articles are asked,
 * and no more than some words; of others nothing is known. For one request.
 */
final class WordUses {

    /** How many articles are asked about a word. */
    private static final int WITNESSES = 12;

    /** About how many words. */
    private static final int MOST_ASKED = 60;

    /** Of a long summary the beginning tells enough, in characters. */
    private static final int READ = 2_000;

    /** With fewer places of a word nothing can be said about its kind. */
    private static final int TELLING_PLACES = 5;

    /** A noun stands alone behind an article or the like at one of so many places, where others never do. */
    private static final int NOUN_AT_ONE_OF = 25;

    /** So often what is described by others, such as the layer of a boundary layer, ends what is said of it. */
    private static final int ENDS_AT_ONE_OF = 3;

    /** Endings of what is no noun for that alone. */
    private static final Pattern VERBAL = Pattern.compile("([^e]ed|ing|ly)$");

    /** Of these, those that are none wherever the contrary is not seen. */
    private static final Pattern SURELY_VERBAL = Pattern.compile("([^e]ed|ly)$");

    /** Behind these stands a noun, or what describes it. No other language has most of them. */
    private static final Set<String> BEFORE_NOUNS =
            Set.of("the a an of this these those its their our your each every any no".split(" "));

    private static final Set<String> OPEN = Set.of("and", "or", "but");

    private final IndexState state;
    private final Map<String, Uses> known = new HashMap<>();
    private final Map<Integer, List<Text>> read = new HashMap<>();

    private record Text(String text, boolean english, boolean title) {
        static Text of(String text, boolean title) {
            return new Text(text, text.contains(" the ") || text.contains(" of "), title);
        }
    }

    /** At how many places of which kind a word stands. */
    private static final class Uses {
        private int capitals;
        private int alone;
        private int small;
        private int places;
        private int nouns;
        private int ends;
        private boolean english;
    }

    WordUses(IndexState state) {
        this.state = state;
    }

    /** Whether it is mostly written with a capital where a sentence goes on: titles and beginnings have them anyway. */
    boolean areOfName(Seen seen) {
        Uses uses = of(seen);
        return uses.capitals > uses.small;
    }

    /** Whether it also is where no other capital stands beside it: the World Cup makes no name of world. */
    boolean areOfNameAlone(Seen seen) {
        Uses uses = of(seen);
        return uses.alone > uses.small;
    }

    /** Whether it can be a noun, as far as the articles tell: in other languages than English they tell nothing. */
    boolean mayBeOfNoun(Seen seen) {
        Uses uses = of(seen);
        String word = seen.word().exact();
        if (!uses.english || uses.nouns * NOUN_AT_ONE_OF >= Math.max(1, uses.places)) {
            return true;
        }
        return uses.places < TELLING_PLACES
                ? !SURELY_VERBAL.matcher(word).find()
                : uses.ends * ENDS_AT_ONE_OF >= uses.places
                        && !VERBAL.matcher(word).find();
    }

    private Uses of(Seen seen) {
        String word = seen.word().exact();
        Uses uses = known.get(word);
        if (uses == null) {
            uses = known.size() < MOST_ASKED ? ask(word, seen.form()) : new Uses();
            known.put(word, uses);
        }
        return uses;
    }

    private Uses ask(String word, String form) {
        Uses uses = new Uses();
        Plan with = new Plan.Only(Plan.word(TermField.EXACT, word));
        for (TopArticle article : state.retriever()
                .top(with, SearchFilter.NONE, Selection.best(WITNESSES))
                .articles()) {
            texts(article.number()).forEach(text -> add(text, form, uses));
        }
        return uses;
    }

    private List<Text> texts(int number) {
        return read.computeIfAbsent(number, none -> {
            Article article = state.articles().article(number);
            return List.of(Text.of(article.title(), true), Text.of(CleanText.start(article.summary(), READ), false));
        });
    }

    /** Looks at the letters alone: to take texts apart into words would cost more than all else of a request. */
    private static void add(Text text, String form, Uses uses) {
        String all = text.text();
        uses.english |= text.english();
        for (int at = 0; at + form.length() <= all.length(); at++) {
            int end = at + form.length();
            boolean same = all.regionMatches(true, at, form, 0, form.length());
            if (!same || isWithinWord(all, at) || isWithinWord(all, end)) {
                continue;
            }
            if (!Character.isUpperCase(all.charAt(at))) {
                uses.small++;
            } else if (!text.title() && !WrittenForms.beginsSentence(all, at)) {
                uses.capitals++;
                uses.alone += isAmongCapitals(all, at, end) ? 0 : 1;
            }
            uses.places++;
            if (endsPhrase(all, end)) {
                uses.ends++;
                uses.nouns += BEFORE_NOUNS.contains(wordBefore(all, at)) ? 1 : 0;
            }
        }
    }

    private static boolean isWithinWord(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at));
    }

    private static boolean isAmongCapitals(String text, int start, int end) {
        int before = text.lastIndexOf(' ', start - 2) + 1;
        boolean first = before < start - 1 && WrittenForms.beginsSentence(text, before);
        return (before < start - 1 && !first && Character.isUpperCase(text.charAt(before)))
                || (end + 1 < text.length() && text.charAt(end) == ' ' && Character.isUpperCase(text.charAt(end + 1)));
    }

    private static String wordBefore(String text, int at) {
        if (at == 0 || text.charAt(at - 1) != ' ') {
            return "";
        }
        int start = text.lastIndexOf(' ', at - 2) + 1;
        return text.substring(start, Math.max(start, at - 1)).toLowerCase(Locale.ROOT);
    }

    private static boolean endsPhrase(String text, int end) {
        if (end + 1 >= text.length() || text.charAt(end) != ' ') {
            // What stands before a comma may be the first of several adjectives.
            return end >= text.length() || "-,".indexOf(text.charAt(end)) < 0;
        }
        int next = end + 1;
        while (next < text.length() && Character.isLetterOrDigit(text.charAt(next))) {
            next++;
        }
        String word = text.substring(end + 1, next);
        return word.isEmpty() || (StopWords.has(word) && !OPEN.contains(word));
    }
}
