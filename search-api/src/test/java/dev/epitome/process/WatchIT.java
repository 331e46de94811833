package dev.epitome.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.process.EpitomeProcess.Ended;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How {@code epitome watch} ends, in a process of its own. */
@Timeout(180)
class WatchIT {

    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    @Test
    void toldToStopItKeepsWhatItReadAndForgetsWhatItWaitsFor() throws Exception {
        Path letters = Files.createDirectories(folder.resolve("letters"));
        Files.writeString(letters.resolve("a.jsonl"), "{\"title\": \"Raft explained\"}\n");
        letters.resolve("a.jsonl").toFile().setLastModified(0); // It has settled.
        CountDownLatch asked = new CountDownLatch(1);
        HttpServer silent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        silent.createContext("/", exchange -> asked.countDown());
        silent.start();
        String feed = "http://127.0.0.1:" + silent.getAddress().getPort() + "/feed";
        Path list = Files.writeString(
                folder.resolve("feeds.opml"), "<opml><body><outline xmlUrl='" + feed + "'/></body></opml>");
        Path index = folder.resolve("index");
        try (EpitomeProcess watch = EpitomeProcess.start(
                "256m",
                folder,
                "watch",
                "--allow-private",
                "--index",
                index.toString(),
                letters.toString(),
                list.toString())) {
            assertThat(asked.await(90, TimeUnit.SECONDS)).as(watch.err()).isTrue();
            watch.terminate();
            Ended ended = watch.end();
            assertThat(ended.exitCode()).isEqualTo(TERMINATED);
            assertThat(ended.err()).contains("a.jsonl: 1 of 1 articles new").doesNotContain("feed:", "Stopped");
        } finally {
            silent.stop(0);
        }
        assertThat(Files.readString(folder.resolve("index.watch.json")))
                .contains("a.jsonl")
                .doesNotContain(feed);
        try (SearchEngine engine = LuceneSearch.open(index)) {
            assertThat(engine.search(SearchRequest.of("raft")).hits()).hasSize(1);
        }
    }
}
