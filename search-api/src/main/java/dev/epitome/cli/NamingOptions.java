package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.http.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the service is called from outside. */
final class NamingOptions {

    @Option(
            names = "--public-address",
            paramLabel = "URL",
            description = {
                "Where clients reach the service, if not at --host and --port: links of feeds begin with it. For example:",
                "https://a.example/search"
            })
    private @Nullable String publicAddress;

    @Option(
            names = "--allowed-host",
            paramLabel = "NAME",
            description =
                    "A name that clients may call the service by; repeat for several. At an address of this machine"
                            + " alone all others are refused, but localhost and the like. Elsewhere they only never come into"
                            + " links.")
    private final List<String> allowedHosts = new ArrayList<>();

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            description = {
                "A proxy, or a network of them, that is believed when it says for whom it asks (X-Forwarded-For, -Proto,"
                        + " -Host, Forwarded); repeat for several. Default: none. For example:",
                "10.0.0.0/8"
            })
    private final List<String> trustedProxies = new ArrayList<>();

    /** @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} where one is not what it should be */
    Naming naming() {
        return new Naming(Optional.ofNullable(publicAddress), allowedHosts, trustedProxies);
    }
}
