package dev.epitome.corpus;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.PublicationDate;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The lines of an export: a head that marks it as one, then an article a line, by the names of its schema and with its
 * origin. By the head a reader knows that ids are to stay as they are, and how many articles there are.
 */
public final class ExportLines {

    /** Names the head, and nothing of an article. */
    static final String MARK = "epitome";

    static final String EXPORT = "export";
    static final String VERSION = "version";
    static final String ARTICLES = "articles";

    /** Changes where older readers would take something for what it is not. */
    static final int CURRENT = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private ExportLines() {}

    private interface Writing {
        void to(JsonGenerator json);
    }

    /** The first line, without its end. */
    public static String head(long articles) {
        return line(json -> {
            json.writeStringProperty(MARK, EXPORT);
            json.writeNumberProperty(VERSION, CURRENT);
            json.writeNumberProperty(ARTICLES, articles);
        });
    }

    /** The line of an article, without its end. */
    public static String of(Article article, Origin origin) {
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(origin, "origin");
        return line(json -> {
            json.writeStringProperty("id", article.id());
            json.writeStringProperty("title", article.title());
            json.writeStringProperty("summary", article.summary());
            article.url().ifPresent(url -> json.writeStringProperty("url", url));
            article.source().ifPresent(name -> json.writeStringProperty("source", name));
            write(json, "authors", article.authors());
            article.type().ifPresent(type -> json.writeStringProperty("type", type));
            write(json, "tags", article.tags());
            article.published()
                    .map(PublicationDate::toString)
                    .ifPresent(date -> json.writeStringProperty("published", date));
            article.rank().ifPresent(rank -> json.writeNumberProperty("rank", rank));
            write(json, origin);
        });
    }

    private static void write(JsonGenerator json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            json.writeArrayPropertyStart(name);
            texts.forEach(json::writeString);
            json.writeEndArray();
        }
    }

    private static void write(JsonGenerator json, Origin origin) {
        json.writeObjectPropertyStart("origin");
        json.writeStringProperty("file", origin.file());
        json.writeNumberProperty(origin.unit().name().toLowerCase(Locale.ROOT), origin.number());
        origin.digest().ifPresent(title -> json.writeStringProperty("digest", title));
        origin.saved().ifPresent(date -> json.writeStringProperty("saved", date.toString()));
        json.writeStringProperty("readAt", origin.readAt().toString());
        json.writeEndObject();
    }

    private static String line(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            writing.to(json);
            json.writeEndObject();
        }
        return escaped(text.toString());
    }

    /**
     * What is invisible, turns the direction of writing or is obeyed by terminals can only stand within strings, and
     * means the same there as its code: so a line is safe to look at, and one line to every tool.
     */
    private static String escaped(String json) {
        StringBuilder line = new StringBuilder(json.length() + 64);
        json.codePoints().forEach(character -> {
            boolean told = character < 0x7F
                    || switch (Character.getType(character)) {
                        case Character.CONTROL,
                                Character.FORMAT,
                                Character.LINE_SEPARATOR,
                                Character.PARAGRAPH_SEPARATOR,
                                Character.SURROGATE -> false;
                        default -> true;
                    };
            if (told) {
                line.appendCodePoint(character);
            } else {
                for (char unit : Character.toChars(character)) {
                    line.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            }
        });
        return line.toString();
    }
}
