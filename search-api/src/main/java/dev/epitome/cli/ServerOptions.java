package dev.epitome.cli;

import dev.epitome.http.ServerSettings;
import dev.epitome.lucene.SearchSettings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who may ask, how often, by how many connections and by which name; how it ends. */
final class ServerOptions {

    @Option(
            names = "--cors-origin",
            paramLabel = "ORIGIN",
            description = {
                "Let pages of this origin read answers (CORS), or of any origin with *; repeat for several. Default: only our"
                        + " own."
                        + " For example:",
                "https://a.example"
            })
    private final List<String> corsOrigins = new ArrayList<>();

    @Option(
            names = "--rate-limit",
            paramLabel = "N",
            defaultValue = "0",
            description = "The maximum number of requests per second of one client, with bursts of twice as many. "
                    + "Default: 0, no limit.")
    private int rateLimit;

    @Mixin
    private final WorkOptions work = new WorkOptions();

    @Mixin
    private final NamingOptions naming = new NamingOptions();

    @Mixin
    private final ConnectionOptions connections = new ConnectionOptions();

    @Mixin
    private final StopOptions stop = new StopOptions();

    SearchSettings verified(SearchSettings settings) {
        return work.verified(settings);
    }

    ServerSettings settings(AddressOptions address) {
        return ServerSettings.at(address.host(), address.port())
                .withCorsOrigins(corsOrigins)
                .withRateLimit(rateLimit)
                .withWork(work.limits())
                .withConnections(connections.limits())
                .withNaming(naming.naming())
                .withStopTimes(stop.times());
    }
}
