package dev.epitome.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.Http.Answer;
import dev.epitome.keys.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Articles that are changed over HTTP. */
final class WritingTest {

    private final TestKeys keys = new TestKeys();
    private final ExampleService service =
            new ExampleService(ServerSettings.at("127.0.0.1", 0).withKeys(keys.all()));

    @AfterEach
    void stop() {
        service.close();
    }

    private Answer send(String method, String target, String body, String... headers) {
        List<String> all = new ArrayList<>(
                List.of("Authorization", "Bearer " + keys.to(Role.WRITE), "Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return service.http().send(method, target, BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    private int found(String query) {
        return service.http()
                .get("/v1/search?fuzzy=off&q=" + query)
                .json()
                .path("hits")
                .size();
    }

    @Test
    void whatIsPutIsFoundByTheNextSearchAndWhatIsDeletedIsNot() {
        assertThat(send("PUT", "/v1/articles/new", "{\"title\":\"Zanzibar at Airbnb\"}")
                        .status())
                .isEqualTo(201);
        assertThat(found("zanzibar")).isEqualTo(1);
        Answer replaced = send("PUT", "/v1/articles/new", "{\"title\":\"Himeji at Airbnb\"}")
                .isJson();
        assertThat(replaced.json().path("outcome").stringValue()).isEqualTo("replaced");
        assertThat(found("zanzibar")).isZero();
        assertThat(send("PUT", "/v1/articles/new", "{\"title\":\"Himeji at Airbnb\"}")
                        .isJson()
                        .json()
                        .path("unchanged")
                        .booleanValue())
                .isTrue();
        assertThat(send("DELETE", "/v1/articles/new", "").status()).isEqualTo(204);
        assertThat(send("DELETE", "/v1/articles/new", "").status()).isEqualTo(204);
        assertThat(found("himeji")).isZero();
        service.http().get("/v1/articles/new").isProblem(404, "article-not-found");
    }

    @Test
    void aChangeOfWhatAnotherHasChangedIsRefused() {
        send("PUT", "/v1/articles/new", "{\"title\":\"One\"}");
        String tag = service.http().get("/v1/articles/new").header("ETag");
        Answer second = send("PUT", "/v1/articles/new", "{\"title\":\"Two\"}", "If-Match", tag)
                .isJson();
        send("PUT", "/v1/articles/new", "{\"title\":\"Three\"}", "If-Match", tag)
                .isProblem(412, "precondition-failed");
        send("DELETE", "/v1/articles/new", "", "If-Match", tag).isProblem(412, "precondition-failed");
        send("PUT", "/v1/articles/new", "{\"title\":\"Three\"}", "If-None-Match", "*")
                .isProblem(412, "precondition-failed");
        send("PUT", "/v1/articles/none", "{\"title\":\"Three\"}", "If-Match", "*")
                .isProblem(412, "precondition-failed");
        assertThat(service.http().get("/v1/articles/new").header("ETag")).isEqualTo(second.header("ETag"));
        assertThat(send("DELETE", "/v1/articles/new", "", "If-Match", second.header("ETag"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aTagOfAnArticleHoldsWhateverElseIsChanged() {
        String tag = service.http().get("/v1/articles/eks-in-one-picture").header("ETag");
        send("PUT", "/v1/articles/new", "{\"title\":\"One\"}");
        assertThat(service.http()
                        .send("GET", "/v1/articles/eks-in-one-picture", "If-None-Match", tag)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void manyRecordsHaveALineEachAndALastOne() {
        String records = """
                {"id":"a","title":"Zanzibar one"}
                {"id":"b"}
                nonsense
                {"id":"c","title":"Zanzibar two"}
                {"id":"a","title":"Zanzibar one"}
                """;
        Answer answer = send("POST", "/v1/articles", records);
        assertThat(answer.status()).isEqualTo(200);
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).isEqualTo("{\"id\":\"a\",\"outcome\":\"created\"}");
        assertThat(lines.get(1)).contains("\"place\":2,\"outcome\":\"rejected\"", "title");
        assertThat(lines.getLast()).isEqualTo("{\"created\":2,\"replaced\":0,\"unchanged\":1,\"rejected\":2}");
        assertThat(found("zanzibar")).isEqualTo(2);
    }

    @Test
    void everyFormatThatIsIndexedIsTaken() {
        assertThat(send("POST", "/v1/articles", "title,url\nZanzibar in CSV,https://a.example/1\n")
                        .body())
                .contains("\"created\":1");
        assertThat(send(
                                "POST",
                                "/v1/articles",
                                "<rss version=\"2.0\"><channel><title>t</title><item><title>Zanzibar in a feed</title>"
                                        + "<link>https://a.example/2</link></item></channel></rss>")
                        .body())
                .contains("\"created\":1");
        assertThat(found("zanzibar")).isEqualTo(2);
    }

    @Test
    void allOrNoneWhereThatIsAskedFor() {
        String records = "{\"id\":\"a\",\"title\":\"Zanzibar one\"}\n{\"id\":\"b\"}\n";
        send("POST", "/v1/articles?atomic=true", records)
                .isProblem(400, "invalid-body")
                .says("Nothing was changed", "record 2");
        assertThat(found("zanzibar")).isZero();
        assertThat(send("POST", "/v1/articles?atomic=true", records.replace("{\"id\":\"b\"}", ""))
                        .body())
                .contains("\"created\":1");
    }

    @Test
    void whatIsNoArticleIsRefusedWithTheReason() {
        send("PUT", "/v1/articles/new", "{\"tags\":[\"no title\"]}")
                .isProblem(400, "invalid-body")
                .says("title");
        send("PUT", "/v1/articles/new", "").isProblem(400, "invalid-body");
        send("PUT", "/v1/articles/new", "[{\"title\":\"One\"},{\"title\":\"Two\"}]")
                .isProblem(400, "invalid-body")
                .says("2 records");
        send("PUT", "/v1/articles/new", "{\"title\":\"" + "x".repeat(1 << 20) + "\"}")
                .isProblem(413, "content-too-large");
        send("PUT", "/v1/articles/" + "x".repeat(600), "{\"title\":\"One\"}").isProblem(400, "invalid-body");
        send("POST", "/v1/articles?atomics=true", "").isProblem(400, "unknown-parameter");
    }

    @Test
    void aLongStreamIsWrittenAsItComes() {
        String records = IntStream.range(0, 1_050)
                .mapToObj(i -> "{\"id\":\"r" + i + "\",\"title\":\"Zanzibar " + i + "\"}")
                .collect(Collectors.joining("\n"));
        Answer answer = send("POST", "/v1/articles", records);
        assertThat(answer.body().lines().toList())
                .hasSize(1_051)
                .last()
                .asString()
                .contains("\"created\":1050");
        assertThat(service.http()
                        .get("/v1/search?q=zanzibar&limit=0")
                        .json()
                        .path("total")
                        .path("value")
                        .intValue())
                .isEqualTo(1_050);
    }

    @Test
    void theSameRequestWithAKeyOfItsOwnIsDoneOnce() {
        String[] key = {"Idempotency-Key", "8e03978e-40d5-43e8-bc93-6894a57f9324"};
        String record = "{\"id\":\"a\",\"title\":\"Zanzibar one\"}\n";
        Answer first = send("POST", "/v1/articles", record, key);
        assertThat(first.body()).contains("\"created\":1");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        send("PUT", "/v1/articles/a", "{\"title\":\"Himeji one\"}");
        Answer again = send("POST", "/v1/articles", record, key);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(found("himeji")).as("nothing was done again").isEqualTo(1);
        send("POST", "/v1/articles", record.replace("one", "two"), key).isProblem(422, "idempotency-key-reused");
        send("POST", "/v1/articles", record + "x".repeat(100_000), key).isProblem(422, "idempotency-key-reused");
        assertThat(send("POST", "/v1/articles?atomic=true", record, key).body())
                .as("another request")
                .contains("\"replaced\":1");
        send("POST", "/v1/articles", record, "Idempotency-Key", "two words").isProblem(400, "invalid-header");
    }

    @Test
    void aRequestThatFailedIsDoneWhenItIsSentAgain() {
        String[] key = {"Idempotency-Key", "one"};
        send("POST", "/v1/articles?atomic=true", "{\"id\":\"b\"}", key).isProblem(400, "invalid-body");
        assertThat(send("POST", "/v1/articles?atomic=true", "{\"id\":\"b\",\"title\":\"Zanzibar\"}", key)
                        .body())
                .contains("\"created\":1");
    }

    @Test
    void whatNeedNotBeWaitedForIsSafeAndSeenSoon() {
        Answer answer = send("PUT", "/v1/articles/new?visible=eventually", "{\"title\":\"Zanzibar\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(send("POST", "/v1/articles?visible=eventually", "{\"id\":\"b\",\"title\":\"Zanzibar\"}")
                        .body())
                .contains("\"created\":1");
        while (found("zanzibar") < 2) {
            Thread.onSpinWait();
        }
        assertThat(send("DELETE", "/v1/articles/new?visible=eventually", "").status())
                .isEqualTo(204);
        send("PUT", "/v1/articles/c?visible=wait", "{\"title\":\"Other\"}");
        assertThat(found("zanzibar")).as("who waits sees what was before, too").isEqualTo(1);
        send("PUT", "/v1/articles/c?visible=never", "{\"title\":\"Other\"}").isProblem(400, "invalid-parameter");
    }

    @Test
    void allThatAFilterLetsPassAreDeletedWhereTheyAreAsManyAsWasThought() {
        String records = IntStream.range(0, 250)
                .mapToObj(i -> "{\"id\":\"r" + i + "\",\"title\":\"Zanzibar " + i + "\",\"tags\":[\"old\"]}")
                .collect(Collectors.joining("\n"));
        send("POST", "/v1/articles?visible=eventually", records);
        send("DELETE", "/v1/articles?tag=old&expect=249", "")
                .isProblem(409, "conflict")
                .says("at least 250");
        send("DELETE", "/v1/articles?tag=old&expect=251", "")
                .isProblem(409, "conflict")
                .says("250 such articles and not 251");
        send("DELETE", "/v1/articles?tag=old", "").isProblemOf("expect", "invalid-parameter");
        send("DELETE", "/v1/articles?expect=254", "")
                .isProblem(400, "invalid-parameter")
                .says("give a filter");
        send("DELETE", "/v1/articles?q=zanzibar&expect=250", "").isProblem(400, "unknown-parameter");
        assertThat(send("DELETE", "/v1/articles?tag=old&expect=250", "")
                        .isJson()
                        .body())
                .isEqualTo("{\"deleted\":250}");
        assertThat(service.http().get("/v1/search").isJson().json().path("hits").size())
                .isEqualTo(4);
        assertThat(send("DELETE", "/v1/articles?tag=old&expect=0", "").isJson().body())
                .isEqualTo("{\"deleted\":0}");
    }

    @Test
    void aServerWhoseIndexIsNotOpenYetSaysThatItMayBeTriedAgain() {
        try (SearchServer opening = SearchServer.start(
                        new EngineSlot(),
                        ServerSettings.at("127.0.0.1", 0).withKeys(keys.all()),
                        Optional.empty(),
                        new Writing(Optional::empty, Optional.empty()));
                Http http = new Http(opening.address())) {
            String[] key = {"Authorization", "Bearer " + keys.to(Role.ADMIN)};
            Answer put = http.send("PUT", "/v1/articles/a", BodyPublishers.ofString("{\"title\":\"One\"}"), key);
            assertThat(put.isProblem(503, "index-unavailable").header("Retry-After"))
                    .isNotEmpty();
            http.send("POST", "/v1/rebuilds", BodyPublishers.ofString("{\"title\":\"One\"}"), key)
                    .isProblem(503, "index-unavailable");
        }
    }

    @Test
    void aServerThatOnlyReadsSaysSo() {
        try (ExampleService reading = new ExampleService(ServerSettings.at("127.0.0.1", 0))) {
            reading.http()
                    .send("PUT", "/v1/articles/new", BodyPublishers.ofString("{\"title\":\"One\"}"))
                    .isProblem(403, "forbidden");
        }
    }
}
