package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How articles write a word. Prose within a sentence tells most: where a sentence or a title begins, any word has a
 * capital, and tags do without them.
 */
final class WrittenForms {

    /** Of a long summary the beginning tells enough, in characters. */
    private static final int READ = 4_000;

    /** Where a form stands, by how much it tells, from least to most. */
    enum Standing {
        NAME,
        TAG,
        START,
        TITLE,
        PROSE
    }

    /**
     * A word of an article as it is written there.
     *
     * @param shouted whether it stands among capitals
     * @param isWholeText whether there is nothing else, such as in a tag of one word
     */
    record Seen(String form, TextWord word, Standing standing, boolean shouted, boolean isWholeText) {

        /** Whether it is one of the loose terms, or a compound of one. */
        boolean hasAny(Set<String> terms) {
            return terms.contains(word.loose()) || word.parts().stream().anyMatch(part -> terms.contains(part.term()));
        }
    }

    private final List<Seen> seen;

    private WrittenForms(List<Seen> seen) {
        this.seen = seen;
    }

    static WrittenForms of(Article article) {
        List<Seen> seen = new ArrayList<>();
        add(seen, article.title(), Standing.TITLE);
        add(seen, CleanText.start(article.summary(), READ), Standing.PROSE);
        article.tags().forEach(tag -> add(seen, tag, Standing.TAG));
        article.authors().forEach(name -> add(seen, name, Standing.NAME));
        article.source().ifPresent(name -> add(seen, name, Standing.NAME));
        return new WrittenForms(seen);
    }

    private static void add(List<Seen> seen, String text, Standing standing) {
        List<TextWord> words = TextAnalysis.words(text);
        boolean shouted = isShouted(text);
        for (TextWord word : words) {
            boolean start = standing == Standing.PROSE && beginsSentence(text, word.start());
            String form = text.substring(word.start(), word.end());
            seen.add(new Seen(form, word, start ? Standing.START : standing, shouted, words.size() == 1));
        }
    }

    /** Whether most letters are capitals; one word alone does not tell. */
    private static boolean isShouted(String text) {
        long capitals = text.chars().filter(Character::isUpperCase).count();
        long small = text.chars().filter(Character::isLowerCase).count();
        return capitals > small && text.indexOf(' ') >= 0;
    }

    /** Those of a kind. */
    WrittenForms only(Predicate<Seen> kind) {
        return new WrittenForms(seen.stream().filter(kind).toList());
    }

    /** At how many places there is one of a kind. */
    long count(Predicate<Seen> kind) {
        return seen.stream().filter(kind).count();
    }

    static boolean beginsSentence(String text, int start) {
        int before = start - 1;
        while (before >= 0 && !Character.isLetterOrDigit(text.charAt(before))) {
            if (".!?:".indexOf(text.charAt(before)) >= 0) {
                return true;
            }
            before--;
        }
        return before < 0;
    }

    /** The form in which most of the articles have a word; of several, the one with fewer capitals. */
    static Optional<String> most(Collection<WrittenForms> articles, Predicate<TextWord> wanted) {
        Map<String, Integer> counts = new HashMap<>();
        Standing best = Standing.NAME;
        for (WrittenForms article : articles) {
            for (Seen one : article.seen) {
                if (one.standing().compareTo(best) >= 0 && wanted.test(one.word())) {
                    if (one.standing() != best) {
                        best = one.standing();
                        counts.clear();
                    }
                    counts.merge(one.form(), 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .max(Comparator.comparingInt((Entry<String, Integer> form) -> form.getValue())
                        .thenComparingInt(form -> -capitals(form.getKey()))
                        .thenComparing(Entry::getKey))
                .map(Entry::getKey);
    }

    private static int capitals(String form) {
        String lower = form.toLowerCase(Locale.ROOT);
        int capitals = 0;
        for (int i = 0; i < Math.min(form.length(), lower.length()); i++) {
            capitals += form.charAt(i) == lower.charAt(i) ? 0 : 1;
        }
        return capitals;
    }
}
