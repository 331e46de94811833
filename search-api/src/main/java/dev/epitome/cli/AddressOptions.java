package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import picocli.CommandLine.Option;

/** Where the service answers. */
final class AddressOptions {

    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port to listen on; 0 for any free port. Default: ${DEFAULT-VALUE}.")
    private int port;

    String host() {
        return host;
    }

    /** @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} where what was typed can be no port */
    int port() {
        if (port < 0 || port > LAST_PORT) {
            throw new EpitomeException(Kind.INVALID_REQUEST, "--port is " + port + ": give 0 to " + LAST_PORT);
        }
        return port;
    }
}
