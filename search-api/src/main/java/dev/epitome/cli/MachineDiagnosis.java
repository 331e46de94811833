package dev.epitome.cli;

import dev.epitome.cli.DoctorCommand.Finding;
import dev.epitome.cli.DoctorCommand.Finding.Subject;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs, and what the machine gives it: Java, memory, Maven, a port, a terminal, room on the disk. */
final class MachineDiagnosis {

    private static final long MIB = 1 << 20;
    private static final long LITTLE_MEMORY = 128 * MIB;
    private static final long LITTLE_ROOM = 1_024 * MIB;
    private static final long NO_ROOM = 50 * MIB;

    private final Surroundings surroundings;

    MachineDiagnosis(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    List<Finding> findings(AddressOptions address, Path index) {
        return List.of(
                epitome(), java(), memory(), maven(), port(address.host(), address.port()), terminal(), disk(index));
    }

    private static Finding epitome() {
        return Finding.ok(Subject.EPITOME, "Epitome " + Version.ours() + " with " + Version.lucene());
    }

    /** An older Java than this was compiled for would not have come here. */
    private static Finding java() {
        return Finding.ok(
                Subject.JAVA,
                "Java " + Runtime.version() + " of " + System.getProperty("java.vendor") + " in "
                        + System.getProperty("java.home"));
    }

    private static Finding memory() {
        long most = Runtime.getRuntime().maxMemory();
        String message = "at most " + StatsPrinter.size(most) + " of heap";
        return most < LITTLE_MEMORY
                ? Finding.warning(
                        Subject.MEMORY,
                        message,
                        "enough for some thousand articles: for more set EPITOME_JAVA_OPTS=-Xmx512m")
                : Finding.ok(Subject.MEMORY, message);
    }

    private Finding maven() {
        Optional<Path> maven = Stream.of(
                        surroundings.environment().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "mvn"))
                .filter(Files::isExecutable)
                .findFirst();
        return maven.map(path -> Finding.ok(Subject.MAVEN, path.toString()))
                .orElseGet(() -> Finding.warning(
                        Subject.MAVEN,
                        "no mvn on the PATH",
                        "install Maven 3.8 or later before you change the sources: what is built runs without"));
    }

    private static Finding port(String host, int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByAddress(host, address(host)))) {
            return Finding.ok(Subject.PORT, "port " + free.getLocalPort() + " of " + host + " is free");
        } catch (IOException e) {
            return Finding.warning(
                    Subject.PORT,
                    "port " + port + " of " + host + " cannot be had: " + e.getMessage(),
                    "unless it is Epitome that runs there, give serve another --port, 0 for any free one");
        }
    }

    private static byte[] address(String host) throws IOException {
        InetAddress[] all = InetAddress.getAllByName(host);
        return all[0].getAddress();
    }

    private Finding terminal() {
        Charset charset = Charset.forName(
                System.getProperty("native.encoding", StandardCharsets.UTF_8.name()), StandardCharsets.UTF_8);
        String width = surroundings.outIsTerminal()
                ? "a terminal of " + surroundings.columns() + " columns, "
                        + (surroundings.colorOut() ? "in color" : "without color")
                : "no terminal";
        return charset.equals(StandardCharsets.UTF_8)
                ? Finding.ok(Subject.TERMINAL, width + ", UTF-8")
                : Finding.warning(
                        Subject.TERMINAL,
                        width + ", its language set to " + charset,
                        "output is UTF-8: set LANG to a locale with it, such as C.UTF-8");
    }

    private static Finding disk(Path index) {
        Path there = index.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        long room = there.toFile().getUsableSpace();
        String message = StatsPrinter.size(room) + " free for the index";
        String remedy = "a rebuild holds the old index and the new one at once: make room, or give another --index";
        if (room < NO_ROOM) {
            return Finding.problem(Subject.DISK, message, remedy);
        }
        return room < LITTLE_ROOM ? Finding.warning(Subject.DISK, message, remedy) : Finding.ok(Subject.DISK, message);
    }
}
