package dev.epitome.search;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes articles as the records that a rebuild reads. */
public final class JsonLines {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonLines() {}

    public static Path write(Path file, List<Article> articles) {
        try {
            return Files.write(file, articles.stream().map(JsonLines::line).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Article article) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", article.id())
                .put("title", article.title())
                .put("summary", article.summary());
        article.url().ifPresent(url -> json.put("url", url));
        article.source().ifPresent(source -> json.put("source", source));
        article.type().ifPresent(type -> json.put("type", type));
        article.published().map(PublicationDate::toString).ifPresent(date -> json.put("published", date));
        article.rank().ifPresent(rank -> json.put("rank", rank));
        article.authors().forEach(json.withArray("/authors")::add);
        article.tags().forEach(json.withArray("/tags")::add);
        return json.toString();
    }
}
