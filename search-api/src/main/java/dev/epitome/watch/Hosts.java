package dev.epitome.watch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which addresses are asked for feeds. A feed may lead anywhere by a redirect or by its name, and what it leads to
 * comes into the index, for all to read: so nothing is asked that only this machine or its network can reach.
 *
 * @param allowed which addresses a host may have
 */
record Hosts(Predicate<InetAddress> allowed) {

    /** Those of the internet, or also those of private networks. */
    static Hosts of(boolean privateToo) {
        return new Hosts(privateToo ? address -> true : Hosts::isPublic);
    }

    /**
     * What speaks against asking there; empty where nothing does. The name is looked up here; the client that connects
     * asks within the seconds for which Java keeps the answer, and gets the same.
     */
    Optional<String> problem(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.of("it is no http or https address");
        }
        if (address.getHost() == null) {
            return Optional.of("its address has no host");
        }
        if (address.getRawUserInfo() != null) {
            return Optional.of("its address has a name or password before the host, which is not supported");
        }
        try {
            InetAddress[] found = InetAddress.getAllByName(address.getHost());
            return Arrays.stream(found).allMatch(allowed)
                    ? Optional.empty()
                    : Optional.of(address.getHost() + " is in a private network");
        } catch (UnknownHostException e) {
            return Optional.of("no host is known by the name " + address.getHost());
        }
    }

    /** Whether an address is one of the internet as a whole. */
    static boolean isPublic(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        return !special && (address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes));
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0 && bytes[2] == 0)
                && !(first == 198 && (second == 18 || second == 19));
    }

    /** Only what is given out so far, 2000::/3, and none that stands for an address of IPv4: that could be any. */
    private static boolean isPublic6(byte[] bytes) {
        boolean tunnel = bytes[0] == 0x20 && (bytes[1] == 0x02 || (bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0));
        return (bytes[0] & 0xE0) == 0x20 && !tunnel;
    }
}
