package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.search.HealthCheck;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.SearchEngine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What a server does, counted for Prometheus. What a client can choose freely is never a label: unknown paths share
 * one, so do unknown methods, and a route goes by its template.
 */
final class Metrics implements AutoCloseable {

    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final String UNMATCHED = "unmatched";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Duration[] LATENCIES = Stream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);
    private static final double[] HITS = {1, 2, 5, 10, 20, 50, 100, 1_000, 10_000};

    /** Of which requests a timer is: looking one up by its labels costs more than the rest of the counting. */
    private record Series(String method, String route, int status) {
        static Series of(FinishedRequest request) {
            return new Series(
                    METHODS.contains(request.method()) ? request.method() : "other",
                    request.route().orElse(UNMATCHED),
                    request.status());
        }
    }

    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final SearchEngine engine;
    private final DistributionSummary hits;
    private final Counter searchesWithoutHits;
    private final Counter fromCache;
    private final Counter computed;
    private final Counter kept;
    private final Counter refused;
    private final MultiGauge commit;
    private final MultiGauge checkAge;
    private final MultiGauge checkFailing;
    private final Supplier<List<HealthCheck>> others;
    private final Lock turn = new ReentrantLock();
    private volatile Optional<IndexStatus> index = Optional.empty();

    /** @param others what is looked after beside the index */
    Metrics(SearchEngine engine, AnswerCache answers, Optional<AccessLog> log, Supplier<List<HealthCheck>> others) {
        this.engine = engine;
        this.others = others;
        hits = DistributionSummary.builder("epitome.search.hits")
                .description("How many articles a search found, on all its pages")
                .serviceLevelObjectives(HITS)
                .register(registry);
        searchesWithoutHits = Counter.builder("epitome.searches.without.hits")
                .description("Searches that found nothing")
                .register(registry);
        fromCache = answers("cache");
        computed = answers("computed");
        kept = answers("kept");
        refused = Counter.builder("epitome.requests.limited")
                .description("Requests refused because their client asked too often")
                .register(registry);
        commit = MultiGauge.builder("epitome.index.commit")
                .description("The version of the index that answers, as a label")
                .register(registry);
        gauge("epitome.index.age", "seconds", "Since the run that made the index began", Metrics::ageSeconds);
        gauge("epitome.index.articles", "articles", "Articles in the index", IndexStatus::articles);
        gauge("epitome.index.segments", "segments", "Parts that the index is made of", IndexStatus::segments);
        gauge("epitome.index.size", "bytes", "Size of the index", IndexStatus::bytes);
        addWork(answers.admission());
        addCache(answers);
        log.ifPresent(this::addLog);
        checkAge = MultiGauge.builder("epitome.check.age")
                .baseUnit("seconds")
                .description("Since a check last passed")
                .register(registry);
        checkFailing = MultiGauge.builder("epitome.check.failing")
                .description("Whether a check fails")
                .register(registry);
        Gauge.builder("epitome.index.ready", () -> index.isPresent() ? 1 : 0)
                .description("Whether an index is open")
                .register(registry);
        Stream.<MeterBinder>of(
                        new JvmMemoryMetrics(),
                        collections,
                        new JvmThreadMetrics(),
                        new JvmInfoMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
    }

    private void addWork(Admission admission) {
        Gauge.builder("epitome.work.running", admission, Admission::running)
                .description("Requests that are worked on")
                .register(registry);
        Gauge.builder("epitome.work.waiting", admission, Admission::waiting)
                .description("Requests that wait to be worked on")
                .register(registry);
        FunctionCounter.builder("epitome.work.refused", admission, Admission::refused)
                .description("Requests refused because too many were waiting")
                .register(registry);
    }

    private void addCache(AnswerCache answers) {
        FunctionCounter.builder("epitome.answer.cache.hits", answers, AnswerCache::hits)
                .description("Answers that were kept, and given again")
                .register(registry);
        FunctionCounter.builder("epitome.answer.cache.misses", answers, AnswerCache::misses)
                .description("Answers that had to be computed, while answers are kept")
                .register(registry);
        Gauge.builder("epitome.answer.cache.size", answers, AnswerCache::bytes)
                .baseUnit("bytes")
                .description("What the kept answers take")
                .register(registry);
        Gauge.builder("epitome.answer.cache.answers", answers, AnswerCache::answers)
                .description("How many answers are kept")
                .register(registry);
    }

    private void addLog(AccessLog log) {
        FunctionCounter.builder("epitome.access.log.dropped", log, AccessLog::dropped)
                .description("Requests without a line in the access log, as it could not be written fast enough")
                .register(registry);
    }

    private Timer timer(Series series) {
        return Timer.builder("http.server.requests")
                .description("From the first byte of a request to the last of its answer")
                .tag("method", series.method())
                .tag("route", series.route())
                .tag("status", String.valueOf(series.status()))
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    void count(FinishedRequest request) {
        timers.computeIfAbsent(Series.of(request), this::timer).record(request.took());
        request.hits().ifPresent(found -> {
            hits.record((double) found);
            searchesWithoutHits.increment(found == 0 ? 1 : 0);
        });
        switch (request.status()) {
            case 304 -> fromCache.increment();
            case 200 -> (request.kept() ? kept : computed).increment(request.revalidates() ? 1 : 0);
            case 429 -> refused.increment();
            default -> {}
        }
    }

    /**
     * In the text format of Prometheus; one after the other, as what changes of a scrape is registered anew for each.
     */
    String scrape() {
        turn.lock();
        try {
            return scrapeNow();
        } finally {
            turn.unlock();
        }
    }

    private String scrapeNow() {
        Optional<IndexStatus> now = status();
        index = now;
        commit.register(
                now.stream()
                        .map(status -> MultiGauge.Row.of(Tags.of("version", status.version()), 1))
                        .toList(),
                true);
        List<HealthCheck> checks = checks();
        Instant time = Instant.now();
        checkAge.register(
                rows(
                        checks,
                        check -> check.passedAt().map(at -> seconds(at, time)).orElse(Double.NaN)),
                true);
        checkFailing.register(rows(checks, check -> check.failure().isPresent() ? 1.0 : 0.0), true);
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }

    private static List<MultiGauge.Row<?>> rows(List<HealthCheck> checks, Function<HealthCheck, Double> value) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        checks.forEach(check -> rows.add(MultiGauge.Row.of(Tags.of("check", check.name()), value.apply(check))));
        return rows;
    }

    private List<HealthCheck> checks() {
        List<HealthCheck> checks = new ArrayList<>(others.get());
        try {
            checks.addAll(engine.health());
        } catch (EpitomeException | IllegalStateException e) {
            // Not open yet, or no longer: there is nothing to look after.
        }
        return checks;
    }

    private Optional<IndexStatus> status() {
        try {
            return Optional.of(engine.index());
        } catch (EpitomeException | IllegalStateException e) {
            return Optional.empty(); // Not open yet, or no longer.
        }
    }

    private Counter answers(String from) {
        return Counter.builder("epitome.answers")
                .description(
                        "Answers with an entity tag: taken from the client's own cache (304), kept by us, or computed")
                .tag("from", from)
                .register(registry);
    }

    private void gauge(String name, String unit, String description, ToDoubleFunction<IndexStatus> value) {
        Gauge.builder(name, () -> index.map(value::applyAsDouble).orElse(Double.NaN))
                .baseUnit(unit)
                .description(description)
                .register(registry);
    }

    private static double ageSeconds(IndexStatus status) {
        return seconds(status.createdAt(), Instant.now());
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 1e3);
    }
}
