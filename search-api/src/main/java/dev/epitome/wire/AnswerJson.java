package dev.epitome.wire;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.search.ArticleField;
import dev.epitome.search.Cursor;
import dev.epitome.search.Hit;
import dev.epitome.search.RelatedArticle;
import dev.epitome.search.SearchResult;
import dev.epitome.search.Snippet;
import dev.epitome.search.StoredArticle;
import dev.epitome.search.Suggestion;
import dev.epitome.wire.SearchCall.HighlightStyle;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Answers as JSON, in UTF-8. What an article does not have is left out; its lists are always there. */
public final class AnswerJson {

    private static final JsonFactory JSON = new JsonFactory();

    /** A reason names no more things than a reader takes in at a glance. */
    private static final int NAMED = 3;

    private static final int BYTES_OF_ANSWER = 2_048;
    private static final int BYTES_OF_HIT = 1_024;

    private AnswerJson() {}

    /** The answer to a search, showing what the call asks to see. */
    public static byte[] of(SearchResult result, SearchCall call) {
        return object(expected(result), json -> {
            json.writeStringProperty("query", result.query().text());
            InterpretedJson.write(json, result);
            writeStrings(json, "warnings", result.warnings());
            InterpretedJson.writeDidYouMean(json, result);
            json.writeBooleanProperty("relaxed", result.relaxed());
            if (result.allWords().isPresent()) {
                json.writeNumberProperty("allWords", result.allWords().getAsLong());
            } else {
                json.writeNullProperty("allWords");
            }
            json.writeObjectPropertyStart("total");
            json.writeNumberProperty("value", result.total().value());
            json.writeStringProperty(
                    "relation", result.total().relation().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
            json.writeNumberProperty("tookMs", result.took().toMillis());
            json.writeBooleanProperty("timedOut", result.timedOut());
            json.writeStringProperty("index", result.index().version());
            IndexJson.writeTimes(json, result.index());
            writeObjects(json, "hits", result.hits(), hit -> writeHit(json, hit, call));
            if (!call.request().facets().isEmpty()) {
                IndexJson.writeFacets(json, result.facets());
            }
            writeOrNull(json, "next", result.next().map(Cursor::token));
        });
    }

    /** About how many bytes the answer has, so that it is not copied again and again while it grows. */
    private static int expected(SearchResult result) {
        int bytes = BYTES_OF_ANSWER;
        for (Hit hit : result.hits()) {
            bytes += hit.article().title().length() + hit.article().summary().length() + BYTES_OF_HIT;
        }
        return bytes;
    }

    /** One article with its origin. */
    public static byte[] of(StoredArticle stored) {
        return object(json -> {
            json.writeStringProperty("id", stored.article().id());
            writeArticle(json, stored.article(), EnumSet.allOf(ArticleField.class));
            writeOrigin(json, stored.origin());
        });
    }

    /** The suggestions for what was typed. */
    public static byte[] suggestions(String typed, List<Suggestion> suggestions) {
        return object(json -> {
            json.writeStringProperty("query", typed);
            writeObjects(json, "suggestions", suggestions, suggestion -> write(json, suggestion));
        });
    }

    /** What is related to the article of that id. */
    public static byte[] related(String id, List<RelatedArticle> related) {
        return object(json -> {
            json.writeStringProperty("id", id);
            writeObjects(json, "related", related, article -> write(json, article));
        });
    }

    /** Any object of the caller's own making. */
    public static byte[] object(Consumer<JsonGenerator> members) {
        return object(1_024, members);
    }

    private static byte[] object(int expected, Consumer<JsonGenerator> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(expected);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Suggestion suggestion) {
        json.writeStringProperty("kind", suggestion.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("text", suggestion.text());
        json.writeStringProperty("query", suggestion.query());
        json.writeNumberProperty("articles", suggestion.articles());
        suggestion.id().ifPresent(id -> json.writeStringProperty("id", id));
        suggestion.url().ifPresent(url -> json.writeStringProperty("url", url));
    }

    private static void write(JsonGenerator json, RelatedArticle related) {
        json.writeStringProperty("id", related.article().id());
        json.writeNumberProperty("score", (float) related.score());
        writeArticle(json, related.article(), ArticleField.defaults());
        writeStrings(json, "shared", related.shared());
        json.writeStringProperty("reason", reason(related.shared()));
    }

    /** What relates the two, in a sentence for people. */
    private static String reason(List<String> shared) {
        List<String> named = shared.subList(0, Math.min(NAMED, shared.size()));
        String last = named.getLast();
        return named.size() == 1
                ? "Both are about " + last + "."
                : "Both are about " + String.join(", ", named.subList(0, named.size() - 1)) + " and " + last + ".";
    }

    private static void writeHit(JsonGenerator json, Hit hit, SearchCall call) {
        json.writeStringProperty("id", hit.article().id());
        json.writeNumberProperty("score", (float) hit.score());
        writeArticle(json, hit.article(), call.request().shown().fields());
        hit.origin().ifPresent(origin -> writeOrigin(json, origin));
        hit.words().ifPresent(words -> {
            json.writeObjectPropertyStart("words");
            writeStrings(json, "has", words.has());
            writeStrings(json, "lacks", words.lacks());
            json.writeEndObject();
        });
        if (call.highlight() != HighlightStyle.NONE) {
            json.writeObjectPropertyStart("highlights");
            writeSnippets(json, "title", hit.title(), call.highlight());
            writeSnippets(json, "summary", hit.summary(), call.highlight());
            json.writeEndObject();
        }
        hit.explanation().ifPresent(explanation -> {
            json.writeObjectPropertyStart("explanation");
            ExplanationJson.writeMembers(json, explanation);
            json.writeEndObject();
        });
    }

    static void writeArticle(JsonGenerator json, Article article, Set<ArticleField> fields) {
        json.writeObjectPropertyStart("article");
        for (ArticleField field : ArticleField.values()) {
            if (fields.contains(field)) {
                writeField(json, article, field);
            }
        }
        json.writeEndObject();
    }

    private static void writeField(JsonGenerator json, Article article, ArticleField field) {
        String key = field.key();
        switch (field) {
            case TITLE -> writeText(json.writeName(key), article.title());
            case SUMMARY -> writeText(json.writeName(key), article.summary());
            case URL -> article.url().ifPresent(url -> json.writeStringProperty(key, url));
            case SOURCE -> article.source().ifPresent(source -> json.writeStringProperty(key, source));
            case AUTHORS -> writeStrings(json, key, article.authors());
            case TYPE -> article.type().ifPresent(type -> json.writeStringProperty(key, type));
            case TAGS -> writeStrings(json, key, article.tags());
            case PUBLISHED -> article.published().ifPresent(date -> json.writeStringProperty(key, date.toString()));
            case RANK -> article.rank().ifPresent(rank -> json.writeNumberProperty(key, rank));
            case ORIGIN -> {} // It stands beside the article: it is not the article's own.
        }
    }

    private static void writeOrigin(JsonGenerator json, Origin origin) {
        json.writeObjectPropertyStart("origin");
        json.writeStringProperty("file", origin.file());
        json.writeNumberProperty(origin.unit().name().toLowerCase(Locale.ROOT), origin.number());
        origin.digest().ifPresent(title -> json.writeStringProperty("digest", title));
        origin.saved().ifPresent(date -> json.writeStringProperty("saved", date.toString()));
        json.writeStringProperty("readAt", origin.readAt().toString());
        json.writeEndObject();
    }

    private static void writeSnippets(JsonGenerator json, String field, List<Snippet> snippets, HighlightStyle style) {
        if (snippets.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart(field);
        for (Snippet snippet : snippets) {
            switch (style) {
                case HTML -> writeText(json, SnippetHtml.utf8(snippet));
                case OFFSETS -> writeOffsets(json, snippet);
                case NONE -> {}
            }
        }
        json.writeEndArray();
    }

    /**
     * For texts that are long, and well-formed as those of articles are: the generator goes through characters one by
     * one.
     */
    private static void writeText(JsonGenerator json, String text) {
        writeText(json, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void writeText(JsonGenerator json, byte[] utf8) {
        json.writeUTF8String(utf8, 0, utf8.length);
    }

    private static void writeOffsets(JsonGenerator json, Snippet snippet) {
        for (Snippet.Span span : snippet.highlights()) {
            json.writeStartObject();
            json.writeNumberProperty("start", snippet.start() + span.start());
            json.writeNumberProperty("end", snippet.start() + span.end());
            json.writeEndObject();
        }
    }

    static void writeOrNull(JsonGenerator json, String key, Optional<String> text) {
        if (text.isPresent()) {
            json.writeStringProperty(key, text.get());
        } else {
            json.writeNullProperty(key);
        }
    }

    /** An array of objects as a member: one for each item, whose members are the caller's to write. */
    public static <T> void writeObjects(JsonGenerator json, String key, List<T> items, Consumer<T> members) {
        json.writeArrayPropertyStart(key);
        for (T item : items) {
            json.writeStartObject();
            members.accept(item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** An array of texts as a member. */
    public static void writeStrings(JsonGenerator json, String key, List<String> texts) {
        json.writeArrayPropertyStart(key);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
