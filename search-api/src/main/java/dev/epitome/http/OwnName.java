package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What we are called. A client names us in each request, and comes to see that name in every link: only a name that we
 * know to be ours is believed.
 */
final class OwnName {

    private static final Pattern ADDRESS = Pattern.compile(
            "https?://(?:[a-z0-9][a-z0-9._-]{0,252}|\\[[0-9a-f:.]{2,45}])(?::\\d{1,5})?(?:/[A-Za-z0-9._~-]+)*");

    private final Optional<String> publicAddress;
    private final Set<String> names;
    private final boolean onlyKnown;

    /** Most clients use one name. */
    private volatile String lastAnswered = "";

    private OwnName(Optional<String> publicAddress, Set<String> names, boolean onlyKnown) {
        this.publicAddress = publicAddress;
        this.names = Set.copyOf(names);
        this.onlyKnown = onlyKnown;
    }

    /** Of a server of our own. */
    static OwnName of(String boundTo, Naming naming) {
        Set<String> names = new HashSet<>(naming.allowedHosts());
        HostName.withoutPort(boundTo)
                .filter(host -> !host.isAnywhere())
                .map(HostName::name)
                .ifPresent(names::add);
        naming.publicAddress()
                .map(address -> address.replaceFirst("^https?://", "").replaceFirst("/.*", ""))
                .flatMap(HostName::parse)
                .map(HostName::name)
                .ifPresent(names::add);
        return new OwnName(naming.publicAddress(), names, isLoopback(boundTo));
    }

    /** Of routes in an application, which has its own mind of whom it answers. */
    static OwnName ofRoutes(Optional<String> publicAddress) {
        return new OwnName(publicAddress.map(OwnName::address), Set.of(), false);
    }

    /**
     * An address without a slash at its end.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} where it cannot be before a path
     */
    static String address(String text) {
        String[] parts = text.strip().replaceFirst("/$", "").split("(?<=[^:/])(?=/)", 2);
        String address = parts[0].toLowerCase(Locale.ROOT) + (parts.length == 2 ? parts[1] : "");
        if (!ADDRESS.matcher(address).matches()) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST,
                    "\"" + text + "\" is no public address: give one such as https://a.example/search");
        }
        return address;
    }

    /** @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} where it is no name */
    static String host(String text) {
        return HostName.withoutPort(text.strip())
                .map(HostName::name)
                .orElseThrow(() -> new EpitomeException(
                        Kind.INVALID_REQUEST,
                        "\"" + text + "\" is no name of a host: give one such as a.example, without a port"));
    }

    /**
     * To be called before a request is handled. A page of somebody else may have its own name lead to this machine: who
     * is reached from this machine alone answers to no other names than its own.
     *
     * @throws Refused where the name is none, or none of ours and we are particular
     */
    void before(Context context) {
        String header = context.header("Host");
        if (header == null || header.isEmpty() || header.equals(lastAnswered)) {
            return;
        }
        HostName host = HostName.parse(header).orElseThrow(() -> new Refused(Problem.ofStatus(400)));
        if (onlyKnown && !isKnown(host)) {
            throw new Refused(Problem.misdirectedRequest());
        }
        lastAnswered = header;
    }

    /** Where we are, without a slash at its end: what links begin with. */
    String base(Context context) {
        return publicAddress.orElseGet(() -> context.scheme() + "://"
                + named(context.header("Host")).map(HostName::toString).orElseGet(() -> reached(context)));
    }

    private Optional<HostName> named(@Nullable String header) {
        return Optional.ofNullable(header).flatMap(HostName::parse).filter(this::isKnown);
    }

    private static String reached(Context context) {
        String address = context.req().getLocalAddr();
        return HostName.literal(address).map(HostName::inUri).orElse(address) + ":"
                + context.req().getLocalPort();
    }

    /**
     * Whether no page sends the request, or one of ours does. Browsers say so by headers that no page can set. A page
     * is ours if it is where it asks, or at the public address, whose proxy may ask us by another name.
     */
    boolean isOwnPage(Context context) {
        String site = context.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        String origin = context.header("Origin");
        if (origin == null) {
            return true;
        }
        String host = origin.replaceFirst("^https?://", "");
        return (!host.equals(origin) && host.equalsIgnoreCase(context.header("Host")))
                || publicAddress
                        .filter(address -> originOf(address).equals(origin))
                        .isPresent();
    }

    private static String originOf(String address) {
        return Cors.origin(address.replaceFirst("(?<=[^:/])/.*", ""));
    }

    private boolean isKnown(HostName host) {
        return host.isLoopback() || names.contains(host.name());
    }

    /** Whether other machines reach who is bound to it; nobody is bound to a host that is not known. */
    static boolean isBeyondLoopback(String host) {
        try {
            return !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // It cannot be bound to, either.
        }
    }
}
