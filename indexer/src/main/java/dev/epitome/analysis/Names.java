package dev.epitome.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of products, languages and projects, in lower case: words that are neither stemmed nor taken apart. */
final class Names {

    private static final String RESOURCE = "names.txt";

    private static final byte[] FILE = file();

    private static final Set<String> ALL = new String(FILE, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .collect(Collectors.toUnmodifiableSet());

    /** Changes with the file. */
    static final String FINGERPRINT = HexFormat.of().formatHex(sha256(FILE), 0, 4);

    private Names() {}

    static boolean contain(String word) {
        return ALL.contains(word);
    }

    private static byte[] file() {
        try (InputStream in = Names.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
