package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.http.StopTimes;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How the service ends. */
final class StopOptions {

    @Option(
            names = "--stop-grace",
            paramLabel = "SECONDS",
            defaultValue = "1",
            description =
                    "When told to stop, keep answering for this long while /health/ready already answers 503, so that"
                            + " load balancers can see it. Default: ${DEFAULT-VALUE}.")
    private int grace;

    @Option(
            names = "--stop-within",
            paramLabel = "SECONDS",
            defaultValue = "8",
            description = "Cut off requests that are not answered this long after being told to stop, grace included. "
                    + "Default: ${DEFAULT-VALUE}.")
    private int within;

    /** @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} where no such times can be */
    StopTimes times() {
        return new StopTimes(Duration.ofSeconds(grace), Duration.ofSeconds(within));
    }
}
