package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Delete;
import dev.epitome.article.ArticleChange.Outcome;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.corpus.ExportLines;
import dev.epitome.index.IndexDirectory;
import dev.epitome.search.RebuildChecks;
import dev.epitome.wire.RebuildTask;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service on this machine that writes an index, asked to make changes to it. Where it is, and a key of its own, it
 * keeps in a file in the directory of the index that only its owner can read.
 */
final class RunningWriter implements ChangedIndex {

    private static final String FILE = IndexDirectory.OURS + "writer";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration FIRST_LOOK = Duration.ofMillis(100);
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);
    private static final Duration SHORT = Duration.ofSeconds(10);

    /** Within a text of JSON no quote stands without a backslash. */
    private static final Pattern OUTCOME = Pattern.compile("\"outcome\":\"([a-z]+)\"\\}$");

    private final URI address;
    private final String key;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private RunningWriter(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    /**
     * Says where the index can be changed, until it is {@linkplain #withdraw withdrawn}.
     *
     * @throws IOException when the directory cannot be written
     */
    static void announce(Path index, URI address, String key) throws IOException {
        Path file = index.resolve(FILE);
        Files.deleteIfExists(file);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createFile(file, rights);
        } catch (FileAlreadyExistsException e) {
            throw new IOException("another process has just made " + file, e);
        }
        Files.write(file, List.of(address.toString(), key));
    }

    static void withdraw(Path index) {
        try {
            Files.deleteIfExists(index.resolve(FILE));
        } catch (IOException e) {
            // Whoever asks there finds nobody.
        }
    }

    /** Empty where none has said that it writes that index. */
    static Optional<RunningWriter> of(Path index) {
        try {
            List<String> lines = Files.readAllLines(index.resolve(FILE));
            return lines.size() == 2
                    ? Optional.of(new RunningWriter(URI.create(lines.getFirst()), lines.getLast()))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Finds out whether it is there, before anybody makes changes for it.
     *
     * @throws EpitomeException of kind {@link Kind#INDEX_LOCKED} where it is not
     */
    void reach() {
        try {
            HttpResponse<String> unused =
                    ask(request("health/live").timeout(SHORT).build());
        } catch (EpitomeException e) {
            close();
            throw e;
        }
    }

    /** Of neighbours of one kind as many as there are are sent in one request. */
    @Override
    public List<Outcome> apply(List<ArticleChange> changes) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Put> puts = new ArrayList<>();
        for (ArticleChange change : changes) {
            switch (change) {
                case Put put -> puts.add(put);
                case Delete delete -> {
                    send(puts, outcomes);
                    outcomes.add(delete(delete.id()));
                }
            }
        }
        send(puts, outcomes);
        return outcomes;
    }

    private void send(List<Put> puts, List<Outcome> outcomes) {
        if (puts.isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder(ExportLines.head(puts.size())).append('\n');
        puts.forEach(
                put -> lines.append(ExportLines.of(put.article(), put.origin())).append('\n'));
        HttpResponse<String> answer = ask(request("v1/articles?atomic=true")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines.toString()))
                .build());
        answer.body().lines().limit(puts.size()).forEach(line -> outcomes.add(outcome(line)));
        puts.clear();
    }

    private Outcome outcome(String line) {
        Matcher told = OUTCOME.matcher(line);
        try {
            if (told.find()) {
                return Outcome.valueOf(told.group(1).toUpperCase(Locale.ROOT));
            }
        } catch (IllegalArgumentException ofAnotherVersion) {
            throw failed("its answer is not understood: " + line, ofAnotherVersion);
        }
        throw failed("its answer is not understood: " + line, null);
    }

    /** Whether it was there nobody says. */
    private Outcome delete(String id) {
        String path =
                "v1/articles/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        HttpResponse<String> unused = ask(request(path).DELETE().build());
        return Outcome.DELETED;
    }

    /**
     * Has articles take the place of all, and waits until that has ended. Where this thread is interrupted, the service
     * is asked to end it, too.
     *
     * @param lines of an export, without the first; however many there are
     */
    RebuildTask rebuild(Path lines, long articles, RebuildChecks checks) {
        try {
            String query = "?gate=" + checks.quality() + "&allowShrink=" + !checks.losses();
            HttpRequest request = HttpRequest.newBuilder(address.resolve("v1/rebuilds" + query))
                    .header("Authorization", "Bearer " + key) // It takes as long as it takes.
                    .header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.concat(
                            BodyPublishers.ofString(ExportLines.head(articles) + "\n"), BodyPublishers.ofFile(lines)))
                    .build();
            RebuildTask task = task(ask(request));
            Duration pause = FIRST_LOOK;
            while (!task.state().isEnded()) {
                task = later(task, pause);
                pause = pause.compareTo(LAST_LOOK) < 0 ? pause.multipliedBy(2) : pause;
            }
            return task;
        } catch (IOException e) {
            throw failed(String.valueOf(e), e);
        }
    }

    /** How far it is after a while; as far as before where the service is too busy to say. */
    private RebuildTask later(RebuildTask task, Duration pause) throws IOException {
        String path = "v1/tasks/" + task.id();
        try {
            Thread.sleep(pause);
            HttpResponse<String> answer = client.send(request(path).GET().build(), BodyHandlers.ofString());
            boolean isBusy = answer.statusCode() == 429 || answer.statusCode() == 503;
            return isBusy ? task : task(good(answer));
        } catch (InterruptedException e) {
            // Cleared by now, so that the service can still be told.
            RebuildTask unused = task(ask(request(path).DELETE().build()));
            Thread.currentThread().interrupt();
            throw failed("interrupted", e);
        }
    }

    private RebuildTask task(HttpResponse<String> answer) {
        try {
            return RebuildTask.parse(answer.body().getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw failed("its answer is not understood: " + answer.body(), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(LONGEST).header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> ask(HttpRequest request) {
        try {
            return good(client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw failed(String.valueOf(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("interrupted", e);
        }
    }

    private HttpResponse<String> good(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw failed("it answers " + answer.statusCode() + ": " + answer.body(), null);
        }
        return answer;
    }

    private EpitomeException failed(String what, @Nullable Throwable cause) {
        return new EpitomeException(
                Kind.INDEX_LOCKED,
                "the service at " + address + " writes the index, and could not be asked to change it: " + what,
                cause);
    }

    @Override
    public void close() {
        client.close();
    }
}
