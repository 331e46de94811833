package dev.epitome.watch;

import dev.epitome.watch.Fetched.Failed;
import dev.epitome.watch.Fetched.Feed;
import dev.epitome.watch.Fetched.Gone;
import dev.epitome.watch.Fetched.Unchanged;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;

/** Asks for feeds, whose servers may send anything or nothing. For any number of threads. */
final class FeedFetch implements AutoCloseable {

    private static final int REDIRECTS = 5;
    private static final int LOCKS = 256;

    /** What may be sent back as it came. */
    private static final Pattern HARMLESS = Pattern.compile("[ -~]{0,1024}");

    private static final String KINDS =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8";

    /**
     * What an answer may take.
     *
     * @param bytes of the feed once it is unpacked
     * @param time until all of one answer is there
     */
    record Bounds(int bytes, Duration time) {
        static final Bounds USUAL = new Bounds(20 << 20, Duration.ofMinutes(1));
    }

    private final HttpClient client;
    private final String agent;
    private final Hosts hosts;
    private final Bounds bounds;
    private final InstantSource clock;

    /** A host is asked one thing at a time, whichever feed leads there. Some hosts share a lock. */
    private final List<ReentrantLock> busy =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    FeedFetch(String agent, Hosts hosts, Bounds bounds, InstantSource clock) {
        this.agent = agent;
        this.hosts = hosts;
        this.bounds = bounds;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(bounds.time())
                .followRedirects(Redirect.NEVER) // Each is looked at before it is followed.
                .version(Version.HTTP_1_1)
                .build();
    }

    /** Asks for what has changed since the feed was read. */
    Fetched get(FeedState feed) throws InterruptedException {
        try {
            URI at = URI.create(feed.location());
            boolean forGood = true;
            Optional<String> moved = Optional.empty();
            for (int hop = 0; hop <= REDIRECTS; hop++) {
                Optional<String> problem = hosts.problem(at);
                if (problem.isPresent()) {
                    return failed(hop == 0 ? problem.get() : "it leads to " + at + ": " + problem.get());
                }
                HttpResponse<byte[]> answer = answer(at, feed);
                Optional<URI> next = next(at, answer);
                if (next.isEmpty()) {
                    return read(answer, moved);
                }
                forGood &= answer.statusCode() == 301 || answer.statusCode() == 308;
                if (at.getScheme().equalsIgnoreCase("https")
                        && "http".equalsIgnoreCase(next.get().getScheme())) {
                    return failed("it leads from https to " + next.get() + ", which is not followed");
                }
                at = next.get();
                moved = forGood ? Optional.of(at.toString()) : moved;
            }
            return failed("it leads on more than " + REDIRECTS + " times");
        } catch (IllegalArgumentException e) {
            return failed("what it leads to is no address");
        } catch (IOException e) {
            return failed(reason(e));
        }
    }

    private static Failed failed(String reason) {
        return new Failed(reason, Optional.empty());
    }

    private static Optional<URI> next(URI at, HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 301, 302, 303, 307, 308 ->
                answer.headers().firstValue("Location").map(at::resolve);
            default -> Optional.empty();
        };
    }

    private HttpResponse<byte[]> answer(URI at, FeedState feed) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at)
                .header("User-Agent", agent)
                .header("Accept", KINDS)
                .header("Accept-Encoding", "gzip");
        if (!feed.etag().isEmpty()) {
            request.header("If-None-Match", feed.etag());
        }
        if (!feed.lastModified().isEmpty()) {
            request.header("If-Modified-Since", feed.lastModified());
        }
        ReentrantLock lock =
                busy.get(Math.floorMod(at.getHost().toLowerCase(Locale.ROOT).hashCode(), LOCKS));
        lock.lockInterruptibly();
        try {
            return within(client.sendAsync(request.build(), head -> new BoundedBody(bounds.bytes())));
        } finally {
            lock.unlock();
        }
    }

    /** The client's own timeout ends with the headers. */
    private HttpResponse<byte[]> within(CompletableFuture<HttpResponse<byte[]>> answer)
            throws IOException, InterruptedException {
        try {
            return answer.get(bounds.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("late");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private Fetched read(HttpResponse<byte[]> answer, Optional<String> moved) throws IOException {
        Duration pause = Pauses.maxAge(header(answer, "Cache-Control"));
        return switch (answer.statusCode()) {
            case 200 -> {
                byte[] content = unpacked(answer);
                Duration longer = Pauses.longer(pause, Pauses.timeToLive(content));
                yield new Feed(content, header(answer, "ETag"), header(answer, "Last-Modified"), longer, moved);
            }
            case 304 -> new Unchanged(pause, moved);
            case 410 -> new Gone();
            default ->
                new Failed(
                        "the server answered " + answer.statusCode(),
                        Pauses.retryAfter(header(answer, "Retry-After"), clock.instant()));
        };
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        String value = answer.headers().firstValue(name).orElse("");
        return HARMLESS.matcher(value).matches() ? value : "";
    }

    private byte[] unpacked(HttpResponse<byte[]> answer) throws IOException {
        return switch (header(answer, "Content-Encoding")) {
            case "", "identity" -> answer.body();
            case "gzip", "x-gzip" -> {
                try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
                    byte[] content = in.readNBytes(bounds.bytes() + 1);
                    if (content.length > bounds.bytes()) {
                        throw new BoundedBody.TooLarge();
                    }
                    yield content;
                }
            }
            default -> throw new IOException("unknown encoding");
        };
    }

    private String reason(IOException e) {
        return switch (e) {
            case BoundedBody.TooLarge large -> "it has more than " + (bounds.bytes() >> 20) + " MiB";
            case HttpTimeoutException late ->
                "it did not come within " + bounds.time().toSeconds() + " seconds";
            case ConnectException refused -> "the server cannot be reached";
            case SSLException unsafe -> "there is no secure connection to the server";
            default -> "what the server sent cannot be read";
        };
    }

    /** Ends what is being asked. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
