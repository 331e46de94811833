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
                    "The deadline of an answer, such as 2 or 0.5. Hits found by then are returned, marked as incomplete;"
                            + " if there are none, the answer is 503. A client may ask for less time with the header"
                            + " Request-Timeout. Default: ${DEFAULT-VALUE}.")
    private BigDecimal seconds = BigDecimal.TEN;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "The number of requests processed at once. A few more wait, others get 503. Default: the number of"
                            + " cores, at least 2.")
    private @Nullable Integer workers;

    @Option(
            names = "--verify-rate",
            paramLabel = "MIB",
            defaultValue = "8",
            description =
                    "How much of each new index is verified per second, in the background; /health/ready and /metrics"
                            + " show the result. Default: ${DEFAULT-VALUE}; 0 for no verification.")
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
