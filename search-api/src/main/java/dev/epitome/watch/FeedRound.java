package dev.epitome.watch;

import dev.epitome.EpitomeException;
import dev.epitome.watch.Fetched.Failed;
import dev.epitome.watch.Fetched.Feed;
import dev.epitome.watch.Fetched.Gone;
import dev.epitome.watch.Fetched.Unchanged;
import dev.epitome.watch.Intake.Taken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;

/** Asks for the feeds whose time has come. */
final class FeedRound {

    /** So many hosts are asked at once; those feeds of 20 MiB fit into memory. */
    private static final int AT_ONCE = 4;

    private static final int HEAD = 4_096;

    /** Of a server that fails there comes a page, which would be an article by itself. */
    private static final Pattern FEED = Pattern.compile("<(?:\\w{1,20}:)?(?:rss|feed|rdf)[\\s>]");

    private final WatchState state;
    private final FeedFetch fetch;
    private final Intake intake;
    private final InstantSource clock;
    private final DoubleSupplier chance;
    private final Consumer<String> log;
    private volatile boolean stopping;

    /** @param chance from 0 to 1, for each pause */
    FeedRound(
            WatchState state,
            FeedFetch fetch,
            Intake intake,
            InstantSource clock,
            DoubleSupplier chance,
            Consumer<String> log) {
        this.state = state;
        this.fetch = fetch;
        this.intake = intake;
        this.clock = clock;
        this.chance = chance;
        this.log = log;
    }

    /**
     * Asks for those that are due, one after the other of each host.
     *
     * @return whether each that was asked for was there
     * @throws EpitomeException when something could not be written: it is asked for again, and so is what was not yet
     */
    boolean poll(List<String> addresses) throws InterruptedException {
        Instant now = clock.instant();
        Map<String, List<FeedState>> byHost = new LinkedHashMap<>();
        for (String address : addresses) {
            FeedState feed = state.feed(address);
            if (feed.isDue(now)) {
                byHost.computeIfAbsent(host(feed.location()), host -> new ArrayList<>())
                        .add(feed);
            }
        }
        if (byHost.isEmpty()) {
            return true;
        }
        intake.open();
        return all(byHost.values());
    }

    /** When the next of them is due; empty where none ever is. */
    Optional<Instant> next(List<String> addresses) {
        return addresses.stream()
                .map(state::feed)
                .filter(feed -> !feed.gone())
                .map(FeedState::next)
                .min(Instant::compareTo);
    }

    /** Whatever is still asked for leaves no trace. */
    void stop() {
        stopping = true;
        fetch.close();
    }

    private boolean all(Collection<List<FeedState>> hosts) throws InterruptedException {
        boolean good = true;
        AtomicBoolean unwritten = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Boolean>> asked = hosts.stream()
                    .map(feeds -> threads.submit(() -> one(feeds, unwritten)))
                    .toList();
            for (Future<Boolean> each : asked) {
                good &= each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EpitomeException ours ? ours : new IllegalStateException(e.getCause());
        }
        return good;
    }

    /** @param unwritten set where something cannot be written: then nothing else is asked for */
    private boolean one(List<FeedState> feeds, AtomicBoolean unwritten) throws InterruptedException {
        boolean good = true;
        for (FeedState feed : feeds) {
            if (stopping || unwritten.get()) {
                break;
            }
            Fetched fetched = fetch.get(feed);
            if (stopping) {
                break;
            }
            try {
                FeedState then = then(feed, fetched);
                good &= then.problem().isEmpty();
                state.put(then);
            } catch (EpitomeException e) {
                unwritten.set(true);
                throw e;
            }
        }
        return good;
    }

    private FeedState then(FeedState feed, Fetched fetched) {
        Instant now = clock.instant();
        return switch (fetched) {
            case Feed some -> taken(feed, some, now);
            case Unchanged same -> {
                same.moved().ifPresent(to -> log.accept(feed.address() + ": moved to " + to));
                yield feed.unchanged(same, now, after(now, Pauses.afterAnswer(same.pause())));
            }
            case Gone gone -> {
                log.accept(feed.address() + ": was taken away for good (410), and is not asked for again");
                yield feed.gone(now);
            }
            case Failed some -> failed(feed, some.reason(), some.retryAfter(), now);
        };
    }

    private FeedState taken(FeedState feed, Feed some, Instant now) {
        if (!isFeed(some.content())) {
            return failed(feed, "what came is no feed", Optional.empty(), now);
        }
        Taken taken = intake.feed(host(feed.location()), some.content());
        if (taken.accepted() == 0 && taken.rejected() > 0) {
            return failed(feed, "no entry can be an article: " + taken.reason(), Optional.empty(), now);
        }
        some.moved().ifPresent(to -> log.accept(feed.address() + ": moved to " + to));
        log.accept(feed.address() + ": " + taken.changed() + " of " + taken.accepted() + " articles new or changed"
                + (taken.rejected() == 0 ? "" : ", " + taken.rejected() + " rejected: " + taken.reason()));
        return feed.read(some, taken.changed(), now, after(now, Pauses.afterAnswer(some.pause())));
    }

    private FeedState failed(FeedState feed, String reason, Optional<Duration> retryAfter, Instant now) {
        Instant next = after(now, Pauses.afterFailure(feed.failures() + 1, retryAfter));
        log.accept(feed.address() + ": " + reason + "; it is tried again from " + next + " on");
        return feed.failed(reason, now, next);
    }

    private Instant after(Instant now, Duration pause) {
        return now.plus(Pauses.jittered(pause, chance.getAsDouble()));
    }

    private static boolean isFeed(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1)
                .replace("\0", "") // As UTF-16 has it.
                .replaceFirst("^[\\u00EF\\u00BB\\u00BF\\u00FE\\u00FF]+", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return head.startsWith("{") || FEED.matcher(head).find();
    }

    /** What readers see of where an article comes from: the rest of an address may be its subscriber's secret. */
    private static String host(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getHost()).orElse("feed");
        } catch (IllegalArgumentException e) {
            return "feed";
        }
    }
}
