package dev.epitome.http;

import dev.epitome.http.Places.Place;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * Where connections come in: each is a {@link Visit}.
 *
 * <p>The operating system takes connections before we do, and resets those that we have not taken when the door is
 * closed. So it is closed by the thread that takes them, at a moment when there is none left.
 */
final class Door extends ServerConnector implements SelectorManager.AcceptListener {

    private static final int ONE_THREAD = 1;
    private static final int AS_MANY_AS_USUAL = -1;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ConnectionLimits limits;
    private final TrustedProxies proxies;
    private final Places places;
    private final BooleanSupplier ending;
    private final AtomicInteger arriving = new AtomicInteger();
    private final CountDownLatch shut = new CountDownLatch(1);
    private volatile boolean shutting;
    private volatile @Nullable Selector comers;

    /** @param ending whether from now on every answer is the last of its connection */
    Door(
            Server server,
            HttpConfiguration http,
            ConnectionLimits limits,
            TrustedProxies proxies,
            BooleanSupplier ending) {
        super(server, ONE_THREAD, AS_MANY_AS_USUAL, new HttpConnectionFactory(http));
        this.limits = limits;
        this.proxies = proxies;
        this.places = new Places(limits, System::nanoTime);
        this.ending = ending;
        getSelectorManager().addEventListener(this);
        // Any byte would begin Jetty's own time anew: see closeOverdue.
        setIdleTimeout(limits.longest().toMillis());
    }

    @Override
    public void open(ServerSocketChannel channel) throws IOException {
        super.open(channel);
        Selector selector = Selector.open();
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_ACCEPT);
        comers = selector;
    }

    @Override
    public void accept(int acceptor) throws IOException {
        Selector selector = comers;
        if (selector == null || !(getTransport() instanceof ServerSocketChannel channel) || !channel.isOpen()) {
            throw new ClosedChannelException();
        }
        selector.select();
        selector.selectedKeys().clear();
        takeAll(channel);
        if (shutting) {
            // What is registered is not closed at once.
            selector.close();
            takeAll(channel);
            channel.close();
            shut.countDown();
        }
    }

    private void takeAll(ServerSocketChannel channel) throws IOException {
        for (SocketChannel comer = channel.accept(); comer != null; comer = channel.accept()) {
            take(comer);
        }
    }

    /** Until its endpoint is opened, or cannot be, nobody else knows of it. */
    private void take(SocketChannel comer) throws IOException {
        arriving.incrementAndGet();
        try {
            comer.configureBlocking(false);
            configure(comer.socket());
            getSelectorManager().accept(comer);
        } catch (IOException | RuntimeException e) {
            arriving.decrementAndGet();
            comer.close();
            throw e;
        }
    }

    /** Lets nobody in any more; returns when nobody can come. Those who are here stay. */
    void shut() throws InterruptedException {
        shutting = true;
        Selector selector = comers;
        if (selector != null) {
            selector.wakeup();
        }
        if (!shut.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            close();
        }
    }

    @Override
    public void close() {
        super.close();
        Selector selector = comers;
        if (selector != null) {
            try {
                selector.close();
            } catch (IOException e) {
                LOG.debug("a selector could not be closed", e);
            }
        }
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        Visit visit = new Visit(channel, selector, key, getScheduler(), ending);
        visit.setIdleTimeout(getIdleTimeout());
        return visit;
    }

    @Override
    protected void onEndPointOpened(EndPoint visit) {
        super.onEndPointOpened(visit);
        arriving.decrementAndGet();
        if (visit instanceof Visit comer) {
            comer.take(places.take(comer.client(), proxies.has(comer.peer())));
            if (comer.place() == Place.NONE) {
                comer.close();
            }
        }
    }

    @Override
    protected void onEndPointClosed(EndPoint visit) {
        super.onEndPointClosed(visit);
        if (visit instanceof Visit comer) {
            places.leave(comer.client(), comer.place());
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        closeOverdue();
    }

    /** Again and again, as long as the door is there. */
    private void closeOverdue() {
        try {
            visits().stream().filter(visit -> visit.isOverdue(limits)).forEach(visit -> {
                LOG.debug("too slow: {}", visit);
                visit.close(new EofException("too slow"));
            });
        } finally {
            if (isRunning()) {
                getScheduler().schedule(this::closeOverdue, limits.tick().toNanos(), TimeUnit.NANOSECONDS);
            }
        }
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        arriving.decrementAndGet();
    }

    /** Those that are here now. */
    List<Visit> visits() {
        return getConnectedEndPoints().stream()
                .filter(Visit.class::isInstance)
                .map(Visit.class::cast)
                .toList();
    }

    /** Whether nobody who is here has asked for what was not answered, or is just about to. */
    boolean isQuiet() {
        return arriving.get() <= 0 && visits().stream().allMatch(Visit::isQuiet);
    }
}
