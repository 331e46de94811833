package dev.epitome.http;

import dev.epitome.http.Places.Place;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A connection that knows how far its request is. Jetty itself knows only when a byte last went by, and not whether a
 * request has begun before it has read the whole head.
 */
final class Visit extends SocketChannelEndPoint {

    /** What a connection is at. */
    enum Phase {
        /** Nothing has come. */
        NEW,
        /** Some of a request has come, its head or its body. */
        RECEIVING,
        /** All of it has come, and none of the answer has gone. */
        WORKING,
        /** Some of the answer has gone. */
        SENDING,
        /** The answer has gone, and nothing has come since. */
        IDLE
    }

    /** Whoever has connected, or had an answer that was not the last, may just be sending a request. */
    private static final Duration FIRST_REQUEST = Duration.ofMillis(500);

    private static final Duration NEXT_REQUEST = Duration.ofMillis(50);

    /** For those who have no place of their own, or nothing more to get. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static final String SPARE = Visit.class.getName() + ".spare";
    private static final String PARTS = Visit.class.getName() + ".parts";

    private final BooleanSupplier ending;
    private final InetAddress peer;
    private volatile Place place = Place.NONE;
    private Phase phase = Phase.NEW;
    private long since = System.nanoTime();

    /** @param ending whether from now on every answer is the last of its connection */
    Visit(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            BooleanSupplier ending) {
        super(channel, selector, key, scheduler);
        this.ending = ending;
        this.peer = channel.socket().getInetAddress();
    }

    /** A customizer of Jetty's: from here on the connection knows of the request. */
    static Request follow(Request request, HttpFields.Mutable answer) {
        Visit visit = of(request);
        if (visit == null) {
            return request;
        }
        request.addHttpStreamWrapper(visit::untilAnswered);
        if (visit.place == Place.SPARE) {
            request.setAttribute(SPARE, true);
        }
        // It may have come together with the one before.
        visit.go(Phase.IDLE, Phase.RECEIVING);
        if (!hasBody(request)) {
            visit.go(Phase.RECEIVING, Phase.WORKING);
            return request;
        }
        return new Request.Wrapper(request) {
            @Override
            public Content.@Nullable Chunk read() {
                Content.Chunk chunk = super.read();
                boolean isWaiting = chunk == null;
                if (!isWaiting && (chunk.isLast() || getAttribute(PARTS) != null)) {
                    visit.go(Phase.RECEIVING, Phase.WORKING);
                } else if (isWaiting && getAttribute(PARTS) != null) {
                    visit.go(Phase.WORKING, Phase.RECEIVING);
                }
                return chunk;
            }
        };
    }

    /**
     * To be called before a request is handled.
     *
     * @throws Refused when it came by a connection beyond the limits, and asks for more than how the service does
     */
    static void before(Context context) {
        if (context.attribute(SPARE) != null && !RateLimit.isOfWatchers(context)) {
            throw new Refused(Problem.tooManyConnections());
        }
    }

    /**
     * Gives each part of a body the time that a whole request has, and does not count ours in between: for one that is
     * worked on while it comes.
     */
    static void waitForEachPart(Context context) {
        context.attribute(PARTS, true);
    }

    /** The connection that a request came by; null where it is none of ours. */
    static @Nullable Visit of(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint() instanceof Visit visit ? visit : null;
    }

    private static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private HttpStream untilAnswered(HttpStream stream) {
        return new HttpStream.Wrapper(stream) {
            @Override
            public void send(
                    MetaData.Request request,
                    MetaData.@Nullable Response response,
                    boolean last,
                    @Nullable ByteBuffer content,
                    Callback callback) {
                super.send(request, isEnding() ? closing(response) : response, last, content, callback);
            }

            // Before the rest, which may go on with the next request at once.
            @Override
            public void succeeded() {
                begin(Phase.IDLE);
                super.succeeded();
            }

            @Override
            public void failed(Throwable failure) {
                begin(Phase.IDLE);
                super.failed(failure);
            }
        };
    }

    private boolean isEnding() {
        return place == Place.SPARE || ending.getAsBoolean();
    }

    private static MetaData.@Nullable Response closing(MetaData.@Nullable Response response) {
        if (response == null || response.getStatus() < HttpStatus.OK_200) {
            return response; // More of an answer that has begun, or one that the real one will follow.
        }
        HttpFields headers =
                HttpFields.build(response.getHttpFields()).put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        return new MetaData.Response(
                response.getStatus(),
                response.getReason(),
                response.getHttpVersion(),
                headers,
                response.getContentLength(),
                response.getTrailersSupplier());
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled > 0) {
            go(Phase.NEW, Phase.RECEIVING);
            go(Phase.IDLE, Phase.RECEIVING);
        }
        return filled;
    }

    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
        go(Phase.WORKING, Phase.SENDING);
        return super.flush(buffers);
    }

    /** Whether no request is under way, nor may be on its way to us. */
    synchronized boolean isQuiet() {
        if (!isOpen()) {
            return true;
        }
        Duration unchanged = Duration.ofNanos(System.nanoTime() - since);
        return switch (phase) {
            case NEW -> unchanged.compareTo(FIRST_REQUEST) >= 0 && !isWaitedFor();
            case IDLE -> isOutputShutdown() || (unchanged.compareTo(NEXT_REQUEST) >= 0 && !isWaitedFor());
            // What cannot be read is refused before anybody follows it.
            case RECEIVING -> isOutputShutdown() && unchanged.compareTo(NEXT_REQUEST) >= 0;
            // Also where the last byte has gone: it is not logged yet.
            case WORKING, SENDING -> false;
        };
    }

    /** What the connection may do: to be said before it does anything. */
    void take(Place given) {
        place = given;
    }

    /** Whose it is: an address, or the network of a home. */
    String client() {
        return RateLimit.client(peer.getHostAddress());
    }

    /** Who has connected, though maybe for others. */
    InetAddress peer() {
        return peer;
    }

    Place place() {
        return place;
    }

    /** Whether the client has taken longer than it may; how long we take is not its business. */
    synchronized boolean isOverdue(ConnectionLimits limits) {
        Duration most = switch (phase) {
            case NEW, RECEIVING -> limits.request();
            case WORKING -> ChronoUnit.FOREVER.getDuration();
            case SENDING -> limits.answer();
            case IDLE -> limits.idle();
        };
        boolean isShort = phase != Phase.WORKING && (place == Place.SPARE || isOutputShutdown());
        Duration allowed = isShort && SHORT.compareTo(most) < 0 ? SHORT : most;
        return Duration.ofNanos(System.nanoTime() - since).compareTo(allowed) > 0;
    }

    /** Whether something has come that nobody has read. */
    private boolean isWaitedFor() {
        try {
            return getChannel().socket().getInputStream().available() > 0;
        } catch (IOException e) {
            return false; // It has just ended.
        }
    }

    private synchronized void go(Phase from, Phase to) {
        if (phase == from) {
            begin(to);
        }
    }

    private synchronized void begin(Phase next) {
        phase = next;
        since = System.nanoTime();
    }
}
