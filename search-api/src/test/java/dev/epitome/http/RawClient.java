package dev.epitome.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** One connection, used as long as both sides like: what a client is sent over it, one answer after the other. */
final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();

    RawClient(URI server) throws IOException {
        this(server, InetAddress.getByName(server.getHost()));
    }

    /** From an address of this machine: all of 127.0.0.0/8 is. */
    RawClient(URI server, InetAddress from) throws IOException {
        try {
            socket.bind(new InetSocketAddress(from, 0));
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** An answer: its head in lower case, and its body. */
    record Reply(String head, String body) {

        int status() {
            return Integer.parseInt(head.split(" ", 3)[1]);
        }

        boolean closes() {
            return head.contains("\r\nconnection: close\r\n");
        }
    }

    RawClient get(String target) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    RawClient send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    Reply reply() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the connection ended within or before a head: " + head);
            }
            head.write(next);
        }
        String lower = head.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (!lower.contains("\r\ncontent-length: ") && lower.contains("\r\nconnection: close\r\n")) {
            return new Reply(lower, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        int length = lower.lines()
                .filter(line -> line.startsWith("content-length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("content-length: ".length())))
                .findFirst()
                .orElse(0);
        return new Reply(lower, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    /** Whether the server ends the connection, in whatever way, before it sends anything more; waits for either. */
    boolean isEnded() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Sends a character about every so often, and reads nothing, until the server has ended the connection. */
    void dripUntilEnded(char character, int pauseMillis) throws IOException {
        socket.setSoTimeout(pauseMillis);
        try {
            while (true) {
                try {
                    if (socket.getInputStream().read() < 0) {
                        return;
                    }
                } catch (SocketTimeoutException e) {
                    socket.getOutputStream().write(character);
                }
            }
        } catch (SocketException ended) {
            // In its other way.
        }
    }

    /**
     * Sends a character about every so often without a look at what comes, until the server has ended the connection.
     */
    void dripUnreadUntilEnded(char character, int pauseMillis) throws InterruptedException {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
                socket.getOutputStream().write(character);
            }
        } catch (IOException ended) {
            // Nothing can be sent to who has gone.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
