package dev.epitome.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client thinks that we are called, so that names can be compared.
 *
 * @param name in its one form: in lower case, without a dot at its end, an address of IPv6 in brackets and in full
 * @param written as the client has it, but in lower case and without a dot at its end
 * @param port with its colon; empty where none was given
 */
record HostName(String name, String written, String port) {

    private static final Pattern FOUR = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

    private static final Pattern SIX = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]{2,45}");

    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9_-](?:[A-Za-z0-9._-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}])(:\\d{1,5})?");

    /** Reads the header Host; empty where it is none. */
    static Optional<HostName> parse(String header) {
        Matcher matcher = HOST.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String given = matcher.group(1).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        Optional<InetAddress> address = literal(given);
        if (given.startsWith("[") && address.isEmpty()) {
            return Optional.empty();
        }
        String port = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(new HostName(address.map(HostName::inUri).orElse(given), given, port));
    }

    /** Reads a name alone, or an address with or without brackets. */
    static Optional<HostName> withoutPort(String text) {
        Optional<InetAddress> address = literal(text);
        return (address.isPresent() ? parse(inUri(address.get())) : parse(text))
                .filter(host -> host.port().isEmpty());
    }

    /** Whether it can only mean the machine of whoever says it. */
    boolean isLoopback() {
        return name.equals("localhost")
                || literal(name).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /** Whether it stands for all addresses of a machine: whoever listens there is not called so. */
    boolean isAnywhere() {
        return literal(name).filter(InetAddress::isAnyLocalAddress).isPresent();
    }

    @Override
    public String toString() {
        return written + port;
    }

    /** The address that is written there, with or without the brackets of one of IPv6; empty for all else. */
    static Optional<InetAddress> literal(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        String bare = bracketed ? text.substring(1, text.length() - 1) : text;
        if (!SIX.matcher(bare).matches() && (bracketed || !FOUR.matcher(bare).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** As it stands in an address of the web. */
    static String inUri(InetAddress address) {
        String text = address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }
}
