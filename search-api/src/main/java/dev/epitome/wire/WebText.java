package dev.epitome.wire;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text made fit for documents and addresses that refuse some characters. */
final class WebText {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String IN_ADDRESS = UNRESERVED + ":/?#[]@!$&'()*+,;=%";
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int REPLACEMENT = 0xFFFD;

    private WebText() {}

    /** With the replacement character for each that XML 1.0 cannot hold, not even escaped. */
    static String xml(String text) {
        StringBuilder fit = new StringBuilder(text.length());
        text.codePoints().forEach(each -> fit.appendCodePoint(isXml(each) ? each : REPLACEMENT));
        return fit.toString();
    }

    private static boolean isXml(int character) {
        boolean control = character < 0x20 && "\t\n\r".indexOf(character) < 0;
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return !control && !surrogate && character != 0xFFFE && character != 0xFFFF;
    }

    /** Any text as one segment of an address. */
    static String percentEncoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            append(encoded, each, UNRESERVED);
        }
        return encoded.toString();
    }

    /** An address as people write it, with all percent-encoded that RFC 3986 has no place for. */
    static String address(String text) {
        Matcher scheme = SCHEME.matcher(text);
        int authorityEnds = scheme.lookingAt() ? end(text, scheme.end()) : 0;
        int fragment = text.indexOf('#', authorityEnds);
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int authority = text.substring(0, authorityEnds).getBytes(StandardCharsets.UTF_8).length;
        int hash = fragment < 0 ? -1 : text.substring(0, fragment).getBytes(StandardCharsets.UTF_8).length;
        for (int i = 0; i < bytes.length; i++) {
            boolean misplaced = switch (bytes[i]) {
                case '%' -> !isEscape(bytes, i);
                case '#' -> i != hash;
                case '[', ']' -> i >= authority;
                default -> false;
            };
            append(encoded, bytes[i], misplaced ? "" : IN_ADDRESS);
        }
        return encoded.toString();
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static boolean isEscape(byte[] bytes, int i) {
        return i + 2 < bytes.length && HexFormat.isHexDigit(bytes[i + 1]) && HexFormat.isHexDigit(bytes[i + 2]);
    }

    private static void append(StringBuilder encoded, byte each, String allowed) {
        if (allowed.indexOf(each) >= 0) {
            encoded.append((char) each);
        } else {
            encoded.append('%').append(HEX.toHexDigits(each));
        }
    }
}
