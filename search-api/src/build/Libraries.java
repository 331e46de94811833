import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the libraries that run with what they were when somebody last looked at them: the build runs it before
 * anything of them does. {@code java Libraries.java FOLDER FILE} fails where a jar is another, new or gone; with
 * {@code renew} after that it writes the file, in the form of sha256sum.
 */
final class Libraries {

    private Libraries() {}

    public static void main(String... arguments) throws IOException, NoSuchAlgorithmException {
        Path file = Path.of(arguments[1]);
        Map<String, String> found = found(Path.of(arguments[0]));
        if (arguments.length > 2 && arguments[2].equals("renew")) {
            Files.writeString(
                    file,
                    found.entrySet().stream()
                            .map(jar -> jar.getValue() + "  " + jar.getKey() + "\n")
                            .collect(Collectors.joining()));
            return;
        }
        Map<String, String> known = Files.readAllLines(file).stream()
                .map(line -> line.split(" +", 2))
                .collect(Collectors.toMap(line -> line[1], line -> line[0], (one, other) -> one, TreeMap::new));
        String faults = Stream.concat(found.keySet().stream(), known.keySet().stream())
                .distinct()
                .sorted()
                .filter(jar -> !found.getOrDefault(jar, "").equals(known.getOrDefault(jar, "")))
                .map(jar -> "  " + jar + ": " + fault(found.get(jar), known.get(jar)) + "\n")
                .collect(Collectors.joining());
        if (!faults.isEmpty()) {
            System.err.print("These libraries are not what " + file.getFileName() + " says:\n" + faults
                    + "If that is meant, look at each and run: mvn clean package -Dmaven.test.skip -Dlibraries=renew\n");
            System.exit(1);
        }
    }

    private static String fault(String found, String known) {
        if (known == null) {
            return "is not listed";
        }
        return found == null ? "is gone" : "has other content, sha256 " + found;
    }

    private static Map<String, String> found(Path folder) throws IOException, NoSuchAlgorithmException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
                found.put(jar.getFileName().toString(), HexFormat.of().formatHex(digest));
            }
        }
        found.keySet().removeIf(name -> name.startsWith("epitome-")); // Our own, of this very build.
        return found;
    }
}
