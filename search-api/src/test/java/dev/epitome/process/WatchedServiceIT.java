package dev.epitome.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.EpitomeException;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.LiveIndex;
import dev.epitome.lucene.Eventually;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.process.EpitomeProcess.Ended;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code epitome watch} beside a service that writes the same index, and comes and goes. */
@Timeout(300)
class WatchedServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private Path index = Path.of("");
    private Path letters = Path.of("");
    private String key = "";

    @BeforeEach
    void make() throws Exception {
        index = folder.resolve("index");
        letters = Files.createDirectories(folder.resolve("letters"));
        try (EpitomeProcess made = EpitomeProcess.start("64m", folder, "key", "new", "--role", "write")) {
            key = made.end().out().lines().toList().getLast();
        }
        write("a.jsonl", "Raft explained");
        assertThat(once().exitCode()).isZero(); // It makes the index, without the shipped corpus.
        holds("Raft explained");
    }

    @Test
    void onceItHasTheServiceWriteWhatCame() throws Exception {
        try (EpitomeProcess serve = serve()) {
            write("b.jsonl", "Paxos explained");
            Ended ended = once();
            assertThat(ended.exitCode()).as(ended.err()).isZero();
            assertThat(ended.err()).contains("b.jsonl: 1 of 1 articles new");
            holds("Paxos explained");
            assertThat(serve.isAlive()).isTrue();
        }
    }

    @Test
    void itFollowsTheServiceToAnotherPortAndWritesByItselfMeanwhile() throws Exception {
        try (EpitomeProcess watch = watch()) {
            int port;
            try (EpitomeProcess serve = serve()) {
                port = port(serve);
                write("b.jsonl", "Paxos explained");
                said(watch, "b.jsonl: 1 of 1 articles new");
                holds("Paxos explained");
                serve.kill();
            }
            write("c.jsonl", "Gossip explained");
            said(watch, "c.jsonl: 1 of 1 articles new");
            holds("Gossip explained");
            try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                    EpitomeProcess serve = serve()) {
                assertThat(port(serve)).isNotEqualTo(taken.getLocalPort());
                write("d.jsonl", "Quorums explained");
                said(watch, "d.jsonl: 1 of 1 articles new");
                holds("Quorums explained");
            }
            watch.terminate();
            assertThat(watch.end().err()).doesNotContain("tried again");
        }
    }

    @Test
    void whileNobodyLetsItWriteItSaysSoAndTriesAgain() throws Exception {
        try (EpitomeProcess watch = watch()) {
            try (LiveIndex other = opened()) {
                assertThat(other.info().articles()).isEqualTo(2);
                write("b.jsonl", "Paxos explained");
                said(watch, "written by another process: wait until it has ended; it is tried again in 10 seconds");
                assertThat(Files.readString(state())).contains("a.jsonl").doesNotContain("b.jsonl");
            }
            said(watch, "b.jsonl: 1 of 1 articles new");
            holds("Paxos explained");
            assertThat(watch.isAlive()).isTrue();
        }
    }

    /** Once it has gone round: what is written from then on is heard. */
    private EpitomeProcess watch() throws IOException, InterruptedException {
        EpitomeProcess watch =
                EpitomeProcess.start("256m", folder, "watch", "--index", index.toString(), letters.toString());
        write("begun.jsonl", "It has begun");
        said(watch, "begun.jsonl: 1 of 1 articles new");
        return watch;
    }

    private Ended once() throws Exception {
        try (EpitomeProcess watch = EpitomeProcess.start(
                "256m", folder, "watch", "--once", "--index", index.toString(), letters.toString())) {
            return watch.end();
        }
    }

    private EpitomeProcess serve() throws Exception {
        EpitomeProcess serve = EpitomeProcess.start(
                "256m", folder, "serve", "--index", index.toString(), "--port", "0", "--keys", "-");
        try (OutputStream stdin = serve.stdin()) {
            stdin.write((key + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String line = serve.firstLine();
        assertThat(line).as(serve.err()).contains("http");
        return serve;
    }

    /** As its note for this machine has it. */
    private int port(EpitomeProcess serve) throws IOException {
        assertThat(serve.isAlive()).isTrue();
        return URI.create(Files.readAllLines(index.resolve(".epitome-writer")).getFirst())
                .getPort();
    }

    /** A file that has settled. */
    private void write(String name, String title) throws IOException {
        Path apart = Files.writeString(
                folder.resolve(name),
                "{\"id\": \"%s\", \"title\": \"%s\"}\n".formatted(name.replace(".jsonl", ""), title));
        assertThat(apart.toFile().setLastModified(0)).isTrue();
        Files.move(apart, letters.resolve(name));
    }

    /** It is held until the end of a round, just after the round has said what it did. */
    private LiveIndex opened() throws InterruptedException {
        List<LiveIndex> opened = new ArrayList<>();
        Eventually.within(PATIENCE, "the index is let go", () -> {
            try {
                opened.add(LiveIndex.open(index, IndexSettings.DEFAULT));
                return true;
            } catch (EpitomeException e) {
                return false;
            }
        });
        return opened.getFirst();
    }

    private Path state() {
        return folder.resolve("index.watch.json");
    }

    private static void said(EpitomeProcess watch, String line) throws InterruptedException {
        Eventually.within(PATIENCE, line, () -> watch.err().contains(line));
    }

    private void holds(String title) {
        try (SearchEngine engine = LuceneSearch.open(index)) {
            assertThat(engine.search(SearchRequest.of("\"" + title + "\"")).hits())
                    .hasSize(1);
        }
    }
}
