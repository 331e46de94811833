package dev.epitome.benchmarks.speed;

import io.javalin.Javalin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The web server that Epitome uses, with the same answer to everything: nothing over it can be faster. */
final class FixedBody {

    private FixedBody() {}

    /** Serves as many bytes as the argument says, until its standard input ends. */
    public static void main(String... arguments) throws IOException {
        byte[] body =
                ("{\"hits\":\"" + "x".repeat(Integer.parseInt(arguments[0])) + "\"}").getBytes(StandardCharsets.UTF_8);
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.concurrency.useVirtualThreads = true;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            config.routes.get(
                    "/v1/search",
                    context -> context.contentType("application/json").result(body));
        });
        server.start();
        System.out.println("http://127.0.0.1:" + server.port());
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        server.stop();
    }
}
