package dev.epitome.alias;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.Sha256;
import dev.epitome.alias.AcronymFinder.Definition;
import dev.epitome.alias.AliasLine.Term;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Words that mean the same. Immutable, so any number of threads may ask it.
 *
 * <p>What is listed is found however it is spelled: case, accents, width, the kind of quotes, and hyphens against
 * spaces don't matter, and a plural s at the end is looked through unless the word is listed with it. Symbols matter.
 * Meanings are not followed further: if one line says that a is b and another that b is c, then a is not c.
 */
public final class AliasDictionary {

    /** The most meanings that one acronym is given by what was learned; those defined most often are kept. */
    public static final int MAX_LEARNED_MEANINGS = 8;

    private static final String RESOURCE = "aliases.txt";

    /** What was put together: of a word that several list, the meanings of the first come first. */
    private final List<Map<String, List<Meaning>>> parts;

    private final int longest;

    /** Made when asked for: most dictionaries are only looked into. */
    private @Nullable String fingerprint;

    private AliasDictionary(List<Map<String, List<Meaning>>> parts, int longest) {
        this.parts = parts;
        this.longest = longest;
    }

    /** The dictionary that comes with Epitome. */
    public static AliasDictionary shipped() {
        return Shipped.DICTIONARY;
    }

    /** A dictionary in which nothing is listed. */
    public static AliasDictionary none() {
        return new AliasDictionary(List.of(), 0);
    }

    /**
     * Each acronym means its expansions and each expansion its acronyms. The order of the definitions makes no
     * difference; how often one is among them does, as at most {@link #MAX_LEARNED_MEANINGS} are kept of a word.
     */
    public static AliasDictionary learned(Collection<Definition> definitions) {
        Objects.requireNonNull(definitions, "definitions");
        return LearnedAliases.of(definitions);
    }

    /** All that either lists. Of a word that both list, the meanings of this dictionary come first. */
    public AliasDictionary with(AliasDictionary others) {
        Objects.requireNonNull(others, "others");
        List<Map<String, List<Meaning>>> both = new ArrayList<>(parts);
        both.addAll(others.parts);
        return new AliasDictionary(List.copyOf(both), Math.max(longest, others.longest));
    }

    /**
     * What else these words are called together.
     *
     * @param words as typed, from one to {@link #longest()} of them; a word may hold hyphens and punctuation
     * @return never the words themselves and nothing twice; empty where they are not listed
     */
    public List<Meaning> meanings(List<String> words) {
        Objects.requireNonNull(words, "words");
        String typed = String.join(" ", words);
        String key = AliasKey.of(typed);
        List<Meaning> listed = listed(key);
        return listed.isEmpty()
                ? AliasKey.singular(key, typed).map(this::listed).orElse(List.of())
                : listed;
    }

    private List<Meaning> listed(String key) {
        List<Meaning> listed = List.of();
        for (Map<String, List<Meaning>> part : parts) {
            List<Meaning> more = part.getOrDefault(key, List.of());
            listed = listed.isEmpty() ? more : more.isEmpty() ? listed : joined(listed, more);
        }
        return listed;
    }

    private static List<Meaning> joined(List<Meaning> first, List<Meaning> more) {
        Map<String, Meaning> byKey = new LinkedHashMap<>();
        first.forEach(meaning -> byKey.put(AliasKey.of(meaning.text()), meaning));
        more.forEach(meaning -> byKey.putIfAbsent(AliasKey.of(meaning.text()), meaning));
        return List.copyOf(byKey.values());
    }

    /** How many words the longest listed left side has, where hyphens are counted as spaces; 0 where none is listed. */
    public int longest() {
        return longest;
    }

    /** Differs between dictionaries that give different answers; the same for the same lines on every machine. */
    public String fingerprint() {
        // Threads that ask at once make the same.
        String made = fingerprint;
        if (made == null) {
            made = Sha256.hex(lines(), 8);
            fingerprint = made;
        }
        return made;
    }

    /** How many words or word groups have a meaning. */
    public int size() {
        return keys().size();
    }

    private SortedSet<String> keys() {
        SortedSet<String> keys = new TreeSet<>();
        parts.forEach(part -> keys.addAll(part.keySet()));
        return keys;
    }

    private String lines() {
        StringBuilder text = new StringBuilder();
        for (String key : keys()) {
            text.append(key);
            for (Meaning meaning : listed(key)) {
                text.append('\t').append(meaning.text()).append('\t').append(meaning.origin());
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Read when first asked for, and once. */
    private static final class Shipped {

        private static final AliasDictionary DICTIONARY = read();

        private static AliasDictionary read() {
            try (InputStream in = AliasDictionary.class.getResourceAsStream(RESOURCE)) {
                return AliasFile.read(Objects.requireNonNull(in, RESOURCE), RESOURCE, AliasOrigin.SHIPPED)
                        .dictionary();
            } catch (IOException e) {
                throw new EpitomeException(Kind.IO, "the shipped dictionary cannot be read", e);
            }
        }
    }

    /**
     * What else a word is called.
     *
     * @param text as the dictionary writes it, such as {@code Elastic Kubernetes Service}
     */
    public record Meaning(String text, AliasOrigin origin) {
        public Meaning {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /** Keeps meanings in the order in which they are added, each once. */
    static final class Builder {

        /** Of each key its meanings by their own. */
        private final Map<String, Map<String, Meaning>> meanings = new HashMap<>();

        private int longest;

        /** Adds that {@code left} is also called {@code right}, unless the two have the same key. */
        void add(String left, String right, AliasOrigin origin) {
            add(Term.of(left), Term.of(right), origin);
        }

        void add(Term left, Term right, AliasOrigin origin) {
            if (!left.key().equals(right.key())) {
                longest = Math.max(longest, AliasKey.words(left.key()));
                meanings.computeIfAbsent(left.key(), key -> new LinkedHashMap<>())
                        .putIfAbsent(right.key(), new Meaning(right.text(), origin));
            }
        }

        AliasDictionary build() {
            Map<String, List<Meaning>> built = HashMap.newHashMap(meanings.size());
            meanings.forEach((key, byKey) -> built.put(key, List.copyOf(byKey.values())));
            return new AliasDictionary(List.of(built), longest);
        }
    }
}
