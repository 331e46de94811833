package dev.epitome.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;

/**
 * For whom a proxy asks, as it and those before it say. Each adds to the end what it sees; so of what they say only the
 * end counts, from the last back to the first that is nobody we trust: everything before that the client may have made
 * up.
 *
 * @param client empty where nothing is said of it
 * @param scheme {@code http} or {@code https}
 */
record Forwarding(Optional<InetAddress> client, Optional<String> scheme, Optional<HostName> host) {

    private static final Forwarding NOTHING = new Forwarding(Optional.empty(), Optional.empty(), Optional.empty());

    /** One pair of a Forwarded header, as RFC 7239 has it, and what stands behind it. */
    private static final Pattern PAIR = Pattern.compile(
            "\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\",;]*))\\s*([,;]|$)");

    private static final Pattern WITH_PORT = Pattern.compile("(\\[[^\\]]*]|[0-9.]+)(?::[0-9A-Za-z._-]+)?");

    /** What one proxy says of who asked it. */
    private record Hop(String client, String scheme, String host) {}

    /** Reads both forms. Where they contradict each other one of them is the client's own, and neither counts. */
    static Forwarding in(HttpFields headers, Predicate<InetAddress> trusted) {
        List<String> clients = list(headers, "X-Forwarded-For");
        int hop = firstTrustworthy(clients, trusted);
        Forwarding usual = of(
                at(clients, hop),
                atSamePlace(list(headers, "X-Forwarded-Proto"), clients, hop),
                atSamePlace(list(headers, "X-Forwarded-Host"), clients, hop));
        List<Hop> hops = standard(String.join(",", headers.getValuesList("Forwarded")));
        if (hops.isEmpty()) {
            return usual;
        }
        Hop last = hops.get(firstTrustworthy(hops.stream().map(Hop::client).toList(), trusted));
        Forwarding standard = of(last.client(), last.scheme(), last.host());
        if (usual.equals(NOTHING)) {
            return standard;
        }
        return usual.client().equals(standard.client()) ? usual : NOTHING;
    }

    private static Forwarding of(String client, String scheme, String host) {
        String known = scheme.toLowerCase(Locale.ROOT);
        return new Forwarding(
                address(client),
                known.equals("http") || known.equals("https") ? Optional.of(known) : Optional.empty(),
                HostName.parse(host));
    }

    /** The place of the client, or of the last proxy that says who that is; 0 where there are none. */
    private static int firstTrustworthy(List<String> clients, Predicate<InetAddress> trusted) {
        int place = Math.max(0, clients.size() - 1);
        while (place > 0
                && address(clients.get(place)).filter(trusted).isPresent()
                && address(clients.get(place - 1)).isPresent()) {
            place--;
        }
        return place;
    }

    private static String at(List<String> values, int place) {
        return values.isEmpty() ? "" : values.get(place);
    }

    /** What stands as far from the end as the client; most proxies say it once. */
    private static String atSamePlace(List<String> values, List<String> clients, int place) {
        int fromEnd = Math.max(0, clients.size() - 1 - place);
        return at(values, Math.max(0, values.size() - 1 - fromEnd));
    }

    private static List<String> list(HttpFields headers, String name) {
        String all = headers.getValuesList(name).stream().collect(Collectors.joining(","));
        return all.isBlank()
                ? List.of()
                : Arrays.stream(all.split(",", -1)).map(String::strip).toList();
    }

    private static Optional<InetAddress> address(String text) {
        Matcher withPort = WITH_PORT.matcher(text);
        return HostName.literal(withPort.matches() ? withPort.group(1) : text);
    }

    /** Nothing where it is not as it should be. */
    private static List<Hop> standard(String header) {
        List<Hop> hops = new ArrayList<>();
        Matcher pair = PAIR.matcher(header);
        String client = "";
        String scheme = "";
        String host = "";
        int end = 0;
        while (end < header.length()) {
            if (!pair.find(end) || pair.start() != end) {
                return List.of();
            }
            String value = pair.group(2) != null ? pair.group(2).replaceAll("\\\\(.)", "$1") : pair.group(3);
            switch (pair.group(1).toLowerCase(Locale.ROOT)) {
                case "for" -> client = value;
                case "proto" -> scheme = value;
                case "host" -> host = value;
                default -> {}
            }
            if (!pair.group(4).equals(";")) {
                hops.add(new Hop(client, scheme, host));
                client = "";
                scheme = "";
                host = "";
            }
            end = pair.end();
        }
        return hops;
    }
}
