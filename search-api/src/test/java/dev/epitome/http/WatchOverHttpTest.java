package dev.epitome.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.Http.Answer;
import dev.epitome.lucene.ArticleStore;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is watched for the index, over HTTP. */
final class WatchOverHttpTest {

    /** All that the state of the example has beside hosts, paths and names below a folder says so. */
    @Test
    void nothingThatMayBeASecretIsShown() {
        try (ExampleService service = new ExampleService()) {
            String body = service.http().get("/v1/watch").body();
            assertThat(body)
                    .contains("blog.example/feed.xml", "news.example/rss", "login.example/feed", "2026/april.md")
                    .doesNotContain("s3cret", "ann", "/home", "old.example");
        }
    }

    @Test
    void whereNothingIsWatchedTheListsAreEmpty() {
        try (ArticleStore store = ArticleStore.inMemory();
                SearchServer server = SearchServer.start(store.engine(), "127.0.0.1", 0);
                Http http = new Http(server.address())) {
            Answer answer = http.get("/v1/watch");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"feeds\":[],\"folders\":[]}");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void whereItCannotBeToldTheServerSaysSo() {
        Supplier<Optional<byte[]>> unread = Optional::empty;
        try (ArticleStore store = ArticleStore.inMemory();
                SearchServer server = SearchServer.start(
                        store.engine(), ServerSettings.at("127.0.0.1", 0), Optional.empty(), Writing.NONE, unread);
                Http http = new Http(server.address())) {
            Answer answer = http.get("/v1/watch");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().path("code").stringValue()).isEqualTo("unavailable");
            assertThat(answer.json().path("detail").stringValue()).startsWith("What is watched cannot be read");
        }
    }
}
