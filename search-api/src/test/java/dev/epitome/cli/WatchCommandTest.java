package dev.epitome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.epitome.article.Article;
import dev.epitome.cli.Cli.Outcome;
import dev.epitome.lucene.ArticleStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code epitome watch}. */
final class WatchCommandTest {

    private static final String FEED =
            "<rss><channel><item><title>Raft explained</title><link>https://a.example/raft</link></item></channel></rss>";

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));

    @BeforeEach
    void install() {
        epitome = new Cli(home);
    }

    @Test
    void onceItAddsWhatIsInFoldersAndFeedsToTheIndexThatIsThere() throws IOException {
        epitome.holding(List.of(Article.titled("Queues").build()));
        Path folder =
                epitome.file("letters/a.jsonl", "{\"title\": \"Topics\"}\n").getParent();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, FEED.length());
            exchange.getResponseBody().write(FEED.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        String feed = "http://127.0.0.1:" + server.getAddress().getPort() + "/feed?key=secret";
        try {
            Path list = epitome.file("feeds.opml", "<opml><body><outline xmlUrl='" + feed + "'/></body></opml>");
            Outcome refused = epitome.run("watch", "--once", list.toString());
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.err()).contains("127.0.0.1 is in a private network; it is tried again from");
            Outcome tooEarly = epitome.run("watch", "--once", "--allow-private", list.toString());
            assertThat(tooEarly.exitCode()).isZero();
            assertThat(tooEarly.err()).isEmpty();
            Outcome added = epitome.run(
                    "watch",
                    "--once",
                    "--allow-private",
                    "--state",
                    home.resolve("fresh.json").toString(),
                    list.toString(),
                    String.valueOf(folder));
            assertThat(added.exitCode()).isZero();
            assertThat(added.err()).contains("a.jsonl: 1 of 1 articles", feed + ": 1 of 1 articles");
        } finally {
            server.stop(0);
        }
        assertThat(epitome.run("search", "raft").out()).contains("Raft explained");
        assertThat(epitome.run("search", "topics").out()).contains("Topics");
        assertThat(epitome.run("search", "queues").out()).contains("Queues");
        assertThat(epitome.run("watch", "--status").out())
                .contains(feed, "  never read", "  failed ", "is in a private network", "  next ");
    }

    @Test
    void theStatusIsAlsoJsonAndTheStateIsForItsOwner() throws IOException {
        assertThat(epitome.run("watch", "--status").out()).isEqualTo("Nothing was watched yet.%n".formatted());
        Path file = epitome.file("letters/a.jsonl", "{\"title\": \"Topics\"}\n");
        epitome.run("watch", "--once", String.valueOf(file.getParent()));
        assertThat(epitome.run("watch", "--status").out()).contains("a.jsonl", "  read ", "1 article new or changed");
        assertThat(epitome.run("watch", "--status", "--json")
                        .json()
                        .path("files")
                        .path(0)
                        .path("articles")
                        .intValue())
                .isEqualTo(1);
        assertThat(Files.getPosixFilePermissions(home.resolve("index.watch.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void anIndexThatIsBeingWrittenIsLeftAlone() {
        Path folder =
                epitome.file("letters/a.jsonl", "{\"title\": \"Topics\"}\n").getParent();
        try (ArticleStore store = ArticleStore.open(epitome.index())) {
            store.put(Article.titled("Queues").build());
            Outcome outcome = epitome.run("watch", "--once", String.valueOf(folder));
            assertThat(outcome.exitCode()).isEqualTo(5);
            assertThat(outcome.err()).contains("written by another process: wait until it has ended");
        }
        assertThat(home.resolve("index.watch.json")).doesNotExist();
    }

    @Test
    void whatCannotBeWatchedIsRefused() {
        assertThat(refused("watch", "--once")).contains("name a folder or an OPML file");
        assertThat(refused("watch", "--once", home.resolve("none").toString())).contains("cannot be read");
        epitome.file("index.watch.json", "[]");
        assertThat(refused("watch", "--status")).contains("does not hold what was watched");
    }

    private String refused(String... arguments) {
        Outcome outcome = epitome.run(arguments);
        assertThat(outcome.exitCode()).isEqualTo(2);
        return outcome.err();
    }
}
