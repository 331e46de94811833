package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.article.Article;
import dev.epitome.engine.WrittenForms.Seen;
import dev.epitome.engine.WrittenForms.Standing;
import dev.epitome.query.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which words of articles are subjects: names, terms of the field, tags; not the verbs and everyday words that any
 * article has. There must be evidence, and a capital in a title is none, as there all words may have one. For one
 * request.
 */
final class Subjects {

    /** Said so often, or in the title, a word is no word in passing. */
    private static final int DWELT_ON = 2;

    /** In letters, where these are Latin: of Chinese, two are a word. */
    private static final int SHORTEST_PLAIN = 3;

    private static final char FIRST_OF_OTHER_SCRIPTS = '\u0250';

    /** Version 3 or part III of something does not say of what. */
    private static final Pattern NUMBERED = Pattern.compile("v\\d+|[IVX]+");

    private final IndexState state;
    private final TermStatistics terms;
    private final WordUses uses;
    private final Map<String, WrittenForms> read = new HashMap<>();
    private final Map<String, Boolean> aliases = new HashMap<>();

    Subjects(IndexState state, TermStatistics terms) {
        this.state = state;
        this.terms = terms;
        this.uses = new WordUses(state);
    }

    /**
     * The forms in which an article names subjects, and compounds of them.
     *
     * @param terms the loose terms that matter: of others nothing is looked up
     */
    WrittenForms of(Article article, Set<String> terms) {
        WrittenForms wanted = written(article).only(seen -> seen.hasAny(terms));
        Set<String> authors = article.authors().stream()
                .flatMap(author -> TextAnalysis.words(author).stream())
                .map(TextWord::exact)
                .collect(Collectors.toSet());
        boolean untagged = article.tags().isEmpty();
        return wanted.only(seen -> switch (seen.standing()) {
            case NAME -> false;
            case TAG -> seen.isWholeText();
            case START, TITLE, PROSE ->
                isTerm(seen, authors) || (untagged && isDweltOn(seen.word(), wanted) && isPlainSubject(seen));
        });
    }

    /** By itself, whatever else its article says. */
    private boolean isTerm(Seen seen, Set<String> authors) {
        TextWord word = seen.word();
        boolean everyday = EverydayWords.has(word.exact());
        if (TextAnalysis.isListedName(word) || (!everyday && (isAlias(seen) || isTag(word.exact())))) {
            return true;
        }
        if (authors.contains(word.exact()) || NUMBERED.matcher(seen.form()).matches()) {
            return false;
        }
        boolean capital =
                Character.isUpperCase(seen.form().charAt(0)) && seen.form().length() > 1;
        return everyday
                ? capital && uses.areOfNameAlone(seen)
                : isWrittenAsName(seen) || (capital && uses.areOfName(seen));
    }

    /** The article that others are related to is asked about again for each. */
    private WrittenForms written(Article article) {
        return read.computeIfAbsent(article.id(), id -> WrittenForms.of(article));
    }

    private boolean isAlias(Seen seen) {
        return aliases.computeIfAbsent(
                seen.form(), form -> !state.aliases().meanings(List.of(form)).isEmpty());
    }

    /**
     * In capitals, with one in its middle, or with a digit: an acronym or a name of the field. Not where the whole text
     * is in capitals, nor what begins with a digit: that is how many.
     */
    private static boolean isWrittenAsName(Seen seen) {
        String form = seen.form();
        if (!Character.isLetter(form.charAt(0))) {
            return false;
        }
        boolean digit = false;
        boolean within = false;
        int capitals = 0;
        int small = 0;
        for (int i = 0; i < form.length(); i++) {
            char here = form.charAt(i);
            digit |= Character.isDigit(here);
            small += Character.isLowerCase(here) ? 1 : 0;
            capitals += Character.isUpperCase(here) ? 1 : 0;
            within |= i > 0 && Character.isUpperCase(here) && Character.isLowerCase(form.charAt(i - 1));
        }
        boolean acronym = capitals > 1 && (small == 0 || (small == 1 && form.endsWith("s")));
        return digit || within || (acronym && !seen.shouted());
    }

    /** Whether any article is tagged with a word or its plural. */
    private boolean isTag(String word) {
        Stream<String> singular = Stream.of("s", "es")
                .filter(ending -> word.endsWith(ending) && word.length() > ending.length() + 1)
                .map(ending -> word.substring(0, word.length() - ending.length()));
        Stream<String> ofY =
                word.endsWith("ies") ? Stream.of(word.substring(0, word.length() - 3) + "y") : Stream.of(word + "s");
        return Stream.of(Stream.of(word), singular, ofY)
                .flatMap(forms -> forms)
                .anyMatch(form -> terms.has(new TermField.Values(Field.TAG), form));
    }

    private static boolean isDweltOn(TextWord word, WrittenForms article) {
        return article.count(seen -> seen.word().loose().equals(word.loose()) && seen.standing() == Standing.TITLE) > 0
                || article.count(seen -> seen.word().loose().equals(word.loose())) >= DWELT_ON;
    }

    /** Where tags don't tell, what articles dwell on does, unless it is a word that any text has. */
    private boolean isPlainSubject(Seen seen) {
        TextWord word = seen.word();
        char first = word.exact().charAt(0);
        boolean latin = first < FIRST_OF_OTHER_SCRIPTS;
        return Character.isLetter(first)
                && (!latin || word.exact().length() >= SHORTEST_PLAIN)
                && !EverydayWords.has(word.exact())
                && uses.mayBeOfNoun(seen);
    }
}
