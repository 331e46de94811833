package dev.epitome.http;

import java.net.InetAddress;
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

    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9_-](?:[A-Za-z0-9._-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}])(:\\d{1,5})?");

    /** Reads the header Host; empty where it is none. */
    static Optional<HostName> parse(String header) {
        Matcher matcher = HOST.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String given = matcher.group(1).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        Optional<InetAddress> address = Addresses.literal(given);
        if (given.startsWith("[") && address.isEmpty()) {
            return Optional.empty();
        }
        String port = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(new HostName(address.map(Addresses::inUri).orElse(given), given, port));
    }

    /** Reads a name alone, or an address with or without brackets. */
    static Optional<HostName> withoutPort(String text) {
        Optional<InetAddress> address = Addresses.literal(text);
        return (address.isPresent() ? parse(Addresses.inUri(address.get())) : parse(text))
                .filter(host -> host.port().isEmpty());
    }

    /** Whether it can only mean the machine of whoever says it. */
    boolean isLoopback() {
        return name.equals("localhost")
                || Addresses.literal(name)
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    /** Whether it stands for all addresses of a machine: whoever listens there is not called so. */
    boolean isAnywhere() {
        return Addresses.literal(name).filter(InetAddress::isAnyLocalAddress).isPresent();
    }

    @Override
    public String toString() {
        return written + port;
    }
}
