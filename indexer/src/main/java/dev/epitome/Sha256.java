package dev.epitome;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** The SHA-256 of fingerprints and ids. */
public final class Sha256 {

    private Sha256() {}

    /** A digest to be fed piece by piece; not thread-safe. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The 32 bytes for a text in UTF-8. */
    public static byte[] of(String text) {
        Objects.requireNonNull(text, "text");
        return digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first bytes for a text in UTF-8, in hexadecimal. */
    public static String hex(String text, int bytes) {
        Objects.requireNonNull(text, "text");
        return HexFormat.of().formatHex(of(text), 0, bytes);
    }
}
