package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.http.ConnectionLimits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How many connections the service takes, and for how long it waits for them. */
final class ConnectionOptions {

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            defaultValue = "1000",
            description = "The maximum number of open connections; 0 for no limit. A few more are reserved for"
                    + " /health and /metrics. Default: ${DEFAULT-VALUE}.")
    private int total;

    @Option(
            names = "--max-connections-per-client",
            paramLabel = "N",
            defaultValue = "100",
            description = "The maximum number of connections of one client; 0 for no limit. Default: ${DEFAULT-VALUE}.")
    private int perClient;

    @Option(
            names = "--receive-timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long a request may take to arrive, with its body. Default: ${DEFAULT-VALUE}.")
    private int request;

    @Option(
            names = "--idle-timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long a connection stays open between two requests. Default: ${DEFAULT-VALUE}.")
    private int idle;

    @Option(
            names = "--answer-timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long a client may take to read an answer. Default: ${DEFAULT-VALUE}.")
    private int answer;

    /** @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} where no such limits can be */
    ConnectionLimits limits() {
        return new ConnectionLimits(
                total, perClient, Duration.ofSeconds(request), Duration.ofSeconds(idle), Duration.ofSeconds(answer));
    }
}
