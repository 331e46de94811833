package dev.epitome.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.Http.Answer;
import dev.epitome.keys.Role;
import dev.epitome.lucene.ArticleStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service remembers of its answers when it is started again. */
final class KeptAnswersTest {

    private static final String RECORD = "{\"id\":\"a\",\"title\":\"Zanzibar\"}";

    private final TestKeys keys = new TestKeys();

    @TempDir
    private Path folder;

    /** What a service that lives only for this one request answers. */
    private Answer answered(String body, String key) {
        ServerSettings settings = ServerSettings.at("127.0.0.1", 0).withKeys(keys.all());
        try (ArticleStore store = ArticleStore.open(folder.resolve("index"));
                SearchServer server = SearchServer.start(
                        store.engine(),
                        settings,
                        Optional.empty(),
                        new Writing(() -> Optional.of(store), Optional.of(answers())));
                Http http = new Http(server.address())) {
            return http.send(
                    "POST",
                    "/v1/articles",
                    BodyPublishers.ofString(body),
                    "Authorization",
                    "Bearer " + keys.to(Role.WRITE),
                    "Idempotency-Key",
                    key);
        }
    }

    private Path answers() {
        return folder.resolve("answers");
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(answers())) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anAnswerOutlivesTheProcess() {
        Answer first = answered(RECORD, "one");
        Answer again = answered(RECORD, "one");
        assertThat(again.body()).isEqualTo(first.body()).contains("\"created\":1");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(answered(RECORD, "two").body()).contains("\"unchanged\":1");
        answered(RECORD + " ", "one").isProblem(422, "idempotency-key-reused");
    }

    @Test
    void anAnswerIsForgottenAfterADay() throws IOException {
        answered(RECORD, "one");
        Files.setLastModifiedTime(
                files().getFirst(), FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        assertThat(answered(RECORD, "one").body()).contains("\"unchanged\":1");
        assertThat(files()).as("of the new answer").hasSize(1);
    }

    @Test
    void whatIsDamagedIsAsIfItHadNotBeenAnswered() throws IOException {
        answered(RECORD, "one");
        Files.write(files().getFirst(), new byte[3]);
        Files.write(answers().resolve("unfinished.new"), new byte[300]);
        assertThat(answered(RECORD, "one").body()).contains("\"unchanged\":1");
        assertThat(files()).hasSize(1);
    }

    @Test
    void whereNothingCanBeKeptTheRequestIsAnsweredAllTheSame() throws IOException {
        Files.writeString(answers(), "no folder");
        assertThat(answered(RECORD, "one").body()).contains("\"created\":1");
    }
}
