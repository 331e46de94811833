package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.http.AccessLog;
import dev.epitome.http.ConnectionLimits;
import dev.epitome.http.Naming;
import dev.epitome.http.ServerSettings;
import dev.epitome.http.StopTimes;
import dev.epitome.http.WorkLimits;
import dev.epitome.keys.Keys;
import dev.epitome.lucene.SearchSettings;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the service serves: for whom, how much at once, how long, under which name, and how it ends. */
final class ServerOptions {

    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(3_600);

    private static final String STANDARD_ERROR = "-";
    private static final String NOWHERE = "none";

    @Mixin
    private final KeysOption keysOption = new KeysOption();

    @Option(
            names = "--public-read",
            description = "Let whoever reaches --host read without a key. On a loopback address everybody may; on any"
                    + " other, only who has a key.")
    private boolean publicRead;

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

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "The deadline of an answer, such as 2 or 0.5. Hits found by then are returned, marked as "
                    + "incomplete; if there are none, the answer is 503. A client may ask for less time with "
                    + "the header Request-Timeout. Default: ${DEFAULT-VALUE}.")
    private BigDecimal timeLimit = BigDecimal.TEN;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "The number of requests processed at once. A few more wait, others get 503. Default: the "
                    + "number of cores, at least 2.")
    private @Nullable Integer workers;

    @Option(
            names = "--answer-cache",
            paramLabel = "MIB",
            description =
                    "How much memory may be used to keep answers, which are given again when the same is asked of the"
                            + " same index; 0 to keep none. Default: a sixteenth of the heap, at most 64.")
    private @Nullable Integer answerCache;

    @Option(
            names = "--verify-rate",
            paramLabel = "MIB",
            defaultValue = "8",
            description = "How much of each new index is verified per second, in the background; /health/ready and "
                    + "/metrics show the result. Default: ${DEFAULT-VALUE}; 0 for no verification.")
    private int verifyRate;

    @Option(
            names = "--public-address",
            paramLabel = "URL",
            description = {
                "The address at which clients reach the service, if not --host and --port; used in the "
                        + "links of feeds. For example:",
                "https://a.example/search"
            })
    private @Nullable String publicAddress;

    @Option(
            names = "--allowed-host",
            paramLabel = "NAME",
            description = "A host name that clients may use for the service; repeat for several. On a loopback "
                    + "address any other name is refused, except localhost and the like; elsewhere other names "
                    + "are accepted but never used in links.")
    private final List<String> allowedHosts = new ArrayList<>();

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            description = {
                "A proxy, or a network of proxies, whose headers X-Forwarded-For, -Proto, -Host and "
                        + "Forwarded are trusted; repeat for several. Default: none. For example:",
                "10.0.0.0/8"
            })
    private final List<String> trustedProxies = new ArrayList<>();

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            defaultValue = "1000",
            description = "The maximum number of open connections; 0 for no limit. A few more are reserved for "
                    + "/health and /metrics. Default: ${DEFAULT-VALUE}.")
    private int mostConnections;

    @Option(
            names = "--max-connections-per-client",
            paramLabel = "N",
            defaultValue = "100",
            description =
                    "The maximum number of connections of one client; 0 for no limit. Default: " + "${DEFAULT-VALUE}.")
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
            description = "When told to stop, keep answering for this long while /health/ready already answers "
                    + "503, so that load balancers can see it. Default: ${DEFAULT-VALUE}.")
    private int graceSeconds;

    @Option(
            names = "--stop-within",
            paramLabel = "SECONDS",
            defaultValue = "8",
            description = "Cut off requests that are not answered this long after being told to stop, grace "
                    + "included. Default: ${DEFAULT-VALUE}.")
    private int withinSeconds;

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            defaultValue = STANDARD_ERROR,
            description = "Log each request as a line of JSON to this file, - for standard error (default), or none.")
    private String accessLog = STANDARD_ERROR;

    /** @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} where one of them cannot be */
    ServerSettings settings(AddressOptions address, PrintWriter err) {
        ServerSettings settings = ServerSettings.at(address.host(), address.port())
                .withCorsOrigins(corsOrigins)
                .withRateLimit(rateLimit)
                .withWork(work())
                .withConnections(connections())
                .withNaming(naming())
                .withStopTimes(stopTimes())
                .withKeys(keys(err));
        settings = publicRead ? settings.withPublicRead() : settings;
        if (settings.isOpenUnasked()) {
            throw Remedies.ofReaders(address.host());
        }
        return settings;
    }

    /** An empty file is one that somebody forgot to fill, or failed to. */
    private Keys keys(PrintWriter err) {
        Keys keys = keysOption.keys(err).orElse(Keys.NONE);
        if (keys.isEmpty() && keysOption.isGiven()) {
            throw Remedies.ofNoKeys();
        }
        return keys;
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
        if (answerCache != null && answerCache < 0) {
            throw new EpitomeException(Kind.INVALID_REQUEST, "--answer-cache is " + answerCache + ": give 0 or more");
        }
        WorkLimits limits = WorkLimits.DEFAULT.withTime(
                Duration.ofNanos(timeLimit.movePointRight(9).longValue()));
        limits = workers == null ? limits : limits.withWorkers(workers);
        return answerCache == null ? limits : limits.withAnswerCache((long) answerCache << 20);
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
