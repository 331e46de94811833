package dev.epitome.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What people run most, once and in one process. The launcher's build lets Java watch it, and keeps what Java has
 * loaded and linked by then for the processes to come.
 */
final class Rehearsal {

    private static final int PATIENCE_MILLIS = 60_000;

    private static final List<List<String>> SHORT = List.of(
            List.of("search", "--help"),
            List.of("search", "-n", "3", "how does kafka scale"),
            List.of("search", "--json", "--explain", "--facets", "source,tag,year", "kuberntes OR \"event driven\""),
            List.of("search", "--after", "2024", "title:data*", "-nomad"),
            List.of("stats"));

    private static final List<String> PATHS =
            List.of("/", "/assets/search.js", "/health/ready", "/v1/search?q=EKS", "/v1/suggest?q=kub", "/v1/stats");

    private final Surroundings surroundings;
    private final String index;

    private Rehearsal(Surroundings surroundings, String index) {
        this.surroundings = surroundings;
        this.index = index;
    }

    /**
     * Runs to the end of the process.
     *
     * @param arguments {@code long} and a folder to make an index in, or {@code short} and the folder of that index
     */
    public static void main(String... arguments) {
        // What the environment sets is for the commands of people, not for these.
        Surroundings surroundings = new Surroundings(Surroundings.ofProcess().home(), Map.of(), true, true, 80);
        String index = arguments[1];
        Rehearsal rehearsal = new Rehearsal(surroundings, index);
        try {
            if (arguments[0].equals("long")) {
                rehearsal.runOnIndex(List.of("reindex", "--no-gate"));
                rehearsal.serve();
            } else {
                rehearsal.run("--help");
                SHORT.forEach(rehearsal::runOnIndex);
            }
        } catch (IOException e) {
            e.printStackTrace();
            System.exit(ExitCode.INTERNAL.number());
        }
        Main.main("search", "--index", index, "EKS");
    }

    /** The service goes on until the process ends. */
    private void serve() throws IOException {
        PipedWriter out = new PipedWriter();
        BufferedReader printed = new BufferedReader(new PipedReader(out));
        Thread service = new Thread(() ->
                Main.run(surroundings, new PrintWriter(out), nowhere(), "serve", "--index", index, "--port", "0"));
        service.setDaemon(true);
        service.start();
        String line = printed.readLine();
        URI address = URI.create(line.substring(line.lastIndexOf(' ') + 1));
        for (String path : PATHS) {
            get(address, path);
        }
    }

    /** Without the client that Java has, which no command needs. */
    private static void get(URI address, String path) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request = "GET %s HTTP/1.1\r\nHost: %s\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
                    .formatted(path, address.getAuthority());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }

    private void runOnIndex(List<String> command) {
        run(Stream.of(command.subList(0, 1), List.of("--index", index), command.subList(1, command.size()))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    private void run(String... command) {
        Main.run(surroundings, nowhere(), nowhere(), command);
    }

    private static PrintWriter nowhere() {
        return new PrintWriter(new StringWriter());
    }
}
