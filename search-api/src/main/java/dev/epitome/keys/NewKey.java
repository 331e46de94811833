package dev.epitome.keys;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.CleanText;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Objects;

/** A key that was just made: the only moment at which its secret is known here. */
public final class NewKey {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LETTERS_OF_ID = 8;
    private static final int BYTES_OF_SECRET = 32;

    private final String text;
    private final StoredKey stored;

    private NewKey(String text, StoredKey stored) {
        this.text = text;
        this.stored = stored;
    }

    /**
     * Makes one, of 256 random bits.
     *
     * @param name for people, at most {@value StoredKey#LONGEST_NAME} characters; empty for none
     * @param day on which it is made
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when the name is too long
     */
    public static NewKey make(Role role, String name, LocalDate day) {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(day, "day");
        String clean = CleanText.of(name);
        if (clean.length() > StoredKey.LONGEST_NAME) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST,
                    "the name of the key has " + clean.length() + " characters: give at most "
                            + StoredKey.LONGEST_NAME);
        }
        SecureRandom random = new SecureRandom();
        StringBuilder id = new StringBuilder();
        random.ints(LETTERS_OF_ID, 0, LETTERS.length()).forEach(i -> id.append(LETTERS.charAt(i)));
        byte[] bytes = new byte[BYTES_OF_SECRET];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        SlowHash hash = SlowHash.of(secret, random);
        return new NewKey("epi_" + id + "_" + secret, new StoredKey(id.toString(), role, day, hash, clean));
    }

    /** The key itself, to be told to its holder and to nobody else. */
    public String text() {
        return text;
    }

    /** What is to be kept of it. */
    public StoredKey stored() {
        return stored;
    }

    /** Without the secret, as it may come to be logged. */
    @Override
    public String toString() {
        return "new " + stored;
    }
}
