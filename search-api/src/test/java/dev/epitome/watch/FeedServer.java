package dev.epitome.watch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on the loopback interface that answers as it is told, and keeps what it was asked. */
final class FeedServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** A request. */
    record Asked(String path, Headers headers) {
        String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    FeedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.start();
    }

    /** Lets a path be answered, in the place of how it was before. */
    String on(String path, HttpHandler handler) {
        try {
            server.removeContext(path);
        } catch (IllegalArgumentException e) {
            // It is the first.
        }
        server.createContext(path, exchange -> {
            asked.add(new Asked(exchange.getRequestURI().getPath(), exchange.getRequestHeaders()));
            try (exchange) {
                handler.handle(exchange);
            }
        });
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** What was asked for since this was called last. */
    List<Asked> asked() {
        List<Asked> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    /** @param headers a name and its value each */
    static HttpHandler answer(int status, String body, String... headers) {
        return answer(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static HttpHandler answer(int status, byte[] body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            send(exchange, status, body);
        };
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** An RSS feed of articles by these titles. */
    static String rss(String... titles) {
        StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>A blog</title>");
        for (String title : titles) {
            feed.append("<item><title>%s</title><link>https://blog.example/%s</link></item>"
                    .formatted(title, title.replace(' ', '-')));
        }
        return feed.append("</channel></rss>").toString();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
