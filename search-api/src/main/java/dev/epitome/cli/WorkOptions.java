package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.http.WorkLimits;
import dev.epitome.lucene.SearchSettings;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much the service works on at once, for how long, and beside it. */
final class WorkOptions {

    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(3_600);

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description =
                    "How long an answer may take, such as 2 or 0.5. What was found by then is answered and says that"
                            + " it was cut short; where that is nothing, 503. A client may ask for less with the header"
                            + " Request-Timeout. Default: ${DEFAULT-VALUE}.")
    private BigDecimal seconds = BigDecimal.TEN;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "How many requests are worked on at once. A few more wait, others get 503. Default: as many as"
                            + " the machine has cores, 2 at least.")
    private @Nullable Integer workers;

    @Option(
            names = "--verify-rate",
            paramLabel = "MIB",
            defaultValue = "8",
            description =
                    "How much of each new index is read in a second, in the background, to see whether it is what was"
                            + " written; /health/ready and /metrics tell. Default: ${DEFAULT-VALUE}; 0 for no check.")
    private int verifyRate;

    /** With the check in the background, where one is wanted. */
    SearchSettings verified(SearchSettings settings) {
        if (verifyRate < 0) {
            throw new EpitomeException(Kind.INVALID_REQUEST, "--verify-rate is " + verifyRate + ": give 0 or more");
        }
        return verifyRate == 0 ? settings : settings.verifiedAt((long) verifyRate << 20);
    }

    /** @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} where no such limits can be */
    WorkLimits limits() {
        if (seconds.compareTo(LONGEST_SECONDS) > 0) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST, "--time-limit is " + seconds + ": give at most " + LONGEST_SECONDS);
        }
        WorkLimits limits = WorkLimits.DEFAULT.withTime(
                Duration.ofNanos(seconds.movePointRight(9).longValue()));
        return workers == null ? limits : limits.withWorkers(workers);
    }
}
