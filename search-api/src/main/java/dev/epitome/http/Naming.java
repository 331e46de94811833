package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a server is called from outside, and who is believed when it says so.
 *
 * @param publicAddress where clients reach it, such as {@code https://a.example/search}: feeds then lead there
 * @param allowedHosts names that clients may call it by, such as {@code a.example}; besides those of loopback, the one
 *     it is bound to, and that of its public address
 * @param trustedProxies addresses such as {@code 10.0.0.7}, and networks such as {@code 10.0.0.0/8}, of those who may
 *     say for whom they ask ({@code X-Forwarded-*}, {@code Forwarded})
 */
public record Naming(Optional<String> publicAddress, List<String> allowedHosts, List<String> trustedProxies) {

    /** Nothing is known of the outside. */
    public static final Naming NONE = new Naming(Optional.empty(), List.of(), List.of());

    /**
     * Checks what is given.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when the address is none of the web or has more
     *     than a path, a host is no name, or a proxy no address
     */
    public Naming {
        publicAddress = Objects.requireNonNull(publicAddress, "publicAddress").map(OwnName::address);
        Objects.requireNonNull(allowedHosts, "allowedHosts");
        allowedHosts = allowedHosts.stream().map(OwnName::host).distinct().toList();
        trustedProxies = List.copyOf(Objects.requireNonNull(trustedProxies, "trustedProxies"));
        new TrustedProxies(trustedProxies);
    }
}
