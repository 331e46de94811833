package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who is believed when it says for whom it asks. */
final class TrustedProxies {

    private record Network(InetAddress address, int bits) {

        /** None of the other version of IP. */
        boolean has(InetAddress other) {
            return Arrays.equals(masked(other.getAddress(), bits), masked(address.getAddress(), bits));
        }

        private static byte[] masked(byte[] address, int bits) {
            byte[] masked = address.clone();
            for (int i = 0; i < masked.length; i++) {
                int kept = Math.clamp(bits - i * Byte.SIZE, 0, Byte.SIZE);
                masked[i] &= (byte) (0xFF << (Byte.SIZE - kept));
            }
            return masked;
        }
    }

    private final List<Network> networks;

    /** @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} where one is neither an address nor a network */
    TrustedProxies(List<String> texts) {
        networks = texts.stream().map(TrustedProxies::network).toList();
    }

    boolean has(InetAddress address) {
        return networks.stream().anyMatch(network -> network.has(address));
    }

    private static Network network(String text) {
        String[] parts = text.strip().split("/", 2);
        Optional<InetAddress> address = HostName.literal(parts[0]);
        int most = address.map(known -> known.getAddress().length * Byte.SIZE).orElse(0);
        boolean hasBits = parts.length == 2;
        int bits = !hasBits ? most : parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
        if (address.isEmpty() || bits < 0 || bits > most) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST,
                    "\"" + text + "\" is no address of a proxy: give one such as 10.0.0.7, or a network such as"
                            + " 10.0.0.0/8");
        }
        return new Network(address.get(), bits);
    }
}
