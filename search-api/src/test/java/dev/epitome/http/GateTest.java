package dev.epitome.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.Http.Answer;
import dev.epitome.http.OpenApi.Operation;
import dev.epitome.keys.Role;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who may do what: every operation of the document, by everybody, at a server of each kind. */
@TestInstance(Lifecycle.PER_CLASS)
final class GateTest {

    private static final String NOBODY = "nobody";

    private final OpenApi openApi = OpenApi.ofService();
    private final TestKeys keys = new TestKeys();

    /** What a server lets do whom: those who may do what an access is for. */
    enum Kind {
        WITHOUT_KEYS,
        PUBLIC,
        PRIVATE;

        Set<String> allowed(Access access) {
            if (this == WITHOUT_KEYS) {
                return switch (access) {
                    case OPEN, READ, INSIGHT, MONITOR -> Set.of(NOBODY, "read", "write", "admin");
                    case WRITE, ADMIN -> Set.of();
                };
            }
            return switch (access) {
                case OPEN -> Set.of(NOBODY, "read", "write", "admin");
                case READ ->
                    this == PUBLIC ? Set.of(NOBODY, "read", "write", "admin") : Set.of("read", "write", "admin");
                case INSIGHT -> Set.of("read", "write", "admin");
                case WRITE -> Set.of("write", "admin");
                case MONITOR, ADMIN -> Set.of("admin");
            };
        }

        ServerSettings settings(TestKeys keys) {
            return switch (this) {
                case WITHOUT_KEYS -> ServerSettings.at("127.0.0.1", 0);
                case PUBLIC -> ServerSettings.at("127.0.0.1", 0).withKeys(keys.all());
                case PRIVATE -> ServerSettings.at("0.0.0.0", 0).withKeys(keys.all());
            };
        }
    }

    private final Map<Kind, ExampleService> services = new EnumMap<>(Kind.class);

    GateTest() {
        for (Kind kind : Kind.values()) {
            services.put(kind, new ExampleService(kind.settings(keys)));
        }
    }

    @AfterAll
    void stop() {
        services.values().forEach(ExampleService::close);
    }

