package dev.epitome.keys;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.keys.SlowHash.BadLine;
import dev.epitome.keys.SlowHash.Derivation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys that a service knows, as they were when they were read. Immutable, for any number of threads. */
public final class Keys {

    /** No key at all. */
    public static final Keys NONE = new Keys(Map.of(), SlowHash::pbkdf2);

    static final int MOST_KEYS = 1_000;
    static final int MOST_BYTES = 1 << 20;

    /** Begins with what those look for who search for secrets in files that should hold none. */
    private static final Pattern KEY = Pattern.compile("epi_([a-z0-9]{8})_([A-Za-z0-9_-]{43})");

    private final Map<String, StoredKey> byId;
    private final Derivation derivation;

    /** Who names an unknown id waits as long as who names a known one. */
    private final SlowHash nobodys = SlowHash.ofNone(new SecureRandom());

    private Keys(Map<String, StoredKey> byId, Derivation derivation) {
        this.byId = Collections.unmodifiableMap(byId);
        this.derivation = derivation;
    }

    /**
     * Reads a key file to its end.
     *
     * @param name what messages call it
     * @throws EpitomeException of kind {@link Kind#NO_INPUT} when it cannot be read, is too large, or has a line that
     *     is none: the message names the line, and repeats nothing of it
     */
    public static Keys read(InputStream file, String name) {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(name, "name");
        try {
            byte[] bytes = file.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new EpitomeException(
                        Kind.NO_INPUT, name + " has more than " + MOST_BYTES + " bytes: name a file of keys");
            }
            return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)), name, SlowHash::pbkdf2);
        } catch (CharacterCodingException e) {
            throw new EpitomeException(Kind.NO_INPUT, name + " is not in UTF-8: name a file of keys", e);
        } catch (IOException e) {
            throw new EpitomeException(Kind.NO_INPUT, "cannot read keys from " + name + ": " + e.getMessage(), e);
        }
    }

    /** As above, with another way to derive hashes. */
    static Keys parse(CharSequence text, String name, Derivation derivation) {
        Map<String, StoredKey> byId = new LinkedHashMap<>();
        List<String> lines = text.toString().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    add(StoredKey.parse(line), byId);
                } catch (BadLine e) {
                    throw new EpitomeException(
                            Kind.NO_INPUT,
                            "line " + (i + 1) + " of " + name + " is no key: " + e.getMessage()
                                    + ". Correct it, or take it out.",
                            e);
                }
            }
        }
        return new Keys(byId, derivation);
    }

    private static void add(StoredKey key, Map<String, StoredKey> byId) throws BadLine {
        if (byId.putIfAbsent(key.id(), key) != null) {
            throw new BadLine("its id is that of an earlier line");
        }
        if (byId.size() > MOST_KEYS) {
            throw new BadLine("there are more than " + MOST_KEYS);
        }
    }

    /** With one more, in the place of one that has its id. */
    public Keys with(StoredKey other) {
        Objects.requireNonNull(other, "other");
        Map<String, StoredKey> more = new LinkedHashMap<>(byId);
        more.put(other.id(), other);
        return new Keys(more, derivation);
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    /** In the order of the file. */
    public List<StoredKey> all() {
        return List.copyOf(byId.values());
    }

    /** The id within what has the form of a key; empty for all else. Whether there is such a key it does not say. */
    public static Optional<String> id(String key) {
        Matcher form = KEY.matcher(Objects.requireNonNull(key, "key"));
        return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }

    /**
     * What is known of a key; empty where its secret or its id is wrong. Takes some quarter of a second on one core,
     * whichever it is; only for what has not the form of a key it takes no time.
     */
    public Optional<StoredKey> verified(String key) {
        Matcher form = KEY.matcher(Objects.requireNonNull(key, "key"));
        if (!form.matches()) {
            return Optional.empty();
        }
        Optional<StoredKey> stored = Optional.ofNullable(byId.get(form.group(1)));
        boolean right = stored.map(StoredKey::hash).orElse(nobodys).isOf(form.group(2), derivation);
        return stored.filter(known -> right);
    }
}
