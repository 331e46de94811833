package dev.epitome.keys;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a secret: whoever has it needs a quarter of a second to try one guess. Immutable.
 *
 * <p>Its text names how it was made, {@code pbkdf2-sha256:ITERATIONS:SALT:HASH}, so that later ones may be made
 * otherwise.
 */
final class SlowHash {

    private static final String ALGORITHM = "pbkdf2-sha256";

    /** As OWASP has it for this algorithm. */
    static final int ITERATIONS = 600_000;

    /** A file that asks for more would keep the service busy. */
    private static final int MOST_ITERATIONS = 10_000_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** How a hash is derived of a secret. */
    interface Derivation {
        byte[] derive(String secret, byte[] salt, int iterations);
    }

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private SlowHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /** Of a secret, with a salt of its own. */
    static SlowHash of(String secret, SecureRandom random) {
        byte[] salt = bytes(SALT_BYTES, random);
        return new SlowHash(ITERATIONS, salt, pbkdf2(secret, salt, ITERATIONS));
    }

    /** Of no secret: it costs as much to be compared with as any other. */
    static SlowHash ofNone(SecureRandom random) {
        return new SlowHash(ITERATIONS, bytes(SALT_BYTES, random), bytes(HASH_BYTES, random));
    }

    private static byte[] bytes(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Whether it was made of that secret: takes the same time whatever of it is wrong. */
    boolean isOf(String secret, Derivation derivation) {
        return MessageDigest.isEqual(hash, derivation.derive(secret, salt, iterations));
    }

    static byte[] pbkdf2(String secret, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), salt, iterations, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot derive keys", e); // Every one must.
        } finally {
            spec.clearPassword();
        }
    }

    /**
     * Reads its text.
     *
     * @throws BadLine where it is none
     */
    static SlowHash parse(String text) throws BadLine {
        String[] parts = text.split(":", -1);
        if (parts.length != 4 || !parts[0].equals(ALGORITHM) || !parts[1].matches("\\d{1,8}")) {
            throw new BadLine("its fourth word is not " + ALGORITHM + ":ITERATIONS:SALT:HASH");
        }
        int iterations = Integer.parseInt(parts[1]);
        if (iterations < ITERATIONS || iterations > MOST_ITERATIONS) {
            throw new BadLine("its hash has " + iterations + " iterations: " + ITERATIONS + " to " + MOST_ITERATIONS
                    + " are taken");
        }
        return new SlowHash(iterations, decoded(parts[2], SALT_BYTES), decoded(parts[3], HASH_BYTES));
    }

    private static byte[] decoded(String text, int length) throws BadLine {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == length) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // As one of another length.
        }
        throw new BadLine("its salt or its hash is cut, or no base64url");
    }

    String text() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return String.join(
                ":", ALGORITHM, Integer.toString(iterations), base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** What is wrong with a line of a key file. Never repeats it: a key itself may have been put there. */
    static final class BadLine extends Exception {

        private static final long serialVersionUID = 1L;

        BadLine(String message) {
            super(message, null, false, false);
        }
    }
}
