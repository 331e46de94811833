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
                "The address at which clients reach the service, if not --host and --port; used in the links of feeds."
                        + " For example:",
                "https://a.example/search"
            })
    private @Nullable String publicAddress;

    @Option(
            names = "--allowed-host",
            paramLabel = "NAME",
            description =
                    "A host name that clients may use for the service; repeat for several. On a loopback address any"
                            + " other name is refused, except localhost and the like; elsewhere other names are accepted but"
                            + " never used in links.")
    private final List<String> allowedHosts = new ArrayList<>();

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            description = {
                "A proxy, or a network of proxies, whose headers X-Forwarded-For, -Proto, -Host and Forwarded are trusted;"
                        + " repeat for several. Default: none. For example:",
                "10.0.0.0/8"
            })
    private final List<String> trustedProxies = new ArrayList<>();

    /** @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} where one is not what it should be */
    Naming naming() {
        return new Naming(Optional.ofNullable(publicAddress), allowedHosts, trustedProxies);
    }
}
