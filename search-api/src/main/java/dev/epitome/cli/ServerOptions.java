package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.http.AccessLog;
import dev.epitome.http.ConnectionLimits;
import dev.epitome.http.Naming;
import dev.epitome.http.ServerSettings;
import dev.epitome.http.StopTimes;
import dev.epitome.http.WorkLimits;
import dev.epitome.lucene.SearchSettings;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the service serves: for whom, how much at once, how long, under which name, and how it ends. */
final class ServerOptions {

    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(3_600);

    private static final String STANDARD_ERROR = "-";
    private static final String NOWHERE = "none";

    @Option(
            names = "--cors-origin",
            paramLabel = "ORIGIN",
            description = {
                "Let pages of this origin read answers, or of all with *; repeat for several. Default: none but our own."
                        + " For example:",
                "https://a.example"
            })
    private final List<String> corsOrigins = new ArrayList<>();

    @Option(
            names = "--rate-limit",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many requests a second one client may make, with bursts of twice as many. "
                    + "Default: 0, any number.")
    private int rateLimit;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description =
                    "How long an answer may take, such as 2 or 0.5. What was found by then is answered and says that"
                            + " it was cut short; where that is nothing, 503. A client may ask for less with the header"
                            + " Request-Timeout. Default: ${DEFAULT-VALUE}.")
    private BigDecimal timeLimit = BigDecimal.TEN;

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

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many connections may be open at once; 0 for any number. A few more are kept for"
                    + " /health and /metrics. Default: ${DEFAULT-VALUE}.")
    private int mostConnections;

    @Option(
            names = "--max-connections-per-client",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many of them one client may have; 0 for any number. Default: ${DEFAULT-VALUE}.")
    private int mostPerClient;

    @Option(
            names = "--receive-timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long a request may take to arrive, with its body. Default: ${DEFAULT-VALUE}.")
    private int receiveSeconds;

    @Option(
            names = "--idle-timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long a connection stays open between two requests. Default: ${DEFAULT-VALUE}.")
    private int idleSeconds;

    @Option(
            names = "--answer-timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long a client may take to read an answer. Default: ${DEFAULT-VALUE}.")
    private int answerSeconds;

    @Option(
            names = "--stop-grace",
            paramLabel = "SECONDS",
            defaultValue = "1",
            description = "When told to stop, go on for so long while /health/ready says so already: as long as whoever"
                    + " hands out requests takes to see it. Default: ${DEFAULT-VALUE}.")
    private int graceSeconds;

    @Option(
            names = "--stop-within",
            paramLabel = "SECONDS",
            defaultValue = "8",
            description = "Cut off what is not answered so long after being told to stop, the grace included. "
                    + "Default: ${DEFAULT-VALUE}.")
    private int withinSeconds;

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            defaultValue = STANDARD_ERROR,
            description = "Log each request as a line of JSON to this file, - for standard error (default), or none.")
    private String accessLog = STANDARD_ERROR;

    /** @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} where one of them cannot be */
    ServerSettings settings(AddressOptions address) {
        return ServerSettings.at(address.host(), address.port())
                .withCorsOrigins(corsOrigins)
                .withRateLimit(rateLimit)
                .withWork(work())
                .withConnections(connections())
                .withNaming(naming())
                .withStopTimes(stopTimes());
    }

    /** With the check in the background, where one is wanted. */
    SearchSettings verified(SearchSettings settings) {
        if (verifyRate < 0) {
            throw new EpitomeException(Kind.INVALID_REQUEST, "--verify-rate is " + verifyRate + ": give 0 or more");
        }
        return verifyRate == 0 ? settings : settings.verifiedAt((long) verifyRate << 20);
    }

    private WorkLimits work() {
        if (timeLimit.compareTo(LONGEST_SECONDS) > 0) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST, "--time-limit is " + timeLimit + ": give at most " + LONGEST_SECONDS);
        }
        WorkLimits limits = WorkLimits.DEFAULT.withTime(
                Duration.ofNanos(timeLimit.movePointRight(9).longValue()));
        return workers == null ? limits : limits.withWorkers(workers);
    }

    private Naming naming() {
        return new Naming(Optional.ofNullable(publicAddress), allowedHosts, trustedProxies);
    }

    private ConnectionLimits connections() {
        return new ConnectionLimits(
                mostConnections,
                mostPerClient,
                Duration.ofSeconds(receiveSeconds),
                Duration.ofSeconds(idleSeconds),
                Duration.ofSeconds(answerSeconds));
    }

    private StopTimes stopTimes() {
        return new StopTimes(Duration.ofSeconds(graceSeconds), Duration.ofSeconds(withinSeconds));
    }

    Optional<AccessLog> accessLog(PrintWriter err) {
        return switch (accessLog) {
            case NOWHERE -> Optional.empty();
            case STANDARD_ERROR -> Optional.of(AccessLog.to(err));
            default -> Optional.of(AccessLog.toFile(Path.of(accessLog)));
        };
    }
}
