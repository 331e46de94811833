package com.example.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.epitome.search.SearchEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class ReaderApplicationTest {

    @Test
    void anApplicationSearchesAndRebuildsThroughABean(@TempDir Path folder) throws Exception {
        SearchEngine engine;
        try (ConfigurableApplicationContext application = SpringApplication.run(
                        ReaderApplication.class,
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--reader.index=" + folder.resolve("index"));
                HttpClient client = HttpClient.newHttpClient()) {
            engine = application.getBean(SearchEngine.class);
            URI address = URI.create(
                    "http://localhost:" + application.getEnvironment().getProperty("local.server.port"));

            String found = send(client, HttpRequest.newBuilder(address.resolve("/search?q=EKS")));
            assertTrue(found.startsWith("[{\"id\":\"eks\",\"title\":\"Moving to Amazon EKS\",\"score\":"), found);

            String notes =
                    """
                    [{"title": "Notes on LangGraph", "text": "A graph."}, {"title": "Queues", "text": "In a database."},
                     {"title": "Retries", "text": "With a budget."}]
                    """;
            assertEquals(
                    "3",
                    send(
                            client,
                            HttpRequest.newBuilder(address.resolve("/articles"))
                                    .header("Content-Type", "application/json")
                                    .PUT(BodyPublishers.ofString(notes))));
            Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
            while (!send(client, HttpRequest.newBuilder(address.resolve("/search?q=budget"))).contains("Retries")) {
                assertTrue(Instant.now().isBefore(deadline), "the new index was not seen");
            }
        }
        assertThrows(IllegalStateException.class, engine::index, "closed with the application");
    }

    private static String send(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString()).body();
    }
}