    Stream<Arguments> attempts() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> openApi.operations().stream()
                        .flatMap(operation -> Stream.of(NOBODY, "read", "write", "admin")
                                .map(who -> Arguments.of(kind, operation, who))));
    }

    @ParameterizedTest(name = "{0}: {2} asks {1}")
    @MethodSource("attempts")
    void everyOperationIsDoneForWhomItIsForAndForNobodyElse(Kind kind, Operation operation, String who) {
        Access access = access(operation);
        Http http = http(kind);
        String[] headers = operation.hasBody() ? with(who, "Content-Type", "application/json") : with(who);
        Answer answer =
                http.send(operation.method(), target(operation), BodyPublishers.ofString(body(operation)), headers);
        if (answer.status() == 404 && operation.path().equals("/v1/tasks/{id}")) {
            answer.isProblem(404, "task-not-found"); // Nobody has asked for one.
            assertThat(kind.allowed(access)).contains(who);
            return;
        }
        holds(answer, kind, access, who);
    }

    private String target(Operation operation) {
        String target = ExampleService.path(openApi, operation);
        boolean needsFilter =
                operation.method().equals("DELETE") && operation.path().equals("/v1/articles");
        return needsFilter ? target + "?tag=none&expect=0" : target;
    }

    /** Also for what nothing is behind yet. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatARouteIsForIsAllItTakes(Kind kind) {
        ServerSettings settings = kind.settings(keys);
        Gate gate = Gate.of(settings, OwnName.of(settings.host(), settings.naming()));
        Javalin server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    for (Access access : Access.values()) {
                        Routes routes = new Routes(config, "/" + access, gate);
                        routes.get("/x", access, context -> context.result("done"));
                        routes.post("/x", access, context -> context.result("done"));
                    }
                })
                .start("127.0.0.1", 0);
        Set<String> all = Set.copyOf(
                Arrays.stream(Access.values()).map(access -> "/" + access).toList());
        try (Http http = new Http(URI.create("http://127.0.0.1:" + server.port() + "/"), all)) {
            for (Access access : Access.values()) {
                for (String who : List.of(NOBODY, "read", "write", "admin")) {
                    holds(http.send("GET", "/" + access + "/x", with(who)), kind, access, who);
                    holds(http.send("HEAD", "/" + access + "/x", with(who)), kind, access, who);
                    holds(http.send("POST", "/" + access + "/x", with(who)), kind, access, who);
                }
            }
        } finally {
            server.stop();
        }
    }

    private static void holds(Answer answer, Kind kind, Access access, String who) {
        if (kind.allowed(access).contains(who)) {
            assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
            return;
        }
        int expected = kind != Kind.WITHOUT_KEYS && who.equals(NOBODY) ? 401 : 403;
        assertThat(answer.status()).as(answer.body()).isEqualTo(expected);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("ETag")).isEmpty();
        assertThat(answer.header("WWW-Authenticate")).isEqualTo(expected == 401 ? "Bearer" : "");
    }

    @Test
    void everyOperationSaysWhatItIsForAndWhetherAKeyMayBeNeeded() {
        assertThat(openApi.operations()).isNotEmpty().allSatisfy(operation -> {
            JsonNode security = operation.json().path("security");
            Access access = access(operation);
            String needed = switch (access) {
                case OPEN -> "[]";
                case READ, INSIGHT, MONITOR -> "[{},{\"key\":[]}]";
                case WRITE, ADMIN -> "[{\"key\":[]}]";
            };
            assertThat(security).as(operation.name()).hasToString(needed);
            assertThat(operation.json().path("responses").has("401")).isEqualTo(access != Access.OPEN);
        });
    }

    @Test
    void anExplanationBesideHitsIsForThoseWhoMayHaveItAlone() {
        Http http = http(Kind.PUBLIC);
        String explained = "/v1/search?q=kafka&explain=true";
        String tag = http.send("GET", explained, with("read")).isJson().header("ETag");
        // Now there is an answer to be given again.
        http.get(explained).isProblem(401, "unauthorized");
        http.send("GET", explained, "If-None-Match", tag).isProblem(401, "unauthorized");
        http.post("/v1/search", "{\"q\":\"kafka\",\"explain\":true}").isProblem(401, "unauthorized");
        http.get("/v1/search?q=kafka&explain=false").isJson();
        http.post("/v1/search", "{\"q\":\"kafka\",\"explain\":false}").isJson();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://a.example",
                "Origin: null",
                "Origin: http://localhost:1",
                "Origin: HOST",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: anything",
            })
    void noPageOfAnotherOriginWritesWhateverItsKey(String header) {
        Answer answer = written(header, "admin");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Pages of other origins may not write");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://HOST",
                "Origin: https://b.example",
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none",
                "X-Other: none"
            })
    void ourOwnPagesAndProgramsWrite(String header) {
        assertThat(written(header, "write").status()).isEqualTo(200);
        assertThat(written(header, "read").status()).isEqualTo(403);
        assertThat(written(header, NOBODY).status()).isEqualTo(401);
    }

    /** To a server whose public address is of b.example, and whose pages for others are those of a.example. */
    private Answer written(String header, String who) {
        ServerSettings settings = Kind.PUBLIC
                .settings(keys)
                .withCorsOrigins(List.of("https://a.example"))
                .withNaming(new Naming(Optional.of("https://b.example/search"), List.of(), List.of()));
        Gate gate = Gate.of(settings, OwnName.of(settings.host(), settings.naming()));
        Javalin server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    new Routes(config, "", gate).post("/x", Access.WRITE, context -> context.result("done"));
                })
                .start("127.0.0.1", 0);
        String host = "127.0.0.1:" + server.port();
        try (Http http = new Http(URI.create("http://" + host + "/"), Set.of("/x"))) {
            String[] named = header.replace("HOST", host).split(": ", 2);
            return http.send("POST", "/x", with(who, named));
        } finally {
            server.stop();
        }
    }

    private Http http(Kind kind) {
        return Objects.requireNonNull(services.get(kind)).http();
    }

    private String[] with(String who, String... headers) {
        Stream<String> key = who.equals(NOBODY)
                ? Stream.of()
                : Stream.of("Authorization", "Bearer " + keys.to(Role.valueOf(who.toUpperCase(Locale.ROOT))));
        return Stream.concat(key, Arrays.stream(headers)).toArray(String[]::new);
    }

    private static String body(Operation operation) {
        return operation
                .json()
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("examples")
                .valueStream()
                .map(example -> example.path("value").toString())
                .findFirst()
                .orElse("");
    }

    private static Access access(Operation operation) {
        return Access.valueOf(operation.json().path("x-access").asString("").toUpperCase(Locale.ROOT));
    }
}
