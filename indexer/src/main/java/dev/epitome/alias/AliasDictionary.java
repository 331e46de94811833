package dev.epitome.alias;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.Sha256;
import dev.epitome.alias.AcronymFinder.Definition;
import dev.epitome.alias.AliasDictionary.Meaning;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    private final Map<String, List<Meaning>> meanings;
    private final Optional<AliasTable> stored;
    private final int longest;
    private final String fingerprint;

    AliasDictionary(Map<String, List<Meaning>> meanings) {
        this.meanings = meanings.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
        stored = Optional.empty();
        longest = meanings.keySet().stream().mapToInt(AliasKey::words).max().orElse(0);
        fingerprint = fingerprint(this.meanings);
    }

    private AliasDictionary(AliasDictionary first, AliasTable stored) {
        meanings = first.meanings;
        this.stored = Optional.of(stored);
        longest = Math.max(first.longest, stored.longest());
        fingerprint = Sha256.hex(first.fingerprint + stored.fingerprint(), 8);
    }

    /** The dictionary that comes with Epitome. */
    public static AliasDictionary shipped() {
        return Shipped.DICTIONARY;
    }

    /** A dictionary in which nothing is listed. */
    public static AliasDictionary none() {
        return new AliasDictionary(Map.of());
    }

    /**
     * Each acronym means its expansions and each expansion its acronyms. The order of the definitions makes no
     * difference; how often one is among them does, as at most {@link #MAX_LEARNED_MEANINGS} are kept of a word.
     */
    public static AliasDictionary learned(Collection<Definition> definitions) {
        Objects.requireNonNull(definitions, "definitions");
        return LearnedAliases.of(definitions);
    }

    /**
     * The same dictionary as bytes, for {@link #stored}.
     *
     * @throws IllegalStateException where it was read from such bytes itself
     */
    public byte[] written() {
        if (stored.isPresent()) {
            throw new IllegalStateException("it was written before");
        }
        return AliasTable.written(meanings, longest, fingerprint);
    }

    /**
     * A dictionary that was {@link #written}. What it lists is read when it is asked for, so that it costs next to
     * nothing to have.
     *
     * @throws IllegalArgumentException where these are no such bytes
     */
    public static AliasDictionary stored(byte[] written) {
        Objects.requireNonNull(written, "written");
        try {
            return new AliasDictionary(none(), AliasTable.of(written));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the dictionary ends too soon", e);
        }
    }

    /**
     * All that either lists. Of a word that both list, the meanings of this dictionary come first.
     *
     * @throws IllegalStateException where this one is {@link #stored}: only the other may be
     */
    public AliasDictionary with(AliasDictionary others) {
        Objects.requireNonNull(others, "others");
        if (stored.isPresent() || (others.stored.isPresent() && !others.meanings.isEmpty())) {
            throw new IllegalStateException("of two dictionaries only the second can be a stored one");
        }
        if (others.size() == 0) {
            return this;
        }
        if (others.stored.isPresent()) {
            return new AliasDictionary(this, others.stored.get());
        }
        Builder both = new Builder();
        both.addAll(meanings);
        both.addAll(others.meanings);
        return both.build();
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
        List<Meaning> first = meanings.getOrDefault(key, List.of());
        List<Meaning> more = stored.map(table -> table.meanings(key)).orElse(List.of());
        if (first.isEmpty() || more.isEmpty()) {
            return first.isEmpty() ? more : first;
        }
        Builder both = new Builder();
        both.addAll(Map.of(key, first));
        both.addAll(Map.of(key, more));
        return both.meanings.getOrDefault(key, List.of());
    }

    /** How many words the longest listed left side has, where hyphens are counted as spaces; 0 where none is listed. */
    public int longest() {
        return longest;
    }

    /** Differs between dictionaries that give different answers; the same for the same lines on every machine. */
    public String fingerprint() {
        return fingerprint;
    }

    /** How many words or word groups have a meaning; those of a stored dictionary beside another count twice. */
    public int size() {
        return meanings.size() + stored.map(AliasTable::size).orElse(0);
    }

    private static String fingerprint(Map<String, List<Meaning>> meanings) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(meanings).forEach((key, list) -> {
            text.append(key);
            list.forEach(meaning ->
                    text.append('\t').append(meaning.text()).append('\t').append(meaning.origin()));
            text.append('\n');
        });
        return Sha256.hex(text.toString(), 8);
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

        private final Map<String, List<Meaning>> meanings = new LinkedHashMap<>();
        private final Map<String, Set<String>> known = new LinkedHashMap<>();

        /** Adds that {@code left} is also called {@code right}, unless the two have the same key. */
        void add(String left, String right, AliasOrigin origin) {
            addByKey(AliasKey.of(left), new Meaning(right, origin));
        }

        void addAll(Map<String, List<Meaning>> others) {
            others.forEach((key, list) -> list.forEach(meaning -> addByKey(key, meaning)));
        }

        AliasDictionary build() {
            return new AliasDictionary(meanings);
        }

        private void addByKey(String key, Meaning meaning) {
            String other = AliasKey.of(meaning.text());
            if (!key.equals(other)
                    && known.computeIfAbsent(key, k -> new HashSet<>()).add(other)) {
                meanings.computeIfAbsent(key, k -> new ArrayList<>()).add(meaning);
            }
        }
    }
}
